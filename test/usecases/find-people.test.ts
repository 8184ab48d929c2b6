import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFamily, aRegisterSheet, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { gantingCode } from '../builders/a-roll-sheet.ts'
import { deathOf, eventOf } from '../builders/household-events.ts'

const headId = anIdNumber(1, { birth: '19550312' })
const reason = '核对户口簿'
let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  const [head, ...others] = aFamily('14102410100012345')
  await registered(office, [{ ...head!, phone: '13803571234' }, ...others])
  const { personId } = memberOf(await householdOf(office, '14102410100012345'), '张大山')
  await office.clerk.register.addAccount({ personId, values: { accountNo: anAccountNo(7) }, reason })
})
afterEach(() => office.remove())

async function find(text: string) {
  const { hits } = await office.clerk.register.search({ text })
  return hits.map(({ name, matched }) => `${name} ${matched}`)
}

async function headOf() {
  return memberOf(await householdOf(office, '14102410100012345'), '张大山').personId
}

test.each([
  ['张大山', 'name'],
  ['大山', 'name'],
  ['zhangdashan', 'pinyin'],
  ['zds', 'pinyin'],
  [headId.slice(-6), 'id-number'],
  [anAccountNo(7).slice(-6), 'account-no'],
  ['13803571234', 'phone'],
  ['1234', 'phone'],
])('%s finds by %s', async (text, matched) => {
  expect(await find(text)).toEqual([`张大山 ${matched}`])
})

test('a household number finds all its people, a village and group everybody in them', async () => {
  expect(await find('0012345')).toHaveLength(5)
  expect((await find('0012345'))[0]).toBe('张大山 household-no')
  for (const place of ['甘亭村1组', '甘亭村一组', '甘亭村委会1组', '一组', '甘亭村 1组'])
    expect([place, ...(await find(place))]).toEqual([place, ...(await find('甘亭'))])
  expect((await find('甘亭'))[0]).toBe('张大山 place')
})

test('a name, a telephone and an ID number that were right before still lead to the person', async () => {
  const personId = await headOf()
  const changed = anIdNumber(77, { birth: '19550313' })
  await office.clerk.register.changePerson({
    personId,
    changes: { name: '张岱山', phone: '13903579999', idNumber: changed },
    reason,
  })

  expect(await find('张岱山')).toEqual(['张岱山 name'])
  expect(await find('张大山')).toEqual(['张岱山 former'])
  expect(await find('13803571234')).toEqual(['张岱山 former'])
  expect(await find(headId)).toEqual(['张岱山 former'])
  expect(await find(changed)).toEqual(['张岱山 id-number'])
})

test('a mistyped account and a household’s old number still lead there', async () => {
  const household = await householdOf(office, '14102410100012345')
  const [account] = household.accounts
  const { accountId } = account!
  await office.clerk.register.changeAccount({ accountId, changes: { accountNo: anAccountNo(8) }, reason })
  const { householdId } = household
  await office.clerk.register.changeHousehold({
    householdId,
    changes: { householdNo: '14102410100099999' },
    reason,
  })

  expect(await find(anAccountNo(7))).toEqual(['张大山 former'])
  expect(await find(anAccountNo(8))).toEqual(['张大山 account-no'])
  expect((await find('0012345'))[0]).toBe('张大山 former')
  expect(await find('0099999')).toHaveLength(5)
})

test('after an event everybody is found where they are now, and who died is said to be dead', async () => {
  const { event, idOf } = await eventOf(office, '14102410100012345')
  const memberIds = ['张强', '李梅'].map(idOf)
  const place = { householdNo: '14102410100077777', villageCode: gantingCode, groupName: '3组' }
  await office.clerk.household.split({
    ...{ ...event, memberIds, newHeadId: memberIds[0]!, remainingHeadId: null, relations: {} },
    newHousehold: place,
  })

  expect((await find('0077777')).toSorted()).toEqual(['张强 household-no', '李梅 household-no'])
  expect((await find('甘亭村3组')).toSorted()).toEqual(['张强 place', '李梅 place'])
  const now = await eventOf(office, '14102410100012345')
  await office.clerk.household.recordDeath({
    ...{ ...now.event, personId: now.idOf('王秀兰'), headId: null, relations: {}, takeOver: null },
  })
  const { hits } = await office.clerk.register.search({ text: '王秀兰' })
  expect(hits).toMatchObject([{ status: 'dead', householdNo: '14102410100012345' }])
})

test('an old village name and code are understood in a sheet and in the search', async () => {
  const old = {
    code: '141024101900',
    name: '老寨村委会',
    replacedBy: gantingCode,
    until: '2021-12-31',
    basis: '撤并批复',
  }
  const family = (village: string, from: number) =>
    aFamily(`H-${from}`, from, { village })
      .slice(0, 1)
      .map((line) => ({ ...line, name: `赵${'甲乙'[from % 2]}` }))
  const rejected = await office.stage(office.clerk, {
    kind: 'household-register',
    bytes: aRegisterSheet(family('老寨村', 60)),
  })
  expect((await office.clerk.list.stage({ stageId: rejected })).counts).toMatchObject({ rejected: 1 })

  await office.clerk.division.addPast(old)
  await registered(office, [...family('老寨村', 70), ...family('141024101900', 81)])

  expect((await householdOf(office, 'H-70')).villageCode).toBe(gantingCode)
  expect((await householdOf(office, 'H-81')).villageCode).toBe(gantingCode)
  expect(await find('老寨')).toHaveLength(7)
  expect(await refusalOf(office.clerk.division.addPast(old))).toBe('input.invalid')
  expect(await refusalOf(office.clerk.division.addPast({ ...old, code: gantingCode }))).toBe('input.invalid')
})

test('a death moves nobody out of reach', async () => {
  await registered(office, aFamily('H-1', 30))
  await deathOf(office, '张大山')

  expect(await find(anIdNumber(30, { birth: '19550312' }))).toEqual(['张大山 id-number'])
})
