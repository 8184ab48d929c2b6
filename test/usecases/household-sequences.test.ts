import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenInvariants, membersOf, type Picture } from '../../src-main/domain/household/picture.ts'
import { readPicture } from '../../src-main/store/household-picture.ts'
import type { Reader } from '../../src-main/store/reader.ts'
import { aFamily, registered } from '../builders/a-register.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { gantingCode } from '../builders/a-roll-sheet.ts'
import { known } from '../builders/household-events.ts'
import { pick, step, type Step } from '../domain/household/random-events.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  const named = (lines: ReturnType<typeof aFamily>, surname: string) =>
    lines.map((line) => ({ ...line, name: surname + line.name.slice(1) }))
  await registered(office, [
    ...aFamily(),
    ...named(aFamily('H-2', 21), '赵').slice(0, 3),
    ...named(aFamily('H-3', 41), '钱').slice(0, 1),
  ])
})
afterEach(() => office.remove())

const refusals = ['not refused', 'household.event-refused', 'input.invalid']

test('after any sequence of events nobody is lost, and the history replays to what stands', async () => {
  const { reader } = office.core.connect('any').context.host.door.store
  const before = await valuesOf(reader)
  const happened = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 20 }), async (steps) => {
      for (const wanted of steps) {
        const refusal = await refusalOf(take(await pictureOf(reader), wanted))
        expect(refusals).toContain(refusal)
        if (refusal === 'not refused') happened.add(wanted.kind)
        const picture = await pictureOf(reader)
        expect(brokenInvariants(picture)).toEqual([])
        expect(await pendingOf(reader)).toEqual(headless(picture))
      }
      await expectReplay(reader, before)
      await expectFound(await pictureOf(reader))
    }),
    { numRuns: 15 },
  )
  expect(happened.size).toBe(7)
}, 300_000)

interface Chosen {
  readonly wanted: Step
  readonly householdId: string
  readonly otherHouseholdId: string
  readonly members: readonly string[]
  readonly some: readonly string[]
  readonly next: string | null
  readonly anybody: { readonly id: string; readonly householdId: string | null }
}

/** The event as a clerk would send it, with the page just read. */
async function take(picture: Picture, wanted: Step): Promise<unknown> {
  const going = [...picture.households.values()].filter(({ status }) => status === 'registered')
  const householdId = pick(going, wanted.household)?.id
  const anybody = pick([...picture.people.values()], wanted.head)
  if (householdId === undefined || anybody === undefined) return undefined
  const members = membersOf(picture, householdId).map(({ id }) => id)
  const some = members.filter((_, at) => wanted.chosen[at])
  const others = members.filter((id) => !some.includes(id))
  const next = wanted.withHead ? (pick(others, wanted.head) ?? null) : null
  const otherHouseholdId = pick(going, wanted.other)?.id ?? ''
  return send[wanted.kind]({ wanted, householdId, otherHouseholdId, members, some, next, anybody })
}

async function event(householdId: string) {
  const { version } = await office.clerk.register.household({ householdId })
  return { householdId, version, relations: {}, ...known }
}

const place = { villageCode: gantingCode, groupName: '1组' }
const send: { readonly [K in Step['kind']]: (chosen: Chosen) => Promise<unknown> } = {
  split: async ({ householdId, some, wanted, next }) => {
    const split = { memberIds: [...some], newHeadId: pick(some, wanted.head) ?? '', remainingHeadId: next }
    return office.clerk.household.split({ ...(await event(householdId)), ...split, newHousehold: place })
  },
  merge: async ({ householdId, otherHouseholdId }) =>
    office.clerk.household.merge({ ...(await event(householdId)), otherHouseholdId, headId: null }),
  householder: async ({ householdId, members, wanted }) => {
    const headId = pick(members, wanted.head) ?? ''
    return office.clerk.household.changeHouseholder({ ...(await event(householdId)), headId })
  },
  'move-in': async ({ householdId, wanted: { isNew }, anybody }) => {
    const { version } = await event(householdId)
    const into = isNew ? place : { householdId, version }
    const people = [{ personId: anybody.id, relation: '亲属' }]
    const coming = { into, people, headAt: isNew ? 0 : null, from: '外县' }
    return office.clerk.household.moveIn({ ...known, ...coming })
  },
  'move-out': async ({ householdId, some, next }) => {
    const leaving = { personIds: [...some], to: '外县', successorId: next }
    return office.clerk.household.moveOut({ ...(await event(householdId)), ...leaving })
  },
  death: async ({ householdId, members, wanted }) => {
    const personId = pick(members, wanted.head) ?? ''
    const heir = members.find((id) => id !== personId) ?? null
    const death = { personId, headId: wanted.withHead ? heir : null, takeOver: null }
    return office.clerk.household.recordDeath({ ...(await event(householdId)), ...death })
  },
  restore: async ({ anybody }) => {
    const restored = { personId: anybody.id, relation: '子' }
    return office.clerk.household.restore({ ...(await event(anybody.householdId ?? '')), ...restored })
  },
}

async function pictureOf(reader: Reader): Promise<Picture> {
  const rows = await reader.selectFrom('household').select('id').execute()
  return readPicture(reader, { householdIds: rows.map(({ id }) => id) })
}

async function pendingOf(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('household').select('id').where('householderPending', '=', 1).execute()
  return rows.map(({ id }) => id).toSorted()
}

function headless({ households }: Picture): string[] {
  return [...households.values()]
    .filter(({ status, householderId }) => status === 'registered' && householderId === null)
    .map(({ id }) => id)
    .toSorted()
}

type Values = Map<string, Record<string, string | null>>

/** Everything events may change, by the id of whose it is. */
async function valuesOf(reader: Reader): Promise<Values> {
  const { people, households } = await pictureOf(reader)
  const things = [...people.values(), ...households.values()]
  return new Map(things.map(({ id, ...values }) => [id, { ...values } as Record<string, string | null>]))
}

/** From what stood before, change by change, to what stands now; each change begins where the one before ended. */
async function expectReplay(reader: Reader, before: Values): Promise<void> {
  const replayed: Values = new Map([...before].map(([id, values]) => [id, { ...values }]))
  const changes = await reader.selectFrom('valueChange').selectAll().orderBy('id').execute()
  for (const { entityId, field, oldValue, newValue } of changes) {
    const values = replayed.get(entityId) ?? { householderId: null, status: 'registered', endedOn: null }
    expect([entityId, field, values[field] ?? null]).toEqual([entityId, field, oldValue])
    replayed.set(entityId, { ...values, [field]: newValue })
  }
  expect(sorted(replayed)).toEqual(sorted(await valuesOf(reader)))
}

function sorted(values: Values) {
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Whoever is looked up is found in the household they are in now. */
async function expectFound({ people, households }: Picture): Promise<void> {
  const { hits } = await office.clerk.register.search({ text: '甘亭村', limit: 50 })
  expect(hits).toHaveLength(people.size)
  for (const { personId, householdId } of hits) expect(householdId).toBe(people.get(personId)?.householdId)
  expect(households.size).toBeGreaterThanOrEqual(3)
}
