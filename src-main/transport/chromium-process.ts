import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { DevtoolsPipe } from './devtools-pipe.ts'

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--password-store=basic',
  '--use-mock-keychain',
]

const closeTimeoutMs = 5_000

export interface ChromiumProcess {
  readonly pipe: DevtoolsPipe
  readonly majorVersion: number
  stop(): Promise<void>
}

/** Starts one windowless browser with a profile of its own, which goes away with it. */
export async function startChromium(browserPath: string, timeoutMs: number): Promise<ChromiumProcess> {
  const profile = mkdtempSync(join(tmpdir(), 'onecard-print-'))
  const child = spawn(
    browserPath,
    [...flags, ...sandboxFlags(), `--user-data-dir=${profile}`, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // What it leaves in the temporary folder goes away with the profile.
      env: { ...process.env, TMPDIR: profile },
    },
  )
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
  child.on('error', (reason) => pipe.close(reason))
  child.on('exit', () => pipe.close(new Error('browser exited')))
  const stop = stopper(child, pipe, profile)
  const late = setTimeout(() => pipe.close(new Error('browser did not start in time')), timeoutMs)
  try {
    const { product } = await pipe.send<{ product: string }>('Browser.getVersion')
    return { pipe, majorVersion: majorVersionOf(product), stop }
  } catch (reason) {
    await stop()
    throw reason
  } finally {
    clearTimeout(late)
  }
}

/** `HeadlessChrome/156.0.8078.79` → 156. */
export function majorVersionOf(product: string): number {
  return Number(/\/(\d+)\./.exec(product)?.[1] ?? 0)
}

/** Chromium refuses to start as root with its sandbox; anybody else keeps the sandbox. */
function sandboxFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Asks first: killed outright, its helpers write on into the profile while it is being removed. */
function stopper(child: ChildProcess, pipe: DevtoolsPipe, profile: string): () => Promise<void> {
  const kill = () => void child.kill('SIGKILL')
  const removeProfile = () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  const leave = () => {
    kill()
    removeProfile()
  }
  process.once('exit', leave)
  return async () => {
    process.off('exit', leave)
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      const late = setTimeout(kill, closeTimeoutMs)
      pipe.send('Browser.close').catch(kill)
      await gone
      clearTimeout(late)
    }
    removeProfile()
  }
}
