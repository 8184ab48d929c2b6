import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDemonstrationRun, type DemonstrationRun } from '../builders/a-demonstration-run.ts'
import { anotherTownship, type RollLineExpected } from '../builders/other-township.ts'
import { countNoticeLines, noticeTexts, openAsAuditor } from '../builders/run-outcome.ts'
import { storedTownship, type StoredTownship } from '../builders/stored-township.ts'

describe.each([
  { hasHouseholdNo: true, hasPrintedAmount: true },
  { hasHouseholdNo: false, hasPrintedAmount: false },
])('another township, with other habits %o', (habits) => {
  const given = anotherTownship(habits)
  let run: DemonstrationRun
  let stored: StoredTownship
  beforeAll(async () => {
    run = await aDemonstrationRun(given.folder)
    stored = await storedTownship(run.out, /姓名/)
  }, 300_000)
  afterAll(async () => {
    rmSync(given.folder, { recursive: true })
    await run?.remove()
  })

  test('is recognised by its villages, and every list for what it is', () => {
    const { township, programmeCode, year, steps } = run.report

    expect({ township, programmeCode, year }).toEqual({
      township: '苏堡镇',
      programmeCode: 'NY01',
      year: 2026,
    })
    expect(steps.imported.map(({ kind, accepted }) => [kind, accepted])).toEqual([
      ['household-register', given.registerRows - given.registerRejects.length],
      ['farmland-roll', given.accepted.length],
      ['land-rights', 60],
      ['deceased', 3],
      ['payroll', 2],
    ])
  })

  test('gets back exactly the lines that cannot be used', () => {
    expect(stored.rejects.get('farmland-roll')).toEqual(given.rollRejects)
    expect(stored.rejects.get('household-register')).toEqual(given.registerRejects)
  })

  test('rolls every good line forward with money to the fen', () => {
    expect(run.report.steps.rolledForward).toMatchObject(totalsOf(given.accepted))
  })

  test('returns who is dead, paid twice, on the payroll, over the cap or sharing a card, and nobody else', () => {
    const returned = given.accepted.filter((line) => !given.approved.includes(line))

    expect(returned.length).toBeGreaterThan(8)
    expect(run.report.steps.returned).toMatchObject(totalsOf(returned))
    expect(run.report.steps.approved).toMatchObject(totalsOf(given.approved))
  })

  test('posts and packs the others, whoever they are, and every step ties to the next', () => {
    const { records } = openAsAuditor(run.out)
    const notices = [...noticeTexts(run.out).values()]

    const packed = records.map((record) => [
      record.villageCode,
      record.beneficiary.name,
      record.beneficiary.idNumber,
      record.payee.accountNo,
      record.areaCentiMu,
      record.amountFen,
    ])
    expect(packed.map(String).toSorted()).toEqual(given.approved.map(asPacked).toSorted())
    expect(notices).toHaveLength(5)
    expect(notices.reduce((lines, text) => lines + countNoticeLines(text), 0)).toBe(given.approved.length)
    expect(run.report.ties.filter((tie) => !tie.holds)).toEqual([])
    expect(run.report).toMatchObject({ tiesOut: true, degraded: false, verification: { ok: true } })
  })
})

function totalsOf(lines: readonly RollLineExpected[]) {
  return {
    rows: lines.length,
    areaCentiMu: lines.reduce((sum, line) => sum + line.areaCentiMu, 0),
    amountFen: lines.reduce((sum, line) => sum + line.amountFen, 0),
  }
}

function asPacked(line: RollLineExpected): string {
  const { villageCode, name, idNumber, accountNo, areaCentiMu, amountFen } = line
  return String([villageCode, name, idNumber, accountNo, areaCentiMu, amountFen])
}
