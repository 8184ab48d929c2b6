import type { Generated } from 'kysely'

export interface HouseholdTable {
  id: string
  householdNo: string
  villageCode: string
  groupName: Generated<string>
  householderId: string | null
  householderPending: Generated<0 | 1>
  status: Generated<'registered' | 'cancelled' | 'moved-out'>
  version: Generated<number>
  batchId: string | null
  line: number | null
  createdAt: string
  address: Generated<string>
  endedOn: Generated<string | null>
}

export interface PersonTable {
  id: string
  householdId: string | null
  name: string
  idNumber: string
  idUpgraded: Generated<0 | 1>
  sex: 'male' | 'female'
  birthDate: string
  relation: Generated<string>
  ethnicity: Generated<string>
  hukouKind: Generated<string>
  phone: Generated<string>
  remark: Generated<string>
  status: Generated<'registered' | 'cancelled' | 'moved-out' | 'dead'>
  version: Generated<number>
  enteredBy: string
  batchId: string | null
  line: number | null
  createdAt: string
  diedOn: Generated<string | null>
  deathSource: Generated<string>
  movedOn: Generated<string | null>
  movedWhere: Generated<string>
}

export interface AccountTable {
  id: string
  personId: string
  holderName: string
  accountNo: string
  kind: 'card' | 'passbook'
  bankName: Generated<string>
  enteredBy: string
  version: Generated<number>
  batchId: string | null
  line: number | null
  createdAt: string
  holderKind: Generated<'own' | 'guardian' | 'organisation'>
  holderIdNumber: Generated<string>
  creditCode: Generated<string>
  custody: Generated<Custody>
  status: Generated<'active' | 'closed'>
  confirmation: Generated<'none' | 'wanted' | 'done'>
  confirmedBy: Generated<string | null>
  confirmedAt: Generated<string | null>
}

export type Custody = '' | 'self' | 'family' | 'village-cadre' | 'other'

export interface AccountAuthorisationTable {
  id: string
  accountId: string
  kind: 'guardian' | 'agent'
  name: string
  idNumber: string
  relation: string
  validTo: string
  evidenceId: string
  registeredBy: string
  registeredAt: string
  endedOn: string | null
}

export interface ValueChangeTable {
  id: Generated<number>
  entity: string
  entityId: string
  field: string
  oldValue: string | null
  newValue: string | null
  reason: string
  changedBy: string
  changedAt: string
  batchId: string | null
  line: number | null
  eventId: Generated<string | null>
  source: Generated<string>
  sourceId: Generated<string | null>
}
