/** 入户调查表 — what is printed of one household; an empty one is filled in by hand. */
export interface VisitForm {
  /** null on a blank form. */
  readonly household: FormHousehold | null
  readonly people: readonly FormPerson[]
  readonly accounts: readonly FormAccount[]
  /** 上年清册 lines, to be compared with. */
  readonly former: readonly FormFormerLine[]
  readonly land: FormLand | null
  /** 必访原因 — why this household must be seen. */
  readonly mustVisit: readonly string[]
}

export interface FormHousehold {
  /** 户编号后五位 */
  readonly householdTail: string
  readonly group: string
  readonly householder: string
  readonly address: string
}

/** Several people stand on one form, so numbers are printed by their last four only (field-notes 19). */
export interface FormPerson {
  readonly name: string
  readonly relation: string
  readonly idTail: string
  readonly age: number | null
  readonly note: string
}

export interface FormAccount {
  readonly holder: string
  readonly accountTail: string
  readonly kind: string
  readonly bankName: string
}

export interface FormFormerLine {
  readonly name: string
  readonly areaCentiMu: number
  readonly accountTail: string
}

export interface FormLand {
  readonly confirmedCentiMu: number
  readonly nonEligibleCentiMu: number
  readonly transferredOutCentiMu: number
  readonly farmedForOthersCentiMu: number
}

/** 问题 as printed: codes to write into the box instead of words. */
export interface FormQuestion {
  readonly no: string
  readonly text: string
  /** `1是 2否`; empty where a value is written. */
  readonly choices: string
  /** `第2题为2、3时答`; empty where everybody is asked. */
  readonly askIf: string
  readonly required: boolean
}

/** What is the same on every form of a round. */
export interface FormQuestions {
  readonly household: readonly FormQuestion[]
  readonly person: readonly FormQuestion[]
  /** 核实方式 and who may sign for whom. */
  readonly modes: readonly string[]
  readonly states: readonly string[]
  readonly perMu: boolean
}
