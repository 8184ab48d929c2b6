import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, aPerson, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import { anOpenRound, onSiteVisit, typed, type TypedValue } from '../builders/a-survey.ts'

let office: AnOffice
let taskId: string
beforeEach(async () => {
  office = await anOffice()
  const { roundId } = await anOpenRound(office)
  taskId = (await office.clerk.survey.tasks({ roundId })).rows[0]!.taskId
})
afterEach(() => office.remove())

const save = (...edits: readonly TypedValue[]) =>
  office.clerk.survey.saveVisit({ taskId, edits: typed(...edits) })
const valueOf = async (field: string, subject = 'visit') =>
  (await office.clerk.survey.task({ taskId })).values.find(
    (one) => one.field === field && one.subject === subject,
  )
async function secondClerk() {
  await office.administrator.user.create(aPerson('other', 'clerk'))
  return windowOf(office.core, 'other')
}

describe('a household opened for entry', () => {
  test('shows the clerk full numbers and leaves a trace; everybody else sees them masked', async () => {
    const entered = await office.clerk.survey.enter({ taskId })
    const shown = await office.reviewer.survey.task({ taskId })

    expect(entered.people.map((one) => one.idNumber)).toEqual([anIdNumber(1), anIdNumber(2)])
    expect(entered.accounts.map((one) => one.accountNo)).toEqual([anAccountNo(1)])
    expect(shown.people.map((one) => one.idNumber).join()).not.toMatch(/\d{7}/)
    expect(shown.accounts.map((one) => one.accountNo).join()).not.toMatch(/\d{5}/)
    const { rows } = await office.administrator.system.audit({ after: null, limit: 5 })
    expect(rows.map((row) => row.action)).toContain('survey.enter')
  })

  test('says where it stands among those of the list it was opened from', async () => {
    const { place } = await office.clerk.survey.enter({ taskId, filter: { state: 'unvisited' } })

    expect(place).toMatchObject({ index: 1, total: 2, previousTaskId: null })
    const next = await office.clerk.survey.enter({ taskId: place.nextTaskId! })
    expect(next.place).toMatchObject({ index: 2, previousTaskId: taskId, nextTaskId: null })
  })
})

describe('a visit', () => {
  test('is kept value by value, codes as what they mean', async () => {
    await save(...onSiteVisit, { subject: 'household', field: 'q.wants', value: '1' })

    expect(await valueOf('visit.state')).toMatchObject({ value: 'visited', conflict: false })
    expect(await valueOf('q.wants', 'household')).toMatchObject({ value: 'yes' })
    expect(await office.clerk.survey.task({ taskId })).toMatchObject({ state: 'visited' })
  })

  test('tells everything wrong with it at once and keeps nothing of it', async () => {
    const refused = save(['visit.state', '9'], { subject: 'household', field: 'q.transferMu', value: '许多' })

    await expect(refused).rejects.toMatchObject({
      data: {
        code: 'input.invalid',
        facts: {
          fields: [
            { path: 'visit|visit.state', rule: 'code-unknown' },
            { path: 'household|q.transferMu', rule: 'area-not-number' },
          ],
        },
      },
    })
    expect((await office.clerk.survey.task({ taskId })).values).toEqual([])
  })

  test('is not done without the way it was, nor away without coming back', async () => {
    expect(await refusalOf(save(['visit.state', '1']))).toBe('input.invalid')
    expect(await refusalOf(save(['visit.state', '2'], ['visit.on', '2026-07-01']))).toBe('input.invalid')
  })

  test('does not know a field of another programme', async () => {
    expect(await refusalOf(save({ subject: 'household', field: 'q.certLevel', value: '1' }))).toBe(
      'input.invalid',
    )
    expect(await refusalOf(save({ subject: 'household', field: 'household.mood', value: '1' }))).toBe(
      'input.invalid',
    )
  })

  test('said again takes the place of what was said; the former value stays on record', async () => {
    await save(...onSiteVisit)
    const { heads } = (await valueOf('visit.respondent'))!

    await save({ field: 'visit.respondent', value: '张三', supersedes: heads })

    expect(await valueOf('visit.respondent')).toMatchObject({ value: '张三', conflict: false, former: 1 })
  })

  test('by two who did not see each other’s keeps both, until somebody decides', async () => {
    const other = await secondClerk()
    await save(...onSiteVisit)
    await other.survey.saveVisit({ taskId, edits: typed(['visit.respondent', '张三']) })

    const value = (await valueOf('visit.respondent'))!
    expect(value.conflict).toBe(true)
    expect(value.rivals.map((one) => one.value).sort()).toEqual(['张一', '张三'])

    await save({ field: 'visit.respondent', value: '张一', supersedes: value.heads })
    expect(await valueOf('visit.respondent')).toMatchObject({ value: '张一', conflict: false, former: 2 })
  })
})

describe('a draft', () => {
  const keep = (text: string) => office.clerk.survey.keepDraft({ taskId, typed: text })
  const draftOf = async (client = office.clerk) => (await client.survey.enter({ taskId })).draft

  test('is there after the program was closed and opened again', async () => {
    await keep('{"household|q.wants":"1"}')

    await office.core.close()
    office.reopen()
    const again = await windowOf(office.reopen(), 'clerk')

    expect((await again.survey.enter({ taskId })).draft?.typed).toBe('{"household|q.wants":"1"}')
  })

  test('of one clerk leaves another’s alone, and each hears of the other', async () => {
    const other = await secondClerk()
    await keep('甲')
    await other.survey.keepDraft({ taskId, typed: '乙' })

    expect((await draftOf())?.typed).toBe('甲')
    expect((await draftOf(other))?.typed).toBe('乙')
    const { otherDrafts } = await office.clerk.survey.enter({ taskId })
    expect(otherDrafts.map((one) => one.by)).toEqual(['other同志'])
  })

  test('is done with once the visit is saved', async () => {
    await keep('甲')
    await save(...onSiteVisit)

    expect(await draftOf()).toBeNull()
  })

  test('thrown away is out of the way but stays readable', async () => {
    await keep('甲')
    await office.clerk.survey.discardDraft({ taskId })

    expect(await draftOf()).toBeNull()
    expect((await office.clerk.survey.task({ taskId })).discarded).toBe(1)
  })
})
