import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await registered(office, aFamily())
})
afterEach(() => office.remove())

const reason = '已看户口簿原件'

async function head() {
  return memberOf(await householdOf(office, 'H-1'), '张大山')
}

test('a change of a person keeps who, why, and what stood before', async () => {
  const { personId } = await head()

  const answer = await office.clerk.register.changePerson({
    personId,
    changes: { phone: '138 0357 0001', name: '张大山' },
    reason,
  })

  expect(answer).toEqual({ changed: ['phone'] })
  const { householdId } = await householdOf(office, 'H-1')
  const history = await office.clerk.register.history({ householdId })
  expect(history[0]).toMatchObject({
    by: 'clerk同志',
    reason,
    what: '联系电话：（空） → 138****0001',
    whose: '张大山',
  })
  expect(history.slice(1).map(({ what, source }) => [what, source?.fileName])).toEqual(
    Array.from({ length: 6 }, () => ['登记入册', '花名册.xlsx']),
  )
})

test('everything wrong with what was typed is said at once, at its field', async () => {
  const { personId } = await head()
  const changes = { name: '', idNumber: '142625195503120018', phone: '没有' }

  const refused = await office.clerk.register
    .changePerson({ personId, changes, reason })
    .catch((error) => error)

  expect(refused.data.facts.fields).toEqual([
    { path: 'name', rule: 'name-missing' },
    { path: 'idNumber', rule: 'id-checksum' },
    { path: 'phone', rule: 'phone-not-a-number' },
  ])
})

test('a number that is somebody else’s is refused; sex and birthday follow the right one', async () => {
  const { personId } = await head()
  const change = (idNumber: string) =>
    office.clerk.register.changePerson({ personId, changes: { idNumber }, reason })

  expect(await refusalOf(change(anIdNumber(2, { birth: '19570820' })))).toBe('register.id-number-taken')
  const { changed } = await change(anIdNumber(34, { birth: '19550313' }))

  expect(changed).toEqual(['idNumber', 'sex', 'birthDate'])
  expect((await head()).birthDate).toBe('1955-03-13')
})

test('two people may change different fields of one person, never the same one unseen', async () => {
  const { personId } = await head()
  const change = (changes: { phone?: string; relation?: string }, seen: Record<string, number>) =>
    office.clerk.register.changePerson({ personId, changes, seen, reason })

  await change({ phone: '13803570001' }, {})

  expect(await refusalOf(change({ relation: '本人' }, {}))).toBe('not refused')
  expect(await refusalOf(change({ phone: '13803570002' }, {}))).toBe('register.value-changed')
})

test('a household’s number stays its own, and its village one of the township', async () => {
  await registered(office, aFamily('H-2', 11))
  const { householdId } = await householdOf(office, 'H-1')
  const change = (changes: { householdNo?: string; villageCode?: string; groupName?: string }) =>
    office.clerk.register.changeHousehold({ householdId, changes, reason })

  expect(await refusalOf(change({ householdNo: 'H-2' }))).toBe('register.household-no-taken')
  expect(await refusalOf(change({ villageCode: '141024102201' }))).toBe('input.invalid')
  expect(await change({ householdNo: 'H-1', groupName: '第二村民小组' })).toEqual({ changed: ['groupName'] })
  expect((await householdOf(office, 'H-1')).groupName).toBe('2组')
})

test('an account is entered once a person, by its holder’s own name where nothing else is said', async () => {
  const { personId } = await head()
  const add = () =>
    office.clerk.register.addAccount({ personId, values: { accountNo: anAccountNo(1) }, reason })

  await add()

  expect(await refusalOf(add())).toBe('account.already-there')
  expect((await householdOf(office, 'H-1')).accounts).toMatchObject([
    { holderName: '张大山', kind: 'card', accountMasked: `…${anAccountNo(1).slice(-4)}` },
  ])
})
