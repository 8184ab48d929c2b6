import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { build } from 'vite'
import type { DeskPlace } from './desk.ts'
import type { Acknowledgement } from './whole-or-absent.ts'

export interface KilledRun {
  /** What the core had answered before. */
  readonly acknowledged: readonly Acknowledgement[]
  /** How long the steps had been going on. */
  readonly milliseconds: number
}

/** The core has pages in it, which plain Node cannot read: the worker runs built, like the product. */
export async function buildWorker(root: string): Promise<string> {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outDir = mkdtempSync(join(cache, 'kill-worker-'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(root, 'test/kill/kill-worker.ts'), outDir, emptyOutDir: true },
  })
  return outDir
}

/** Runs the steps in a process of their own and kills it so many milliseconds after they began, or once they end. */
export async function killAfter(
  worker: string,
  order: DeskPlace & { readonly steps: readonly string[] },
  milliseconds: number | 'the end',
): Promise<KilledRun> {
  const child = spawn(process.execPath, [join(worker, 'kill-worker.js'), JSON.stringify(order)])
  const complaint = text(child.stderr)
  const gone = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)))
  const acknowledged: Acknowledgement[] = []
  const kill = () => child.kill('SIGKILL')
  let began = 0
  for await (const line of createInterface(child.stdout)) {
    const said = wholeLine(line)
    if ('begun' in said) began = performance.now()
    if ('begun' in said && milliseconds !== 'the end') setTimeout(kill, milliseconds)
    if ('seq' in said) acknowledged.push(said as unknown as Acknowledgement)
    if ('ended' in said && milliseconds === 'the end') kill()
  }
  const ended = performance.now()
  if ((await gone) !== 'SIGKILL') throw new Error(`the worker ended by itself: ${await complaint}`)
  return { acknowledged, milliseconds: ended - began }
}

/** A line cut off by the kill was not said. */
function wholeLine(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return {}
  }
}
