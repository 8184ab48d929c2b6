/** 录入提示 — what the office already knows that speaks against, or beside, what is being typed. */
export type EntryWarning = {
  readonly subject: string
  readonly field: string
} & (
  | { readonly code: 'id-elsewhere'; readonly name: string; readonly where: string }
  | { readonly code: 'account-shared'; readonly name: string; readonly where: string }
  | { readonly code: 'deceased'; readonly name: string; readonly day: string }
  | { readonly code: 'payroll'; readonly employer: string }
  | { readonly code: 'convicted'; readonly what: string }
  | { readonly code: 'disability'; readonly what: string }
  | { readonly code: 'relief'; readonly what: string }
  | {
      readonly code: 'received'
      readonly programme: string
      readonly year: number
      readonly amountFen: number
    }
)

/** What is asked about: numbers as they stand on the page, typed or not. */
export interface AskedPerson {
  readonly personId: string
  readonly idNumber: string
}
export interface AskedAccount {
  readonly accountId: string
  readonly personId: string
  readonly accountNo: string
}

/** Programmes whose workers may see that somebody is disabled, poor or convicted (field-notes 11). */
export const whoMaySee: { readonly [K in 'disability' | 'relief' | 'conviction']: readonly string[] } = {
  disability: ['MZ05', 'MZ06', 'CL01'],
  relief: ['MZ01', 'MZ02', 'MZ03', 'MZ04', 'MZ05', 'MZ10', 'MZ11'],
  conviction: ['MZ01', 'MZ02', 'MZ03', 'TY01'],
}
