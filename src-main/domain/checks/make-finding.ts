import type { Day } from '../day.ts'
import type { CheckCode, Finding, Severity, SourceLine } from '../finding.ts'
import type { CheckedLine } from './check-input.ts'

interface Found {
  readonly check: CheckCode
  readonly severity: Severity
  readonly facts?: Finding['facts']
  /** Where else it stands: lines of other lists. */
  readonly sources?: readonly SourceLine[]
  readonly others?: readonly CheckedLine[]
}

/** So many others are named with a finding: a column filled with one account must not make a square of them. */
export const mostNamed = 20

/** A finding about one line; its own source comes first, then those of the others it is about. */
export function makeFinding(line: CheckedLine, asOf: Day, found: Found): Finding {
  const near = (found.others ?? []).slice(0, mostNamed + 1)
  const others = near.filter((other) => other.applicationId !== line.applicationId).slice(0, mostNamed)
  const own = [line, ...others].flatMap(({ source }) => (source ? [source] : []))
  return {
    applicationId: line.applicationId,
    check: found.check,
    severity: found.severity,
    facts: found.facts ?? {},
    sources: [...own, ...(found.sources ?? [])],
    others: others.map(({ applicationId }) => applicationId),
    asOf,
  }
}

/** The different names on some lines, as many as a finding names. */
export function namesOn(lines: readonly CheckedLine[]): readonly string[] {
  return [...new Set(lines.map(({ name }) => name))].slice(0, mostNamed)
}
