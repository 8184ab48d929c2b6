import { type Exclusion, isInForce, mayBlock } from '../check-rules.ts'
import type { Day } from '../day.ts'
import type { Finding, SourceLine } from '../finding.ts'
import { sameName } from '../person-name.ts'
import type { CheckedLine, CheckInput } from './check-input.ts'
import { isDrawnOn } from './listed-facts.ts'
import { makeFinding, mostNamed } from './make-finding.ts'

/** 另一项 — what somebody of the line's household has besides, and where that stands. */
interface Hit {
  readonly idNumber: string
  readonly name: string
  readonly householdId: string | null
  /** The other benefit's name, or the key of a relief kind or list. */
  readonly other: string
  readonly applicationId: string | null
  readonly source: SourceLine | null
}

/**
 * C04 互斥项目同时享受 and C23 同户叠加 — by the exclusions of the programme, of a person or of a household. One that is
 * certain everywhere blocks where the person is beyond doubt the same; every other must be explained.
 */
export function findShutOut(input: CheckInput, asOf: Day): Finding[] {
  return input.exclusions
    .filter((rule) => isJudged(rule) && isInForce(rule, asOf))
    .flatMap((rule) => findBy(rule, input, asOf))
}

function isJudged({ kind, granularity, with: { list } }: Exclusion): boolean {
  return kind !== 'compatible' && granularity !== 'parcel' && list !== 'conviction'
}

function findBy(rule: Exclusion, input: CheckInput, asOf: Day): Finding[] {
  const hits = hitsOf(rule, input, asOf)
  const isPersonal = rule.granularity === 'person'
  const hitsBy = Map.groupBy(hits, (hit) => (isPersonal ? hit.idNumber : (hit.householdId ?? '')))
  return input.lines.flatMap((line) => {
    const near = hitsBy.get(isPersonal ? line.idNumber : (line.householdId ?? '-')) ?? []
    const own = near.filter((hit) => isPersonal || isAnothers(rule, hit, line))
    return own.length === 0 ? [] : [findingOf(rule, line, own, asOf)]
  })
}

/** Within a household somebody else's counts; what is on a list about the person counts as well. */
function isAnothers(rule: Exclusion, hit: Hit, line: CheckedLine): boolean {
  return rule.with.programme === undefined || hit.idNumber !== line.idNumber
}

function hitsOf({ programme, with: target }: Exclusion, input: CheckInput, asOf: Day): Hit[] {
  const own = target.programme === programme ? input.lines.map((line) => ({ ...line, other: '' })) : []
  const others = input.otherBenefits.filter(({ programmeCode }) => programmeCode === target.programme)
  const relief = input.relief.filter(
    (entry) =>
      target.relief?.includes(entry.reliefKind) === true &&
      (target.classes === undefined || target.classes.includes(entry.reliefClass)) &&
      isDrawnOn(entry, asOf),
  )
  const payroll = target.list === 'payroll' ? input.payroll : []
  return [
    ...own,
    ...others.map((one) => ({ ...one, other: one.programmeName })),
    ...relief.map((one) => ({ ...one, other: one.reliefKind, applicationId: null })),
    ...payroll.map((one) => ({ ...one, other: 'payroll', applicationId: null })),
  ]
}

function findingOf(rule: Exclusion, line: CheckedLine, hits: readonly Hit[], asOf: Day): Finding {
  const isCertain = hits.some(({ idNumber, name }) => idNumber === line.idNumber && sameName(name, line.name))
  const differing = hits.find(
    ({ idNumber, name }) => idNumber === line.idNumber && !sameName(name, line.name),
  )
  const facts = {
    ...{ rule: rule.id, kind: rule.kind, words: rule.words, basis: rule.basis },
    ...{ mark: rule.source, region: rule.region },
    others: [...new Set(hits.map(({ other }) => other))].slice(0, mostNamed),
    names: [...new Set(hits.map(({ name }) => name))].slice(0, mostNamed),
    ...{ nameDiffers: differing === undefined ? 'no' : 'yes', listName: differing?.name ?? '' },
  }
  const finding = makeFinding(line, asOf, {
    check: rule.granularity === 'household' ? 'C23' : 'C04',
    severity: mayBlock(rule) && isCertain ? 'block' : 'explain',
    facts,
    sources: hits.flatMap(({ source }) => source ?? []).slice(0, mostNamed),
  })
  return { ...finding, others: hits.flatMap(({ applicationId }) => applicationId ?? []).slice(0, mostNamed) }
}
