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

/** A finding about one line; its own source comes first, then those of the others it is about. */
export function makeFinding(line: CheckedLine, asOf: Day, found: Found): Finding {
  const others = (found.others ?? []).filter((other) => other.applicationId !== line.applicationId)
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
