import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { build } from 'vite'
import type { DeskPlace } from './desk.ts'
import type { Moment } from './steps.ts'
import type { Acknowledgement } from './whole-or-absent.ts'

export interface KilledRun {
  /** What the core had answered before. */
  readonly acknowledged: readonly Acknowledgement[]
  /** When each moment began, in milliseconds; the last one is the end. */
  readonly began: ReadonlyMap<Moment | 'end', number>
}

/** When to kill: so many milliseconds after a moment began. */
export interface KillTime {
  readonly moment: Moment | 'end'
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

/** Runs the steps in a process of their own and kills it at that time. */
export async function killAt(
  worker: string,
  order: DeskPlace & { readonly steps: readonly string[] },
  { moment, milliseconds }: KillTime,
): Promise<KilledRun> {
  const child = spawn(process.execPath, [join(worker, 'kill-worker.js'), JSON.stringify(order)])
  const complaint = text(child.stderr)
  const gone = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)))
  const acknowledged: Acknowledgement[] = []
  const began = new Map<Moment | 'end', number>()
  for await (const line of createInterface(child.stdout)) {
    const said = wholeLine(line)
    if (said.seq !== undefined) acknowledged.push(said as Acknowledgement)
    if (said.begins !== undefined) began.set(said.begins, performance.now())
    if (said.begins === moment) setTimeout(() => child.kill('SIGKILL'), milliseconds)
  }
  if ((await gone) !== 'SIGKILL') throw new Error(`the worker ended by itself: ${await complaint}`)
  return { acknowledged, began }
}

interface Said extends Partial<Acknowledgement> {
  readonly begins?: Moment | 'end'
}

/** A line cut off by the kill was not said. */
function wholeLine(line: string): Said {
  try {
    return JSON.parse(line) as Said
  } catch {
    return {}
  }
}
