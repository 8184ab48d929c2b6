import type { Day } from '../day.ts'
import type { Finding, Severity } from '../finding.ts'
import { sameName } from '../person-name.ts'
import type { CheckInput, CheckTerms } from './check-input.ts'
import type { ConvictedEntry } from './listed-facts.ts'
import { makeFinding } from './make-finding.ts'

/**
 * C02 服刑强戒人员 — on the list, and the day eligibility is judged by lies within the term as far as the list gives one.
 * A suspicion with its source: what a programme does about it is said by its rule, and it never stops a payment alone.
 */
export function findConvicted({ lines, convicted, exclusions, terms }: CheckInput, asOf: Day): Finding[] {
  const current = Map.groupBy(convicted.filter(isWithin(asOf)), ({ idNumber }) => idNumber)
  const rule = exclusions.find((one) => one.with.list === 'conviction')
  return lines.flatMap((line) => {
    const [entry] = current.get(line.idNumber) ?? []
    if (entry === undefined) return []
    const facts = {
      ...{ measure: entry.measure, from: entry.from ?? '', to: entry.to ?? '', listName: entry.name },
      nameDiffers: sameName(entry.name, line.name) ? 'no' : 'yes',
      ...{ follows: rule?.words ?? '', basis: rule?.basis ?? '' },
    }
    const severity = severityOf(entry, terms, rule !== undefined)
    return [makeFinding(line, asOf, { check: 'C02', severity, facts, sources: [entry.source] })]
  })
}

function isWithin(asOf: Day) {
  return ({ from, to }: ConvictedEntry) => (from ?? asOf) <= asOf && asOf <= (to ?? asOf)
}

/** Who is free under supervision, or paid as a household, keeps what they have: only to be seen. */
function severityOf({ measure }: ConvictedEntry, { paidBy }: CheckTerms, hasRule: boolean): Severity {
  return (paidBy === 'person' || hasRule) && measure !== 'community' ? 'explain' : 'hint'
}
