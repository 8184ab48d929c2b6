import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSoftware } from '../software.ts'
import { startBrowserHost } from './browser-host.ts'
import { startCoreThread, type CoreThread } from './core-thread.ts'
import type { LoadingCore } from './load-core-thread.ts'
import { openBrowser } from './open-browser.ts'
import { addressOfRunningHost, announceHost, withdrawHost } from './running-host.ts'

export interface RunBrowserHostOptions {
  readonly folder: string
  /** 0 takes a free one. */
  readonly port: number
  /** Open the person's browser, when there is a desktop. */
  readonly open: boolean
  /** The program's own root, with `out/` and `resources/`. */
  readonly root: URL
  readonly core: LoadingCore
  say(line: string): void
}

/** Serves one data folder until it is told to stop; gives back the exit code. */
export async function runBrowserHost(options: RunBrowserHostOptions): Promise<number> {
  const asked = askedToStop()
  const already = await addressOfRunningHost(options.folder)
  if (already !== undefined) {
    await options.core.thread.terminate()
    await show(already, options)
    return 0
  }
  const core = startCoreThread(options.core, {
    folder: options.folder,
    resources: pathIn(options.root, 'resources'),
    carrier: 'browser',
    software: readSoftware(fileURLToPath(options.root)),
  })
  const host = await startBrowserHost({
    pages: pathIn(options.root, 'out/renderer'),
    port: options.port,
    desk: deskOf(core, options.folder),
    openPage: core.openPage,
  })
  const ended = Promise.race([
    core.ended,
    asked,
    core.started.then(() => new Promise<never>(() => undefined)),
  ])
  let crash: Awaited<typeof ended>
  try {
    await announceHost(options.folder, host)
    await show(host.newAddress(), options)
    crash = await ended
  } finally {
    await host.close()
    await withdrawHost(options.folder)
  }
  if (crash === 'asked') {
    options.say('正在备份并关闭，请稍候……')
    await core.ask('close', null)
  } else options.say('核心程序意外停止。已保存的数据没有丢失，请重新运行 npm start。')
  return crash === 'asked' ? 0 : 1
}

function deskOf(core: CoreThread, folder: string) {
  return {
    exchangeFolder: join(folder, 'exchange'),
    receive: (path: string, name: string) => core.ask('receive', { path, name }),
    hand: (token: string) => core.ask('hand', { token }),
  }
}

async function show(address: string, { open, say }: RunBrowserHostOptions): Promise<void> {
  const opened = open && (await openBrowser(address))
  say(opened ? `已在浏览器中打开。如未出现，请手动打开：${address}` : `请在本机浏览器中打开：${address}`)
}

/** Ctrl+C reaches us from the terminal and again from whoever started us: only the first may count, closing takes its time. */
function askedToStop(): Promise<'asked'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve('asked'))
  })
}

function pathIn(root: URL, folder: string): string {
  return fileURLToPath(new URL(folder, root))
}
