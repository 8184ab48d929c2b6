import { app, Menu, type MenuItemConstructorOptions } from 'electron'

const fileMenu: MenuItemConstructorOptions = {
  label: '文件(&F)',
  submenu: [
    { label: '打印当前页面…', click: (_item, window) => printPage(window) },
    { type: 'separator' },
    { label: '退出(&Q)', role: 'quit' },
  ],
}

const editMenu: MenuItemConstructorOptions = {
  label: '编辑(&E)',
  submenu: [
    { label: '撤销', role: 'undo' },
    { label: '重做', role: 'redo' },
    { type: 'separator' },
    { label: '剪切', role: 'cut' },
    { label: '复制', role: 'copy' },
    { label: '粘贴', role: 'paste' },
    { label: '全选', role: 'selectAll' },
  ],
}

const viewMenu: MenuItemConstructorOptions = {
  label: '视图(&V)',
  submenu: [
    { label: '放大', role: 'zoomIn' },
    { label: '缩小', role: 'zoomOut' },
    { label: '实际大小', role: 'resetZoom' },
    { type: 'separator' },
    { label: '全屏', role: 'togglefullscreen' },
    { label: '重新载入', role: 'reload' },
  ],
}

export function setMenu(): void {
  const developer: MenuItemConstructorOptions = { label: '开发者工具', role: 'toggleDevTools' }
  const about: MenuItemConstructorOptions = { label: `版本 ${app.getVersion()}`, enabled: false }
  const help: MenuItemConstructorOptions = {
    label: '帮助(&H)',
    submenu: app.isPackaged ? [about] : [about, developer],
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate([fileMenu, editMenu, viewMenu, help]))
}

/** The system's own dialog: silent printing is unreliable across drivers. */
function printPage(window: unknown): void {
  const page = window as { webContents?: { print(): void } } | undefined
  page?.webContents?.print()
}
