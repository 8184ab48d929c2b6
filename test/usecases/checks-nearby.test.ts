import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aFamily, householdOf, registered } from '../builders/a-register.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { period, submitted } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const families = [1, 2, 3, 4, 5, 6]
const reason = '来人更正'
/** Passbooks whose numbers follow one another: twelve of them make a row worth a look. */
const bookNo = (at: number) => `8920558757${String(100 + at)}`

/** Six families of five, two of each on last year's roll, the accounts in a row. */
async function aTownship(): Promise<ReadonlyMap<number, string>> {
  await registered(
    office,
    families.flatMap((family) =>
      aFamily(`H-${String(family)}`, family * 10, { phone: family > 4 ? '13800138000' : '' }),
    ),
  )
  const births = ['19550312', '19570820', '19800105'] as const
  const people = families.flatMap((family) =>
    [0, 2].map((member) => ({
      name: member === 0 ? '张大山' : '张强',
      idNumber: anIdNumber(family * 10 + member, { birth: births[member] ?? '' }),
    })),
  )
  await submitted(
    office,
    people.map((person, at) => aRollPerson(at + 1, { ...person, accountNo: bookNo(at) })),
  )
  const households = families.map(async (family) => {
    const { householdId } = await householdOf(office, `H-${String(family)}`)
    return [family, householdId] as const
  })
  return new Map(await Promise.all(households))
}

/** Everything that stands on every record, in the words the reviewer reads. */
async function standing(): Promise<string[]> {
  const { rows } = await office.reviewer.review.list({ ...period, limit: 200 })
  const records = await Promise.all(
    rows.map(({ applicationId }) => office.reviewer.review.record({ applicationId })),
  )
  return records
    .flatMap(({ applicationId, details }) =>
      details.map(({ check, severity, detail, sources, others }) =>
        JSON.stringify([applicationId, check, severity, detail, sources, others]),
      ),
    )
    .toSorted()
}

const phones = ['13800138000', '138-0013-8000', '13900139000', ''] as const
const family = fc.constantFrom(...families)
const edit = fc.oneof(
  fc.record({ what: fc.constant('phone' as const), family, value: fc.constantFrom(...phones) }),
  fc.record({ what: fc.constant('address' as const), family, value: fc.constantFrom('1号', '1 号', '2号') }),
  fc.record({
    what: fc.constant('account' as const),
    family,
    value: fc.integer({ min: 0, max: 30 }).map(bookNo),
  }),
  fc.record({ what: fc.constant('holder' as const), family, value: fc.constantFrom('张大山', '李四') }),
  fc.record({ what: fc.constant('death' as const), family, value: fc.constant('2026-06-15') }),
  fc.record({ what: fc.constant('move' as const), family, value: fc.constantFrom(1, 2) }),
)
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

/** The third of the row of twelve leaves it, and comes back when nobody is found in a row any more. */
const leavesAndComesBack: readonly Edit[] = [
  { what: 'account', family: 2, value: bookNo(30) },
  { what: 'account', family: 2, value: bookNo(2) },
]

/** What cannot be done twice (a second death, a card somebody has) is refused, and then nothing may have changed. */
async function make(idOf: ReadonlyMap<number, string>, { what, family: of, value }: Edit): Promise<void> {
  const household = await office.clerk.register.household({ householdId: idOf.get(of)! })
  const [person] = household.members
  const account = household.accounts.find(({ personId }) => personId === person?.personId)
  if (person === undefined || account === undefined) return
  const { householdId, version } = household
  const event = { householdId, version, happenedOn: '2026-06-15', reason, source: '户口簿' }
  const { register, household: events } = office.clerk
  const { personId } = person
  const { accountId } = account
  const work = {
    phone: () => register.changePerson({ personId, changes: { phone: String(value) }, reason }),
    address: () => register.changeHousehold({ householdId, changes: { address: String(value) }, reason }),
    account: () => register.changeAccount({ accountId, changes: { accountNo: String(value) }, reason }),
    holder: () => register.changeAccount({ accountId, changes: { holderName: String(value) }, reason }),
    death: () => events.recordDeath({ ...event, personId, headId: null, relations: {}, takeOver: null }),
    move: () =>
      events.merge({ ...event, otherHouseholdId: idOf.get(Number(value))!, headId: null, relations: {} }),
  }[what]
  await work().catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'PROBLEM')) throw error
  })
}

test('what is looked at again after an edit is what a check of everybody finds', async () => {
  const idOf = await aTownship()
  let edited = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      for (const one of edits) await make(idOf, one)
      const { checksOutdated } = await office.reviewer.review.overview(period)
      expect(checksOutdated).toBe(false)
      const nearby = await standing()
      await runJob(office.reviewer, 'review.check', period)
      expect(nearby).toEqual(await standing())
      edited += edits.length
    }),
    { numRuns: 25, endOnFailure: true, examples: leavesAndComesBack.map((one) => [[one]]) },
  )
  expect(edited).toBeGreaterThan(25)
})
