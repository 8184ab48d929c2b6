import type { Household } from '../household.ts'

export interface EventDialogProps {
  readonly household: Household
  /** Whom the page, a finding or a search was about. */
  readonly personId: string | undefined
  onClose(): void
}
