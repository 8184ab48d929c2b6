/** 必访原因 — why a household is handled one by one (field-notes 17). */
export const mustVisitCodes = [
  'previous-failed',
  'previous-stopped',
  'previous-recovered',
  'previous-declined',
  'head-died',
  'beneficiary-died',
  'householder-missing',
  'marked',
] as const
export type MustVisitCode = (typeof mustVisitCodes)[number]

export interface MustVisitReason {
  readonly code: MustVisitCode
  /** Whom it is about. */
  readonly name: string
  /** The words of the list or of whoever marked it; a day for a death. */
  readonly note: string
}

/** 上年一行 — brought in for comparison, never as a verification. */
export interface PreviousLine {
  readonly lineId: string
  readonly personId: string
  readonly name: string
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly accountId: string | null
  readonly remark: string
}

interface Ground {
  readonly lines: readonly (PreviousLine & { readonly status: string | null })[]
  readonly householder: {
    readonly personId: string
    readonly name: string
    readonly deathDay: string | null
  } | null
  /** Deaths by person, of those who stand on a line. */
  readonly deaths: ReadonlyMap<string, string>
}

/** 上年备注 — townships write what became of a payment into the remark. */
const remarks: readonly (readonly [RegExp, MustVisitCode])[] = [
  [/失败|退汇|退回|未到账|户名不符|销户|挂失|冻结/, 'previous-failed'],
  [/停发|中止|暂停/, 'previous-stopped'],
  [/追缴|追回|退缴/, 'previous-recovered'],
]

const statuses: Readonly<Record<string, MustVisitCode>> = {
  declined: 'previous-declined',
  suspended: 'previous-stopped',
  stopped: 'previous-stopped',
  withheld: 'previous-stopped',
  recovering: 'previous-recovered',
  settled: 'previous-recovered',
}

/** What a list's remark says became of the payment; undefined where it says nothing of it. */
export function codeOfRemark(remark: string): MustVisitCode | undefined {
  return remarks.find(([pattern]) => pattern.test(remark))?.[1]
}

/** Why this household must be visited one by one; empty where nothing speaks for it. */
export function mustVisitReasons({ lines, householder, deaths }: Ground): readonly MustVisitReason[] {
  const reasons: MustVisitReason[] = []
  if (householder === null) reasons.push({ code: 'householder-missing', name: '', note: '' })
  else if (householder.deathDay !== null)
    reasons.push({ code: 'head-died', name: householder.name, note: householder.deathDay })
  for (const line of lines) {
    const died = deaths.get(line.personId)
    if (died !== undefined && line.personId !== householder?.personId)
      reasons.push({ code: 'beneficiary-died', name: line.name, note: died })
    const byStatus = line.status === null ? undefined : statuses[line.status]
    const byRemark = codeOfRemark(line.remark)
    for (const code of new Set([byStatus, byRemark]))
      if (code !== undefined) reasons.push({ code, name: line.name, note: line.remark })
  }
  return reasons
}
