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

/** 检查规则 — one rule as it came with the program; JSON of its kind. */
export interface CheckRuleTable {
  id: string
  kind: 'exclusion' | 'requirement' | 'entitlement'
  programmeCode: string
  rule: string
}
