import { addMonths, type Day } from '../day.ts'
import type { Finding, Severity } from '../finding.ts'
import { sameName } from '../person-name.ts'
import type { CheckInput, CheckTerms } from './check-input.ts'
import type { DeceasedEntry } from './listed-facts.ts'
import { makeFinding } from './make-finding.ts'

/** C01 名单人员已死亡 — dead on or before the day eligibility is judged by; what follows is the programme's term. */
export function findDeceased({ lines, deceased, terms }: CheckInput, asOf: Day): Finding[] {
  const earliest = earliestDeaths(deceased)
  return lines.flatMap((line) => {
    const entry = earliest.get(line.idNumber)
    if (!entry || entry.deathDate > asOf) return []
    const nameDiffers = sameName(entry.name, line.name) ? 'no' : 'yes'
    const facts = {
      deathDate: entry.deathDate,
      listName: entry.name,
      nameDiffers,
      consequence: terms.deathConsequence,
    }
    const follows = severityOf(entry.deathDate, terms, asOf)
    // 同号错人: whether the dead is this person has to be found out first (field-notes 22).
    const severity = nameDiffers === 'yes' && follows === 'block' ? 'explain' : follows
    return [
      makeFinding(line, asOf, {
        check: 'C01',
        severity,
        facts,
        sources: entry.source === null ? [] : [entry.source],
      }),
    ]
  })
}

function earliestDeaths(deceased: readonly DeceasedEntry[]): ReadonlyMap<string, DeceasedEntry> {
  const earliest = new Map<string, DeceasedEntry>()
  for (const entry of deceased) {
    const known = earliest.get(entry.idNumber)
    if (!known || entry.deathDate < known.deathDate) earliest.set(entry.idNumber, entry)
  }
  return earliest
}

function severityOf(deathDate: Day, terms: CheckTerms, asOf: Day): Severity {
  const { deathConsequence, extendMonths } = terms
  if (deathConsequence === 'stop-next-month') return sameMonth(deathDate, asOf) ? 'hint' : 'block'
  if (deathConsequence === 'extend-months')
    return asOf <= addMonths(deathDate, extendMonths) ? 'hint' : 'block'
  return 'block'
}

function sameMonth(a: Day, b: Day): boolean {
  return a.slice(0, 7) === b.slice(0, 7)
}
