import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createCore } from '../../src-main/core.ts'
import type { DemonstrationReport } from '../../src-main/demonstration/report.ts'
import { runDemonstration } from '../../src-main/demonstration/run-demonstration.ts'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { noPrinter } from './a-workstation.ts'

const root = resolve(import.meta.dirname, '../..')
const composition = {
  resources: join(root, 'resources'),
  readWorker: new URL('../../src-main/workbook/read-worker.ts', import.meta.url),
  pictureWorker: new URL('../../src-main/imaging/picture-worker.ts', import.meta.url),
  software: { name: 'onecard', version: '0.0.0', build: 'test' },
}

export interface DemonstrationRun {
  readonly out: string
  readonly report: DemonstrationReport
  remove(): Promise<void>
}

/** The whole job over a folder of lists, on real files and with the machine's own Chromium. */
export async function aDemonstrationRun(input: string, pdf = chromiumPdf()): Promise<DemonstrationRun> {
  const out = await mkdtemp(join(tmpdir(), 'onecard-run-'))
  const report = await runDemonstration({
    ...composition,
    out,
    input,
    pdf,
    now: new Date('2026-08-20T02:00:00Z'),
    say: () => undefined,
  })
  return { out, report, remove: () => rm(out, { recursive: true, force: true }) }
}

/** People of the demonstration, as its facts name them. */
export const demonstrationPeople = {
  clerk: { signInName: 'lijuan', password: 'demo-clerk-2026' },
  reviewer: { signInName: 'wangxiuying', password: 'demo-reviewer-2026' },
}

/** Opens the workstation a run has left behind, as its clerk would the next day. */
export async function openedByClerk(out: string) {
  const core = createCore({
    ...composition,
    folder: join(out, 'workstation'),
    clock: { now: () => new Date() },
    carrier: 'command-line',
    pdf: noPrinter,
  })
  const clerk = core.client('clerk')
  await clerk.session.open(demonstrationPeople.clerk)
  return { clerk, close: () => core.close() }
}
