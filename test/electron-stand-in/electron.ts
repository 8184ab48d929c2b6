/** The `electron` module as far as our main bundle uses it, over a real Chromium. */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, safeStorage, screen } from './desktop.ts'
export { ipcMain } from './ipc-main.ts'
export { MessageChannelMain } from './message-channel-main.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utility-process.ts'
