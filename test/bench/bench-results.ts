import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../node_modules/.cache/onecard-bench/results')

/** One line of the bench table. */
export interface BenchLine {
  readonly what: string
  readonly measured: string
  /** Empty where it is only told. */
  readonly target: string
  readonly met?: boolean
  /** A quotient of two things done in the same run means the same on every machine. */
  readonly isRatio: boolean
  readonly note: string
}

export function forgetResults(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

export function keepResults(bench: string, lines: readonly BenchLine[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${bench}.json`), `${JSON.stringify(lines, null, 2)}\n`)
}

/** Ratios first. */
export function readResults(): BenchLine[] {
  const lines = readdirSync(folder)
    .toSorted()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as BenchLine[])
  return [...lines.filter((line) => line.isRatio), ...lines.filter((line) => !line.isRatio)]
}
