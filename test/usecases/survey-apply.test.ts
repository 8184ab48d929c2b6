import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { anOpenRound, typed, type TypedValue } from '../builders/a-survey.ts'

let office: AnOffice
let taskId: string
let householdId: string
let headId: string
beforeEach(async () => {
  office = await anOffice()
  const { roundId } = await anOpenRound(office)
  const [task] = (await office.clerk.survey.tasks({ roundId })).rows
  ;({ taskId, householdId } = task!)
  headId = (await office.clerk.survey.task({ taskId })).householderId!
})
afterEach(() => office.remove())

const save = (...edits: readonly TypedValue[]) =>
  office.clerk.survey.saveVisit({ taskId, edits: typed(...edits) })
const household = () => office.clerk.register.household({ householdId })
const changes = () =>
  office.core
    .connect('clerk')
    .context.host.door.store.reader.selectFrom('valueChange')
    .selectAll()
    .where('entityId', '=', headId)
    .execute()
const appliedOf = async (subject: string, field: string) =>
  (await office.clerk.survey.task({ taskId })).values.find(
    (one) => one.subject === subject && one.field === field,
  )?.register === 'taken'

describe('what a visit found', () => {
  test('goes into the register with the round as its source', async () => {
    await save({ subject: headId, field: 'person.phone', value: '13900000001', baseValue: '13800000001' })

    expect(await appliedOf(headId, 'person.phone')).toBe(true)
    const { phoneMasked } = (await household()).members.find((one) => one.personId === headId)!
    expect(phoneMasked).toBe('139****0001')
    expect(await changes()).toMatchObject([
      { field: 'phone', oldValue: '13800000001', reason: '摸底核实', source: '2026 年耕地补贴摸底' },
    ])
  })

  test('stays beside it where somebody has changed the register since', async () => {
    await office.clerk.register.changePerson({
      personId: headId,
      changes: { phone: '13700000001' },
      reason: '本人来所更正',
    })
    await save({ subject: headId, field: 'person.phone', value: '13900000001', baseValue: '13800000001' })

    expect(await appliedOf(headId, 'person.phone')).toBe(false)
    const value = (await office.clerk.survey.enter({ taskId })).values.find(
      (one) => one.field === 'person.phone',
    )
    expect(value).toMatchObject({ value: '13900000001', register: 'differs' })

    await save({
      ...{ subject: headId, field: 'person.phone', value: '13900000001', baseValue: '13700000001' },
      supersedes: value!.heads,
    })
    expect(await appliedOf(headId, 'person.phone')).toBe(true)
  })

  test('counts as taken over where the register says so already', async () => {
    await save({ subject: headId, field: 'person.phone', value: '13800000001', baseValue: null })

    expect(await appliedOf(headId, 'person.phone')).toBe(true)
    expect(await changes()).toEqual([])
  })

  test('leaves the register again when somebody says otherwise, until a person decides', async () => {
    await save({ subject: headId, field: 'person.phone', value: '13900000001', baseValue: '13800000001' })
    await save({ subject: headId, field: 'person.phone', value: '13900000002', baseValue: '13800000001' })

    expect(await appliedOf(headId, 'person.phone')).toBe(false)
    const { phoneMasked } = (await household()).members.find((one) => one.personId === headId)!
    expect(phoneMasked).toBe('138****0001')
  })
})

describe('somebody new', () => {
  const newId = randomUUID()
  const newcomer = (idNumber: string) =>
    [
      { subject: newId, field: 'person.name', value: '张小六' },
      { subject: newId, field: 'person.idNumber', value: idNumber },
      { subject: newId, field: 'person.relation', value: '孙女' },
    ] as const

  test('joins the household under the id of the round, with their account', async () => {
    const accountId = randomUUID()
    await save(
      ...newcomer(anIdNumber(6)),
      ...[
        { subject: accountId, field: 'account.person', value: newId },
        { subject: accountId, field: 'account.accountNo', value: anAccountNo(6) },
        { subject: accountId, field: 'account.custody', value: '2' },
      ],
    )

    const { members, accounts } = await household()
    expect(members.map((one) => [one.personId, one.name, one.relation])).toContainEqual([
      newId,
      '张小六',
      '孙女',
    ])
    expect(accounts.find((one) => one.accountId === accountId)).toMatchObject({ personId: newId })
    expect((await office.clerk.survey.enter({ taskId })).people).toHaveLength(3)
  })

  test('who is registered elsewhere is not registered twice', async () => {
    await save(...newcomer(anIdNumber(4)))

    expect((await household()).members).toHaveLength(2)
    expect(await appliedOf(newId, 'person.idNumber')).toBe(false)
  })
})

test('a new card is a second account; a closed one stays on record', async () => {
  const before = (await office.clerk.survey.enter({ taskId })).accounts[0]!
  const accountId = randomUUID()
  await save(
    { subject: accountId, field: 'account.person', value: headId },
    { subject: accountId, field: 'account.accountNo', value: anAccountNo(8) },
    { subject: accountId, field: 'account.bankName', value: '洪洞农商行' },
    { subject: before.accountId, field: 'account.status', value: '2', baseValue: 'active' },
  )

  const { accounts } = await office.clerk.survey.enter({ taskId })
  expect(accounts.map((one) => [one.accountNo, one.bankName])).toEqual([[anAccountNo(8), '洪洞农商行']])
})
