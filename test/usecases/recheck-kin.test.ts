import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { period, putInForce, settings, statedFor, terms } from '../builders/a-period.ts'
import { gantingCode } from '../builders/a-roll-sheet.ts'
import { anOpenRound, nameOf, onSiteVisit, typed } from '../builders/a-survey.ts'
import { anOffice, jobRefusal, type AnOffice } from '../builders/an-office.ts'

let office: AnOffice

/** 张二's household said it is a cadre's; 张四's did not. */
beforeEach(async () => {
  office = await anOffice()
  const { roundId } = await anOpenRound(office)
  const { rows } = await office.clerk.survey.tasks({ roundId })
  const cadre = { subject: 'household', field: 'q.cadre', value: '1' }
  const who = { subject: 'household', field: 'q.cadreWho', value: '任村主任' }
  const others = onSiteVisit.filter((one) => !('field' in one) || one.field !== 'q.cadre')
  await office.clerk.survey.saveVisit({ taskId: rows[0]!.taskId, edits: typed(...others, cadre, who) })
  await putInForce(office, period, {
    ...terms,
    recheck: { percent: 0, perVillage: 0, among: 'all', kin: true },
  })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
  for (const row of (await office.reviewer.review.list(period)).rows) {
    const decision = { applicationId: row.applicationId, version: row.version, decision: 'approve' } as const
    await office.reviewer.review.decide({ ...decision, reason: '村主任家，已核实' })
  }
  await office.clerk.setting.save({ values: settings })
  await statedFor(office, gantingCode)
})
afterEach(() => office.remove())

test('a cadre’s household is looked at again by itself, and an auditor draws the same', async () => {
  const freezing = { ...period, villageCodes: [gantingCode] }
  expect(await jobRefusal(office.clerk, 'publicity.freeze', freezing)).toBe('gate.rechecks-open')
  expect(await office.reviewer.review.drawRechecks(period)).toEqual({ drawn: 1 })

  const { records, draws, undrawn } = await office.approver.review.rechecks(period)
  expect(records.map(({ name }) => name)).toEqual([nameOf(1)])
  expect(undrawn).toBe(0)
  const again = await office.approver.review.redraw({ drawId: draws[0]!.drawId })
  expect(again).toMatchObject({ isSame: true, size: 1, rule: { kin: true, percent: 100 } })
})

test('a household staff declared as kin is drawn beside those that said so', async () => {
  const { rows } = await office.reviewer.review.list(period)
  const { householdId } = await office.reviewer.review.record({ applicationId: rows[1]!.applicationId })
  await office.clerk.review.declareKin({ householdId: householdId!, relation: 'parent' })
  expect(await office.reviewer.review.drawRechecks(period)).toEqual({ drawn: 2 })
})
