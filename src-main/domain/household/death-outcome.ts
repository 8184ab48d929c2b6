import { addDays, addMonths, type Day } from '../day.ts'
import type { ApplicationStatus } from '../application-status.ts'
import type { ProgrammeTerms } from '../programme-terms.ts'

/** 死亡的后果 for one application: what the programme's terms say, held against the day of death. */
export type DeathOutcome =
  /** 承接 — the household goes on: householder and payee change, and the record goes back to review. */
  | { readonly kind: 'take-over' }
  /** 停发 */
  | { readonly kind: 'stop' }
  /** Payments go on until a day, to whoever the payee is then. */
  | { readonly kind: 'pay-until'; readonly until: Day }
  /** The dead was alive on the day eligibility is judged by. */
  | { readonly kind: 'unaffected' }
  /** It has left the desk: the package has to be opened, or payment stopped at the department. */
  | { readonly kind: 'has-left' }

type DeathTerms = Pick<ProgrammeTerms, 'deathConsequence' | 'extendMonths' | 'eligibilityDate'>

/** What becomes of an application of somebody who died. `mayTakeOver`: somebody of the household lives on. */
export function deathOutcome(
  { deathConsequence, extendMonths, eligibilityDate }: DeathTerms,
  { diedOn, status, mayTakeOver }: { diedOn: Day; status: ApplicationStatus; mayTakeOver: boolean },
): DeathOutcome {
  if (status === 'packaged') return { kind: 'has-left' }
  switch (deathConsequence) {
    case 'change-householder':
      // The land is still the household's, whenever its head died; only the last one's death ends it.
      return { kind: mayTakeOver ? 'take-over' : 'stop' }
    case 'stop':
      return { kind: diedOn > eligibilityDate ? 'unaffected' : 'stop' }
    case 'stop-next-month':
      return untilOrStop(lastDayOfMonth(diedOn), eligibilityDate)
    case 'extend-months':
      return untilOrStop(addMonths(diedOn, extendMonths), eligibilityDate)
  }
}

function untilOrStop(until: Day, eligibilityDate: Day): DeathOutcome {
  return eligibilityDate <= until ? { kind: 'pay-until', until } : { kind: 'stop' }
}

function lastDayOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
}
