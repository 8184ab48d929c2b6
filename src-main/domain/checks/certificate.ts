import type { Requirement } from '../check-rules.ts'
import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckedLine, CheckInput } from './check-input.ts'
import { type CertificateEntry, hasEndedBy, isDrawnOn, type ReliefEntry } from './listed-facts.ts'
import { makeFinding, mostNamed } from './make-finding.ts'

/**
 * C13 条件不符 — the certificate a programme asks for is over, of a level that gives no right, or not on the list; or the
 * relief the right rests on has ended. Explained, not blocked: people were wrongly stopped over expired certificates
 * that had been renewed, and a list may be older than the certificate.
 */
export function findUnmetConditions(input: CheckInput, asOf: Day): Finding[] {
  const { requirement } = input
  if (requirement === undefined) return []
  return [...findCertificates(requirement, input, asOf), ...findEndedRelief(requirement, input, asOf)]
}

function findCertificates(requirement: Requirement, input: CheckInput, asOf: Day): Finding[] {
  if (input.certificates === undefined) return []
  const held = Map.groupBy(input.certificates, ({ idNumber }) => idNumber)
  return input.lines.flatMap((line) => {
    const unmet = judge(requirement, held.get(line.idNumber) ?? [], asOf)
    if (unmet === undefined) return []
    const { facts, sources } = unmet
    return [makeFinding(line, asOf, { check: 'C13', severity: 'explain', facts, sources })]
  })
}

function judge(requirement: Requirement, held: readonly CertificateEntry[], asOf: Day) {
  const sources = held.slice(0, mostNamed).map(({ source }) => source)
  if (held.length === 0) return { facts: { kind: 'not-listed' }, sources }
  const current = held.filter(({ expiresOn }) => expiresOn === null || expiresOn >= asOf)
  if (current.length === 0) {
    const expiresOn = held.map((one) => one.expiresOn ?? '').reduce((a, b) => (a > b ? a : b))
    return { facts: { kind: 'expired', expiresOn }, sources }
  }
  const [first] = current
  if (first === undefined || current.some((one) => givesRight(requirement, one))) return undefined
  const facts = { kind: 'level', level: first.level, disability: first.kind, basis: requirement.basis }
  return { facts, sources }
}

function givesRight({ levels, alsoKinds }: Requirement, { kind, level }: CertificateEntry): boolean {
  return levels.length === 0 || levels.includes(level) || alsoKinds.includes(kind)
}

/** 低保已停仍领 — only somebody the lists say was on relief: who never was may be poor by another list. */
function findEndedRelief(requirement: Requirement, input: CheckInput, asOf: Day): Finding[] {
  const relief = input.relief.filter(({ reliefKind }) => requirement.endsWithRelief.includes(reliefKind))
  const byPerson = Map.groupBy(relief, ({ idNumber }) => idNumber)
  const byHousehold = Map.groupBy(relief, ({ householdId }) => householdId ?? '')
  return input.lines.flatMap((line) => {
    const own = reliefOf(line, byPerson, byHousehold)
    const [ended] = own.filter((entry) => hasEndedBy(entry, asOf))
    if (ended === undefined || own.some((entry) => isDrawnOn(entry, asOf))) return []
    const facts = {
      ...{ kind: 'relief-ended', relief: ended.reliefKind, listName: ended.name },
      until: ended.until ?? ended.since ?? '',
    }
    return [makeFinding(line, asOf, { check: 'C13', severity: 'explain', facts, sources: [ended.source] })]
  })
}

function reliefOf(
  { idNumber, householdId }: CheckedLine,
  byPerson: ReadonlyMap<string, ReliefEntry[]>,
  byHousehold: ReadonlyMap<string, ReliefEntry[]>,
): readonly ReliefEntry[] {
  const family = householdId === null ? [] : (byHousehold.get(householdId) ?? [])
  return [...new Set([...(byPerson.get(idNumber) ?? []), ...family])]
}
