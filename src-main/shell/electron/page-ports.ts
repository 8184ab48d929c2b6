import { ipcMain, MessageChannelMain, type IpcMainEvent, type MessagePortMain } from 'electron'
import { portChannel } from '../../preload/port-channel.ts'
import { isOwnPage } from './app-address.ts'

/** Gives each page that asks a port straight to the core; the pages of one window share its holder. */
export function offerPorts(connect: (holder: string, port: MessagePortMain) => Promise<void>): void {
  ipcMain.on(portChannel, (event) => {
    const frame = event.senderFrame
    if (frame === null || !isTrusted(event)) return
    const { port1, port2 } = new MessageChannelMain()
    connect(`window-${event.sender.id}`, port1)
      .then(() => frame.postMessage(portChannel, null, [port2]))
      .catch(() => port2.close())
  })
}

/** Only the main frame of one of our own pages: a document shown inside a page has no port of its own. */
function isTrusted(event: IpcMainEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnPage(frame.url)
}
