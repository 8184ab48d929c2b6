import { cpus, loadavg } from 'node:os'
import type { Reporter } from 'vitest/node'
import { type BenchLine, forgetResults, readResults } from './bench-results.ts'

/** Ends a bench run with one table of everything it measured. */
export class BenchTableReporter implements Reporter {
  onTestRunStart(): void {
    forgetResults()
  }

  onTestRunEnd(): void {
    const lines = readResults()
    const load = loadavg()[0]?.toFixed(1) ?? '?'
    process.stdout.write(
      `\n${cpus()[0]?.model ?? ''} × ${cpus().length}, load ${load}, Node ${process.version}\n`,
    )
    process.stdout.write(`${tableOf(lines)}\n`)
  }
}

function tableOf(lines: readonly BenchLine[]): string {
  const rows = lines.map(({ what, measured, target, met, note }) => [
    what,
    measured,
    target,
    metText(met),
    note,
  ])
  const all = [['what', 'measured', 'target', 'met', 'how'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) =>
      row
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function metText(met: boolean | undefined): string {
  if (met === undefined) return ''
  return met ? 'yes' : 'NO'
}
