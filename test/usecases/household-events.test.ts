import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { gantingCode } from '../builders/a-roll-sheet.ts'
import { deathOf, eventOf, known } from '../builders/household-events.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await registered(office, [
    ...aFamily(),
    ...aFamily('H-2', 21)
      .slice(0, 2)
      .map((line) => ({ ...line, name: `${line.name}二` })),
  ])
})
afterEach(() => office.remove())

const members = async (householdNo: string) =>
  Object.fromEntries((await householdOf(office, householdNo)).members.map((one) => [one.name, one.relation]))
const place = { villageCode: gantingCode, groupName: '1组' }

test('a split makes a household with its own number, head and relations, and is on record with both', async () => {
  const { event, idOf } = await eventOf(office, 'H-1')
  const [strong, wife, child] = ['张强', '李梅', '张小雨'].map(idOf) as [string, string, string]

  const { householdId, serial } = await office.clerk.household.split({
    ...event,
    ...{ memberIds: [strong, wife, child], newHeadId: strong, remainingHeadId: null },
    relations: { [wife]: '妻', [child]: '女' },
    newHousehold: place,
  })

  expect(await members('H-1-1')).toEqual({ 张强: '户主', 李梅: '妻', 张小雨: '女' })
  expect(await members('H-1')).toEqual({ 张大山: '户主', 王秀兰: '妻' })
  expect(serial).toBe('2026-0001')
  const made = await office.clerk.register.household({ householdId })
  expect(made.events[0]).toMatchObject({
    kind: 'split',
    otherHouseholdNo: 'H-1',
    what: '张强、李梅、张小雨分出另立一户，户主张强',
  })
  const history = await office.clerk.register.history({ householdId })
  expect(history.find(({ whose, field }) => whose === '李梅' && field === 'relation')).toMatchObject({
    what: '与户主关系：儿媳 → 妻',
    reason: known.reason,
    sourceText: '分户 2026-0001',
  })
})

test('a split that would leave nobody changes nothing at all', async () => {
  const { event, idOf, household } = await eventOf(office, 'H-1')
  const memberIds = household.members.map(({ personId }) => personId)
  const wanted = { memberIds, newHeadId: idOf('张强'), remainingHeadId: null, relations: {} }

  const refused = office.clerk.household.split({ ...event, ...wanted, newHousehold: place })

  expect(await refusalOf(refused)).toBe('household.event-refused')
  expect((await householdOf(office, 'H-1')).version).toBe(household.version)
  expect((await office.clerk.register.summary()).households).toBe(2)
})

test('a merge takes everybody over and ends the other household', async () => {
  const { event } = await eventOf(office, 'H-1')
  const other = await householdOf(office, 'H-2')

  await office.clerk.household.merge({
    ...event,
    otherHouseholdId: other.householdId,
    headId: null,
    relations: {},
  })

  expect(Object.keys(await members('H-1'))).toHaveLength(7)
  const ended = await office.clerk.register.household({ householdId: other.householdId })
  expect(ended).toMatchObject({ status: 'cancelled', endedOn: known.happenedOn, members: [] })
  expect(ended.events[0]?.what).toBe('张大山二、王秀兰二并入本户')
})

test('another head makes everybody’s relation a new one', async () => {
  const { event, idOf } = await eventOf(office, 'H-1')

  await office.clerk.household.changeHouseholder({
    ...event,
    headId: idOf('王秀兰'),
    relations: { [idOf('张大山')]: '夫' },
  })

  expect(await members('H-1')).toMatchObject({ 王秀兰: '户主', 张大山: '夫', 张强: '子' })
})

