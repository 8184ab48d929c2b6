export interface ProgrammeTable {
  code: string
  name: string
  department: string
  unit: string
  cycle: string
  confidence: string
}

export interface ProgrammeTermsTable {
  id: string
  programmeCode: string
  year: number
  version: number
  status: 'draft' | 'active' | 'superseded'
  terms: string
  enteredBy: string
  enteredAt: string
  activatedBy: string | null
  activatedAt: string | null
}
