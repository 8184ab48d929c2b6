import type { HouseholdEventKind } from '../../domain/household/event-kind.ts'

export interface HouseholdEventTable {
  id: string
  serial: string
  kind: HouseholdEventKind
  householdId: string
  otherHouseholdId: string | null
  happenedOn: string
  reason: string
  source: string
  facts: string
  recordedBy: string
  recordedAt: string
}

export interface HouseholdEventPersonTable {
  eventId: string
  personId: string
  part: string
}

export interface HouseholdEventApplicationTable {
  eventId: string
  applicationId: string
  outcome: string
  until: string | null
  before: string
}
