import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeBrowser } from './browser.ts'
import { runningUtilities } from './running-utilities.ts'

const lockName = 'SingletonLock'

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<undefined>()
  #quitting = false
  #ownsLock = false

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  becomeReady(): void {
    process.on('SIGTERM', () => this.quit())
    this.emit('ready')
    this.#ready.resolve(undefined)
  }

  getVersion(): string {
    return '0.0.0-stand-in'
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  getPath(name: string): string {
    return this.#paths.get(name) ?? ''
  }

  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData')
    mkdirSync(folder, { recursive: true })
    const first = firstInstance(join(folder, lockName))
    if (first !== undefined) process.kill(first, 'SIGUSR2')
    else {
      this.#ownsLock = true
      writeFileSync(join(folder, lockName), String(process.pid))
      process.on('SIGUSR2', () => this.emit('second-instance', {}, [], ''))
    }
    return first === undefined
  }

  getAppMetrics(): readonly { readonly type: string; readonly name: string; readonly pid: number }[] {
    return runningUtilities()
  }

  relaunch(): void {
    process.send?.({ relaunched: true })
  }

  quit(): void {
    if (this.#quitting) return
    this.#quitting = true
    let prevented = false
    this.emit('before-quit', { preventDefault: () => (prevented = true) })
    this.emit('will-quit', { preventDefault: () => (prevented = true) })
    if (!prevented) this.exit(0)
    this.#quitting = false
  }

  /** As Electron says: closes everything at once, and `will-quit` is not said. */
  exit(code = 0): void {
    this.#quitting = true
    if (this.#ownsLock) rmSync(join(this.getPath('userData'), lockName), { force: true })
    void closeBrowser().finally(() => process.exit(code))
  }
}

function firstInstance(lock: string): number | undefined {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

export const app = new StandInApp()

/** Electron is ready only after the main bundle has been loaded to its end. */
export async function becomeReady(): Promise<void> {
  app.becomeReady()
}
