import { type Entitlement, type Exclusion, isInForce, mayBlock } from '../check-rules.ts'
import type { Day } from '../day.ts'
import type { SourceLine } from '../finding.ts'
import { type CertificateEntry, type DeceasedEntry, isDrawnOn, type ReliefEntry } from './listed-facts.ts'

/** 在册的一人 — somebody of the register who might have a right. */
export interface RegisteredPerson {
  readonly personId: string
  readonly idNumber: string
  readonly name: string
  readonly birthDate: Day
  readonly householdId: string
  readonly villageCode: string
  readonly groupName: string
}

export interface MissedInput {
  readonly people: readonly RegisteredPerson[]
  readonly exclusions: readonly Exclusion[]
  readonly certificates: readonly CertificateEntry[]
  readonly relief: readonly ReliefEntry[]
  readonly deceased: readonly DeceasedEntry[]
  /** Who has applied for or was paid a programme this year, by its code. */
  readonly applied: ReadonlyMap<string, ReadonlySet<string>>
}

/** 应享未享的一人 — may be entitled and has not applied; nothing is decided by it. */
export interface MissedBeneficiary {
  readonly person: RegisteredPerson
  readonly entitlement: Entitlement
  readonly age: number
  readonly certificate: CertificateEntry | undefined
  readonly relief: ReliefEntry | undefined
  readonly sources: readonly SourceLine[]
}

/**
 * C14 应享未享 — by one entitlement, as of its programme's day. Who is dead by a list, has applied, or is certainly shut
 * out is left out; who cannot be told from what is known is left out too: it is a list of people to ask, not of rights.
 */
export function findMissed(entitlement: Entitlement, input: MissedInput, asOf: Day): MissedBeneficiary[] {
  const facts = factsOn(entitlement, input, asOf)
  const applied = input.applied.get(entitlement.programme)
  return input.people.flatMap((person) => {
    if (facts.out.has(person.idNumber) || applied?.has(person.idNumber) === true) return []
    const age = ageOn(person.birthDate, asOf)
    if (entitlement.minimumAge !== null && age < entitlement.minimumAge) return []
    const certificate = facts.certificates.get(person.idNumber)
    if (entitlement.needsCertificate && certificate === undefined) return []
    const relief = facts.reliefOf.get(person.idNumber) ?? facts.reliefOf.get(person.householdId)
    if (entitlement.relief.length > 0 && relief === undefined) return []
    const sources = [certificate?.source, relief?.source].flatMap((source) => source ?? [])
    return [{ person, entitlement, age, certificate, relief, sources }]
  })
}

function factsOn(entitlement: Entitlement, input: MissedInput, asOf: Day) {
  const current = input.certificates.filter(
    ({ expiresOn, level }) =>
      (expiresOn === null || expiresOn >= asOf) &&
      (entitlement.levels.length === 0 || entitlement.levels.includes(level)),
  )
  const drawn = input.relief.filter((entry) => isDrawnOn(entry, asOf))
  const helping = drawn.filter(({ reliefKind }) => entitlement.relief.includes(reliefKind))
  const dead = input.deceased.filter(({ deathDate }) => deathDate <= asOf)
  return {
    certificates: new Map(
      entitlement.needsCertificate ? current.map((one) => [one.idNumber, one] as const) : [],
    ),
    reliefOf: new Map(
      helping.flatMap((entry) => [
        [entry.idNumber, entry] as const,
        ...(entry.householdId === null ? [] : [[entry.householdId, entry] as const]),
      ]),
    ),
    out: new Set([...dead.map(({ idNumber }) => idNumber), ...shutOut(entitlement, input, drawn, asOf)]),
  }
}

/** Whom a certain rule shuts out has missed nothing. */
function shutOut(entitlement: Entitlement, input: MissedInput, drawn: readonly ReliefEntry[], asOf: Day) {
  const rules = input.exclusions.filter(
    (rule) => rule.programme === entitlement.programme && mayBlock(rule) && isInForce(rule, asOf),
  )
  return rules.flatMap(({ with: { programme, relief } }) => [
    ...(input.applied.get(programme ?? '') ?? []),
    ...drawn.flatMap(({ reliefKind, idNumber }) => (relief?.includes(reliefKind) === true ? [idNumber] : [])),
  ])
}

/** 周岁 — a birthday counts from its own day on. */
export function ageOn(birthDate: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}
