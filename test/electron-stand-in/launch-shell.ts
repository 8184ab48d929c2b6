import { fork, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { _electron, chromium, type Browser, type Page } from 'playwright-core'
import type * as Electron from 'electron'

const projectRoot = resolve(import.meta.dirname, '../..')

export interface LaunchOptions {
  /** The data folder. */
  readonly folder: string
  /** Where `out/` lies. */
  readonly root?: string
}

/** The Electron shell under test: the stand-in, or real Electron when its binary is named. */
export interface Shell {
  readonly page: Page
  /** Runs in the main process; it sees nothing but its two arguments. */
  inMain<T, A>(work: (electron: typeof Electron, argument: A) => T | Promise<T>, argument: A): Promise<T>
  /** Resolves with the exit code when the program has ended. */
  readonly ended: Promise<number | null>
  close(): Promise<void>
}

export function launchShell(options: LaunchOptions): Promise<Shell> {
  const binary = process.env['ONECARD_TEST_ELECTRON']
  return binary === undefined || binary === '' ? launchStandIn(options) : launchElectron(binary, options)
}

async function launchElectron(
  executablePath: string,
  { folder, root = projectRoot }: LaunchOptions,
): Promise<Shell> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = await _electron.launch({ executablePath, args: [...asRoot, root, '--data', folder] })
  const ended = new Promise<number | null>((done) => program.process().once('exit', done))
  return {
    page: await program.firstWindow(),
    inMain: (work, argument) => program.evaluate(work as never, argument) as never,
    ended,
    close: () => program.close(),
  }
}

async function launchStandIn({ folder, root = projectRoot }: LaunchOptions): Promise<Shell> {
  const main = resolve(root, 'out/main/main.js')
  const program = fork(resolve(import.meta.dirname, 'run-main.ts'), [main, '--data', folder], {
    execArgv: [],
  })
  const ended = new Promise<number | null>((done) => program.once('exit', done))
  const port = await debuggingPort(program)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  return {
    page: await firstPage(browser),
    inMain: questions(program),
    ended,
    close: async () => {
      program.kill('SIGTERM')
      await ended
    },
  }
}

function debuggingPort(program: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    program.once('exit', (code) => fail(new Error(`the program ended with ${code} before it had a window`)))
    program.on('message', (message: { debuggingPort?: number }) => {
      if (message.debuggingPort !== undefined) done(message.debuggingPort)
    })
  })
}

async function firstPage(browser: Browser): Promise<Page> {
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const ours = pages.find((page) => page.url().startsWith('http://onecard.app.localhost/'))
    if (ours !== undefined) return ours
    await new Promise((done) => setTimeout(done, 25))
  }
}

function questions(program: ChildProcess): Shell['inMain'] {
  let lastId = 0
  return (work, argument) =>
    new Promise((done, fail) => {
      const id = ++lastId
      const hear = (answer: { id?: number; value?: unknown; error?: string }) => {
        if (answer.id !== id) return
        program.off('message', hear)
        if (answer.error === undefined) done(answer.value as never)
        else fail(new Error(answer.error))
      }
      program.on('message', hear)
      program.send({ id, code: String(work), argument })
    })
}
