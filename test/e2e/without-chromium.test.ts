import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDemonstrationRun, type DemonstrationRun } from '../builders/a-demonstration-run.ts'
import { noPrinter } from '../builders/a-workstation.ts'
import { anotherTownship } from '../builders/other-township.ts'

const given = anotherTownship({ hasHouseholdNo: true, hasPrintedAmount: true })
let run: DemonstrationRun
beforeAll(async () => {
  run = await aDemonstrationRun(given.folder, noPrinter)
}, 300_000)
afterAll(async () => {
  rmSync(given.folder, { recursive: true })
  await run?.remove()
})

test('hands out the notices as pages and says that the run is degraded', () => {
  const notices = readdirSync(join(run.out, 'notices'))
  const report = JSON.parse(readFileSync(join(run.out, 'report.json'), 'utf8')) as { degraded: boolean }

  expect(report.degraded).toBe(true)
  expect(notices).toHaveLength(5)
  expect(notices.every((name) => name.endsWith('.html'))).toBe(true)
})

test('still goes on to a package that opens and ties out, with the pages in it', () => {
  expect(run.report).toMatchObject({ tiesOut: true, verification: { ok: true }, noticesFailed: [] })
})
