import { app, BrowserWindow, screen } from 'electron'
import { pageAddress } from './app-address.ts'

/** Pages are laid out for a screen of this size; on a smaller one the window takes what there is. */
const wanted = { width: 1366, height: 768 }

/** In memory only: a page leaves no cache and no storage on the disk. */
export const pagePartition = 'onecard'

export function openPageWindow(preload: string): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    width: Math.min(width, wanted.width),
    height: Math.min(height, wanted.height),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: '一卡通乡镇工作站',
    webPreferences: {
      preload,
      partition: pagePartition,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      zoomFactor: 1,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  void window.loadURL(pageAddress)
  return window
}
