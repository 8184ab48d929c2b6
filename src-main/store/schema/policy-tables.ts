import type { Generated } from 'kysely'

export interface PolicyListTable {
  id: string
  year: number
  version: number
  status: 'draft' | 'in-force' | 'superseded' | 'withdrawn'
  title: string
  source: string
  sourceSha256: string | null
  enteredBy: string
  enteredAt: string
  decidedBy: string | null
  decidedAt: string | null
  reason: Generated<string>
}

export interface PolicyLineTable {
  listId: string
  programmeCode: string
  position: number
  sourceLine: number | null
  name: string
  department: string
  beneficiaries: string
  rateText: string
  rateYuan: string | null
  unit: string
  cycle: string
  basis: string
  phone: string
  editedBy: string
  reason: Generated<string>
  dropped: Generated<number>
}
