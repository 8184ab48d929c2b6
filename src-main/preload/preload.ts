import { contextBridge, ipcRenderer } from 'electron'
import { portChannel } from './port-channel.ts'

/** A port cannot pass through the bridge, which clones; it goes to the page's own world as a message. */
ipcRenderer.on(portChannel, (event) => window.postMessage(portChannel, window.location.origin, event.ports))

/** The page asks; its port to the core arrives as a window message `onecard-port`. */
contextBridge.exposeInMainWorld('onecardShell', {
  connect: () => ipcRenderer.send(portChannel),
})
