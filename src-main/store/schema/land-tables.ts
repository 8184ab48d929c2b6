import type { Generated } from 'kysely'

export interface ParcelTable {
  id: string
  householdId: string
  parcelNo: Generated<string>
  name: Generated<string>
  contractNo: Generated<string>
  villageCode: string
  areaCentiMu: number
  nonEligibleCentiMu: Generated<number>
  landUse: Generated<string>
  status: Generated<'active' | 'ended'>
  version: Generated<number>
  enteredBy: string
  batchId: string | null
  line: number | null
  createdAt: string
}

export interface LandTransferTable {
  id: string
  saidBy: 'giver' | 'taker' | 'both'
  villageCode: string
  giverName: Generated<string>
  giverIdNumber: Generated<string>
  takerName: Generated<string>
  takerIdNumber: Generated<string>
  takerCreditCode: Generated<string>
  parcelId: string | null
  parcelText: Generated<string>
  areaCentiMu: number
  startsOn: string | null
  endsOn: string | null
  subsidyTo: 'giver' | 'taker' | 'unknown'
  agreement: Generated<string>
  evidenceId: string | null
  remark: Generated<string>
  status: Generated<'active' | 'ended'>
  version: Generated<number>
  enteredBy: string
  batchId: string | null
  line: number | null
  createdAt: string
}
