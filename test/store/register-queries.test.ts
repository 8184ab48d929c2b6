import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getHousehold, listMemberAccounts, listMembers } from '../../src-main/store/household-queries.ts'
import { findPersonByIdNumber, getAccount, getPerson } from '../../src-main/store/person-queries.ts'
import {
  countHouseholdsByVillage,
  countPeople,
  listHouseholds,
  listMemberNames,
} from '../../src-main/store/register-queries.ts'
import { joinHousehold, linkHouseholder } from '../../src-main/store/register-writing.ts'
import type { Store } from '../../src-main/store/store.ts'
import { aDataFolder, insertSomebody, insertVillages, villages } from '../builders/a-data-folder.ts'

const everything = { programmes: 'all', villages: 'all' } as const
const people = Array.from({ length: 30 }, (_, index) => ({
  name: `张${String.fromCodePoint(0x4e00 + index)}`,
  idNumber: `14262519661215${String(index).padStart(4, '0')}`,
  accountNo: `62299938333559${String(index).padStart(5, '0')}`,
  villageCode: villages[index % 3]!,
}))

test('reads every household once, page by page, also when one is added meanwhile', async () => {
  const { store, userId } = await aFilledStore()
  const seen: string[] = []
  let after: string | null = null

  do {
    const page = await listHouseholds(store.reader, everything, { pendingOnly: false, after, limit: 7 })
    seen.push(...page.rows.map((row) => row.householdId))
    after = page.next
    if (seen.length === 7)
      await store.inTransaction(async (writer) => void insertSomebody(writer, userId, extra))
  } while (after !== null)

  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(30)
})

test('shows and counts no household outside the scope', async () => {
  const { store } = await aFilledStore()

  await fc.assert(
    fc.asyncProperty(
      fc.subarray(villages),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      async (allowed, pendingOnly, limit) => {
        const scope = { programmes: 'all' as const, villages: allowed }
        const page = await listHouseholds(store.reader, scope, { pendingOnly, after: null, limit })
        expect(page.rows.every((row) => allowed.includes(row.villageCode))).toBe(true)
        expect(page.total).toBe(allowed.length * 10)
        const counts = await countHouseholdsByVillage(store.reader, scope)
        expect(counts.map((count) => [count.villageCode, count.households])).toEqual(
          [...allowed].sort().map((code) => [code, 10]),
        )
        for (const code of allowed) expect(await countPeople(store.reader, code)).toBe(10)
      },
    ),
    { numRuns: 40 },
  )
})

test('has no household, person or account to show outside the scope', async () => {
  const { store } = await aFilledStore()
  const inside = { programmes: 'all' as const, villages: [villages[0]!] }
  const person = (await findPersonByIdNumber(store.reader, people[1]!.idNumber))!
  const [account] = await listMemberAccounts(store.reader, person.householdId!)

  const notFound = { code: 'record.not-found' }
  await expect(getHousehold(store.reader, inside, person.householdId!)).rejects.toMatchObject(notFound)
  await expect(getPerson(store.reader, inside, person.id)).rejects.toMatchObject(notFound)
  await expect(getAccount(store.reader, inside, account!.id)).rejects.toMatchObject(notFound)
  expect((await getPerson(store.reader, everything, person.id)).name).toBe(people[1]!.name)
  expect((await getAccount(store.reader, everything, account!.id)).accountNo).toBe(people[1]!.accountNo)
})

test('names a householder only where nobody has changed the household since', async () => {
  const { store } = await aFilledStore()
  const person = (await findPersonByIdNumber(store.reader, people[0]!.idNumber))!
  const link = { householdId: person.householdId!, version: 1, personId: person.id }

  await store.inTransaction((writer) => linkHouseholder(writer, link))

  const household = await getHousehold(store.reader, everything, link.householdId)
  expect([household.householderId, household.householderPending, household.version]).toEqual([
    person.id,
    false,
    2,
  ])
  const again = store.inTransaction((writer) => linkHouseholder(writer, link))
  await expect(again).rejects.toMatchObject({ code: 'record.stale' })
  const stranger = store.inTransaction((writer) =>
    linkHouseholder(writer, { ...link, version: 2, personId: randomUUID() }),
  )
  await expect(stranger).rejects.toMatchObject({ code: 'record.not-found' })
})

test('moves somebody into a household and leaves 户主待补 where they were the head', async () => {
  const { store } = await aFilledStore()
  const [mover, host] = await Promise.all(
    people.slice(0, 2).map((one) => findPersonByIdNumber(store.reader, one.idNumber)),
  )
  const [from, to] = [mover!.householdId!, host!.householdId!]
  await store.inTransaction((writer) =>
    linkHouseholder(writer, { householdId: from, version: 1, personId: mover!.id }),
  )

  await store.inTransaction((writer) =>
    joinHousehold(writer, { personId: mover!.id, householdId: to, relation: '弟' }),
  )

  expect((await getHousehold(store.reader, everything, from)).householderPending).toBe(true)
  expect(await listMemberNames(store.reader, to)).toContainEqual({ name: mover!.name, relation: '弟' })
  expect((await listMembers(store.reader, to)).map((member) => member.deathDate)).toEqual([null, null])
})

const extra = { name: '后来', idNumber: '142625196612159999', villageCode: villages[0]! }

async function aFilledStore(): Promise<{ store: Store; userId: string }> {
  const opened = await (await aDataFolder()).open()
  await opened.store.inTransaction(async (writer) => {
    insertVillages(writer)
    for (const somebody of people) insertSomebody(writer, opened.userId, somebody)
  })
  return opened
}
