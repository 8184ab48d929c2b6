const unscripted = (name: string) => () => Promise.reject(new Error(`no answer is scripted for ${name}`))

/** A test scripts an answer by putting a function in its place, as it would with real Electron. */
export const dialog = {
  showOpenDialog: unscripted('showOpenDialog'),
  showSaveDialog: unscripted('showSaveDialog'),
  showMessageBox: unscripted('showMessageBox'),
}

export const screen = {
  getPrimaryDisplay: () => ({ workAreaSize: { width: 1366, height: 768 } }),
}

export const safeStorage = {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'basic_text',
  encryptString: () => {
    throw new Error('there is no key store here')
  },
  decryptString: () => {
    throw new Error('there is no key store here')
  },
}

interface MenuItem {
  readonly label?: string
  readonly submenu?: readonly MenuItem[]
}
interface StandInMenu {
  readonly items: readonly MenuItem[]
}
let applicationMenu: StandInMenu | null = null

export const Menu = {
  buildFromTemplate: (items: readonly MenuItem[]): StandInMenu => ({ items }),
  setApplicationMenu: (menu: StandInMenu | null) => {
    applicationMenu = menu
  },
  getApplicationMenu: () => applicationMenu,
}