test('somebody comes to the township, and somebody of it marries into the household', async () => {
  const { household } = await eventOf(office, 'H-1')
  const single = memberOf(await householdOf(office, 'H-2'), '王秀兰二')
  const into = { householdId: household.householdId, version: household.version }

  await office.clerk.household.moveIn({
    ...known,
    into,
    people: [
      { values: { name: '赵新来', idNumber: anIdNumber(50, { birth: '19900101' }) }, relation: '女婿' },
      { personId: single.personId, relation: '弟媳' },
    ],
    headAt: null,
    from: '尧都区',
  })

  expect(await members('H-1')).toMatchObject({ 赵新来: '女婿', 王秀兰二: '弟媳' })
  const page = await householdOf(office, 'H-1')
  expect(memberOf(page, '赵新来')).toMatchObject({ movedOn: known.happenedOn, movedWhere: '尧都区' })
  expect(memberOf(page, '王秀兰二').movedOn).toBeNull()
  const { hits } = await office.clerk.register.search({ text: 'zxl' })
  expect(hits.map(({ householdNo }) => householdNo)).toEqual(['H-1'])
})

test('what is wrong with somebody new is said at their place in the form', async () => {
  const into = { ...place, householdNo: 'H-9' }
  const people = [{ values: { name: '', idNumber: '123' }, relation: '户主' }]

  const refused = await office.clerk.household
    .moveIn({ ...known, into, people, headAt: 0, from: '' })
    .catch((error) => error)

  expect(refused.data.facts.fields).toEqual([
    { path: 'people.0.name', rule: 'name-missing' },
    { path: 'people.0.idNumber', rule: 'id-length' },
  ])
})

test('who leaves stays on the page as gone; the whole household leaves visibly', async () => {
  const { event, household } = await eventOf(office, 'H-2')
  const personIds = household.members.map(({ personId }) => personId)

  await office.clerk.household.moveOut({
    ...event,
    personIds,
    to: '尧都区',
    successorId: null,
    relations: {},
  })

  const gone = await office.clerk.register.household({ householdId: household.householdId })
  expect(gone).toMatchObject({ status: 'moved-out', householderPersonId: null, householderPending: false })
  expect(gone.members.map(({ status, movedWhere }) => [status, movedWhere])).toEqual([
    ['moved-out', '尧都区'],
    ['moved-out', '尧都区'],
  ])
  expect((await office.clerk.register.summary()).households).toBe(1)
  expect(
    (await office.clerk.register.households({ status: 'ended' })).rows.map((row) => row.householdNo),
  ).toEqual(['H-2'])
})

test('a death that was not true is taken back, with both on record', async () => {
  await deathOf(office, '张大山')
  const { event, idOf } = await eventOf(office, 'H-1')

  await office.clerk.household.restore({ ...event, personId: idOf('张大山'), relation: '父' })

  expect(memberOf(await householdOf(office, 'H-1'), '张大山')).toMatchObject({
    status: 'registered',
    diedOn: null,
  })
  expect((await householdOf(office, 'H-1')).events.map(({ kind }) => kind)).toEqual(['restore', 'death'])
})

test('an event on a household somebody has changed since, or in the future, is refused', async () => {
  const { event, idOf } = await eventOf(office, 'H-1')
  const head = (change: object) =>
    office.clerk.household.changeHouseholder({ ...event, headId: idOf('张强'), relations: {}, ...change })

  expect(await refusalOf(head({ happenedOn: '2026-07-02' }))).toBe('input.invalid')
  expect(await refusalOf(head({}))).toBe('not refused')
  expect(await refusalOf(head({}))).toBe('record.stale')
})

test('the sheet of an event names what changed and shows no more than last digits', async () => {
  const { eventId } = await deathOf(office, '张大山')

  const { token, name } = await office.clerk.household.eventSheet({ eventId })

  const html = await import('node:fs/promises').then((fs) =>
    fs.readFile(office.core.files.find(token).path, 'utf8'),
  )
  expect(name).toBe('家庭情况变更登记表_2026-0001.html')
  expect(html).toContain('张大山死亡；户主为张强')
  expect(html).toContain(`（${anIdNumber(1, { birth: '19550312' }).slice(-4)}）`)
  expect(html).not.toContain(anIdNumber(1, { birth: '19550312' }))
})
