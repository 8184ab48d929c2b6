import { isDrawnOn } from '../domain/checks/listed-facts.ts'
import type { Day } from '../domain/day.ts'
import { ageOn } from '../domain/id-number.ts'
import { judgedLandRights } from '../domain/judged-land.ts'
import { disabilityKinds } from '../domain/list-words.ts'
import { labelOfMeaning } from '../domain/word-list.ts'
import type { Rule } from '../rules/compile-rule.ts'
import type { Facts, FactValue } from '../rules/fact-dictionary.ts'
import type { Reader } from '../store/reader.ts'
import { countHouseholdPeople, type RuleSubject } from '../store/rule-subject-queries.ts'
import { personStatusLabels } from '../wording/register-labels.ts'
import { type Lists, listsOf } from './check-facts.ts'

/** What gives one fact of a subject; undefined where it is not known. */
type FactReader = (subject: RuleSubject) => FactValue | undefined

/**
 * 取事实 — the facts a rule reads, of everybody it is asked about. A list that was never imported says nothing about
 * anybody: its facts are not there, not false.
 */
export async function factReadersOf(
  reader: Reader,
  rule: Pick<Rule, 'facts'>,
  asOf: Day,
  lists = listsOf(reader),
): Promise<(subject: RuleSubject) => Facts> {
  const readers = new Map<string, FactReader>(ownFacts(asOf))
  const needs = (...names: string[]) => rule.facts.some((key) => names.some((name) => key.startsWith(name)))
  if (needs('household.')) {
    const sizes = await countHouseholdPeople(reader, lists.among?.householdIds)
    readers.set('household.size', ({ householdId }) => sizes.get(householdId ?? ''))
  }
  if (needs('person.dead', 'person.onPayroll', 'person.convicted')) await addListed(lists, readers, asOf)
  if (needs('relief.')) await addRelief(lists, readers, asOf)
  if (needs('disability.')) await addCertificates(lists, readers, asOf)
  if (needs('land.')) await addLand(lists, readers, asOf)
  const wanted = rule.facts.map((key) => [key, readers.get(key)] as const)
  return (subject) =>
    new Map(
      wanted.flatMap(([key, read]): [string, FactValue][] => {
        const value = read?.(subject)
        return value === undefined ? [] : [[key, value]]
      }),
    )
}

function ownFacts(asOf: Day): readonly (readonly [string, FactReader])[] {
  return [
    ['person.age', ({ birthDate }) => ageOn(birthDate, asOf)],
    ['person.sex', ({ sex }) => (sex === 'male' ? '男' : '女')],
    ['person.status', ({ status }) => personStatusLabels[status]],
    ['person.relation', ({ relation }) => orUnknown(relation)],
    ['person.hukouKind', ({ hukouKind }) => orUnknown(hukouKind)],
    ['application.areaMu', ({ areaCentiMu }) => (areaCentiMu === null ? undefined : areaCentiMu / 100)],
  ]
}

/** What nobody has written down is not known. */
function orUnknown(text: string): string | undefined {
  return text === '' ? undefined : text
}

async function addListed(lists: Lists, readers: Map<string, FactReader>, asOf: Day): Promise<void> {
  const [deceased, payroll, convicted] = [
    await lists.deceased(),
    await lists.payroll(),
    await lists.convicted(),
  ]
  const dead = new Set(deceased.filter(({ deathDate }) => deathDate <= asOf).map(({ idNumber }) => idNumber))
  const isListed = await lists.isHere('deceased')
  readers.set('person.dead', ({ idNumber }) => dead.has(idNumber) || (isListed ? false : undefined))
  const paid = new Set(payroll.map(({ idNumber }) => idNumber))
  if (await lists.isHere('payroll')) readers.set('person.onPayroll', ({ idNumber }) => paid.has(idNumber))
  const held = convicted.filter(({ from, to }) => (from ?? asOf) <= asOf && asOf <= (to ?? asOf))
  const inside = new Set(held.map(({ idNumber }) => idNumber))
  if (await lists.isHere('conviction'))
    readers.set('person.convicted', ({ idNumber }) => inside.has(idNumber))
}

async function addRelief(lists: Lists, readers: Map<string, FactReader>, asOf: Day): Promise<void> {
  const [relief, reliefKinds] = [await lists.relief(), await lists.reliefKinds()]
  const kinds = [
    ['relief.lowIncome', 'dibao'],
    ['relief.destitute', 'tekun'],
  ] as const
  for (const [key, kind] of kinds) {
    if (!reliefKinds.has(kind)) continue
    const drawn = relief.filter((entry) => entry.reliefKind === kind && isDrawnOn(entry, asOf))
    const people = new Set(drawn.map(({ idNumber }) => idNumber))
    // low-income relief is a household's, support in destitution a person's
    const households = kind === 'dibao' ? new Set(drawn.map(({ householdId }) => householdId)) : new Set()
    readers.set(
      key,
      ({ idNumber, householdId }) =>
        people.has(idNumber) || (householdId !== null && households.has(householdId)),
    )
  }
}

async function addCertificates(lists: Lists, readers: Map<string, FactReader>, asOf: Day): Promise<void> {
  const all = await lists.certificates()
  if (all === undefined) return
  const valid = all.filter(({ expiresOn }) => expiresOn === null || expiresOn >= asOf)
  const of = new Map(valid.toReversed().map((entry) => [entry.idNumber, entry]))
  readers.set('disability.certified', ({ idNumber }) => of.has(idNumber))
  readers.set('disability.kind', ({ idNumber }) => {
    const kind = of.get(idNumber)?.kind
    return kind === undefined || kind === '' ? undefined : labelOfMeaning(disabilityKinds, kind)
  })
  readers.set('disability.level', ({ idNumber }) => {
    const level = Number(of.get(idNumber)?.level)
    return Number.isInteger(level) && level > 0 ? level : undefined
  })
}

async function addLand(lists: Lists, readers: Map<string, FactReader>, asOf: Day): Promise<void> {
  const land = await lists.land()
  if (land === undefined || land.ledger.length === 0) return
  const confirmed = new Map<string, number>()
  for (const { idNumber, confirmed: centiMu } of land.ledger)
    confirmed.set(idNumber, (confirmed.get(idNumber) ?? 0) + centiMu)
  const caps = new Map<string, number>()
  for (const { idNumber, capCentiMu } of judgedLandRights(land, asOf))
    caps.set(idNumber, (caps.get(idNumber) ?? 0) + capCentiMu)
  // whom no ledger names may have land in a village whose ledger is not here
  readers.set('land.confirmedMu', ({ idNumber }) => inMu(confirmed.get(idNumber)))
  readers.set('land.capMu', ({ idNumber }) => inMu(caps.get(idNumber)))
}

function inMu(centiMu: number | undefined): number | undefined {
  return centiMu === undefined ? undefined : centiMu / 100
}
