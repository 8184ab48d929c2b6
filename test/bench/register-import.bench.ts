import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { password, townshipCode } from '../builders/a-workstation.ts'
import { keepResults } from './bench-results.ts'
import { builtProduct } from './built-product.ts'
import { median, timed } from './measure.ts'

const root = resolve(import.meta.dirname, '../..')
const name = '户籍人口花名册.xlsx'
const sample = resolve(root, '../shared/samples', name)
const path = existsSync(sample) ? sample : resolve(root, 'resources/demo', name)
const readWorker = new URL('../../out/main/read-worker.js', import.meta.url)
const rounds = 9
const { createCore, runJob } = await builtProduct()

it('imports a register in at most twice the time SheetJS takes to read it', async () => {
  const ours: Awaited<ReturnType<typeof importRegister>>[] = []
  const sheetJs: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await importRegister())
    sheetJs.push((await timed(() => XLSX.read(readFileSync(path)))).milliseconds)
  }

  const lines = ours[0]?.lines ?? 0
  expect(lines).toBeGreaterThan(1_000)
  const ratio = median(ours.map(({ milliseconds }, round) => milliseconds / (sheetJs[round] ?? 1)))
  const block = median(ours.map(({ longestBlock }) => longestBlock))
  keepResults('1-register-import', [
    {
      what: 'register import / SheetJS reading the file',
      measured: `${ratio.toFixed(2)} ×`,
      target: '≤ 2.0 ×',
      met: ratio <= 2,
      isRatio: true,
      note:
        `${lines} rows: parse, validate, write, index ${Math.round(median(ours.map((one) => one.milliseconds)))} ms; ` +
        `XLSX.read in this process ${Math.round(median(sheetJs))} ms; median of ${rounds} pairs`,
    },
    {
      what: 'longest block of the core’s loop in an import',
      measured: `${block.toFixed(0)} ms`,
      target: '< 50 ms',
      met: block < 50,
      isRatio: false,
      note: `median of ${rounds} imports, the worst ${Math.max(...ours.map((one) => one.longestBlock)).toFixed(0)} ms`,
    },
  ])
})

/** The whole job as a clerk starts it, on a township of its own. */
async function importRegister() {
  const folder = mkdtempSync(join(tmpdir(), 'onecard-bench-'))
  const core = createCore({
    folder,
    resources: resolve(root, 'resources'),
    clock: { now: () => new Date() },
    carrier: 'command-line',
    pdf: { print: () => Promise.resolve(new Uint8Array()), close: () => Promise.resolve() },
    readWorker,
    pictureWorker: new URL('../../out/main/picture-worker.js', import.meta.url),
    checkpointWorker: new URL('../../out/main/checkpoint-worker.js', import.meta.url),
    software: { name: 'onecard', version: '0.0.0', build: 'bench' },
    stretch: { N: 2 ** 12 },
  })
  const administrator = { signInName: 'administrator', displayName: '管理员', password }
  const clerk = { signInName: 'clerk', displayName: '经办', password, roles: ['clerk' as const] }
  await core.client('set-up').workstation.setUp({ townshipCode, administrator, people: [clerk] })
  const client = core.client('clerk')
  await client.session.open({ signInName: clerk.signInName, password })
  const { token } = await core.files.adopt(path, name, false)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const { value, milliseconds } = await timed(async () => {
    const asked = { fileToken: token, kind: 'household-register' as const, year: null, sheet: null }
    const { stageId } = await runJob(client, 'list.stage', asked)
    return runJob(client, 'list.commit', { stageId })
  })
  // The last commit shows when the loop turns again, and a second later what it wrote is copied back.
  await setTimeout(1_800)
  delay.disable()
  await core.close()
  rmSync(folder, { recursive: true, force: true })
  return { lines: value.counts.lines, milliseconds, longestBlock: delay.max / 1e6 }
}
