import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { session } from './session.ts'
import { StandInWebContents, type WebPreferences } from './web-contents.ts'

export interface WindowOptions {
  readonly width?: number
  readonly height?: number
  readonly webPreferences?: WebPreferences
}

const windows = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  readonly webContents: StandInWebContents
  #visible = false

  constructor({ width = 800, height = 600, webPreferences = {} }: WindowOptions = {}) {
    super()
    const partition = session.fromPartition(webPreferences.partition ?? '')
    this.webContents = new StandInWebContents(partition, webPreferences, { width, height })
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => this.#forget())
    windows.add(this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address)
  }

  show(): void {
    this.#visible = true
  }

  isVisible(): boolean {
    return this.#visible
  }

  maximize(): void {}
  focus(): void {
    this.emit('focus')
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {}

  close(): void {
    this.destroy()
  }

  destroy(): void {
    void this.webContents.close()
  }

  #forget(): void {
    windows.delete(this)
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }
}
