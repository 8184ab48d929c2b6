import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { period, termsInForce } from '../builders/a-period.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

const people = [1, 2, 3].map((n) => aRollPerson(n))
let office: AnOffice

beforeEach(async () => {
  office = await anOffice()
  await termsInForce(office)
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(people), year: 2025 })
})
afterEach(() => office.remove())

const shown = (by = office.clerk) => by.review.dropped(period)

async function explained(
  at: number,
  change: Partial<{ reasonCode: 'death' | 'other'; forAllAlike: boolean }> = {},
) {
  const { rows } = await shown()
  const { personId } = rows[at]!
  const said = { personId, reasonCode: 'other' as const, statement: '地已收回集体' }
  return office.clerk.review.explainDropped({ ...period, ...said, ...change })
}

test('who was on the last list and has no application is there, until everybody has one', async () => {
  expect(await shown()).toMatchObject({ roll: { year: 2025, month: null }, open: 3 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  expect(await shown()).toMatchObject({ rows: [], open: 0 })
})

test('what the register says is told, and why is written by a person: for one, or for everybody alike', async () => {
  const dead = [
    ['姓名', '身份证号', '死亡日期'],
    [people[0]!.name, anIdNumber(1), '2026-01-20'],
  ]
  await office.importList({ kind: 'deceased', bytes: aWorkbook({ lines: dead }), name: '死亡.xlsx' })
  expect((await shown()).rows.map(({ why }) => why)).toEqual(['dead', 'unknown', 'unknown'])
  expect(await explained(0, { reasonCode: 'death' })).toEqual({ recorded: 1 })
  expect(await explained(1, { forAllAlike: true })).toEqual({ recorded: 2 })

  const { rows, open } = await shown()
  expect(open).toBe(0)
  expect(rows.map(({ note }) => note?.reasonCode)).toEqual(['death', 'other', 'other'])
  expect(rows[1]?.note).toMatchObject({ statement: '地已收回集体', by: 'clerk同志' })
})

test('a death nobody has on record is not written down as one; another programme’s people see nobody', async () => {
  expect(await refusalOf(explained(1, { reasonCode: 'death' }))).toBe('input.invalid')
  const elsewhere = await somebodyLimited(office, 'other', { role: 'reviewer', programmeCode: 'MZ05' })
  expect(await refusalOf(shown(elsewhere))).toBe('permission.denied')
  expect((await shown()).open).toBe(3)
})
