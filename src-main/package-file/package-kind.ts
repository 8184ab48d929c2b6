/** 包的种类 — package-format §2. */
export const packageKinds = [
  'applications',
  'corrections',
  'difference',
  'stop-request',
  'survey-assignment',
  'survey-results',
  'review-assignment',
  'review-decisions',
  'lead-assignment',
  'lead-results',
  'handover',
  'policy-list',
  'directory',
  'receipt',
  'review-results',
  'payout-results',
] as const

export type PackageKind = (typeof packageKinds)[number]

/** 签名角色 — the machine, the person who released it, or an office outside the township. */
export type SignatureRole = 'workstation' | 'approver' | 'issuer'

const leavesTownship: readonly PackageKind[] = [
  'applications',
  'corrections',
  'difference',
  'stop-request',
  'lead-results',
  'handover',
]
const insideTownship: readonly PackageKind[] = [
  'survey-assignment',
  'survey-results',
  'review-assignment',
  'review-decisions',
]

/** Who must have signed, in the order of the signature files: no more and no fewer. */
export function rolesOf(kind: PackageKind): readonly SignatureRole[] {
  if (leavesTownship.includes(kind)) return ['workstation', 'approver']
  return insideTownship.includes(kind) ? ['workstation'] : ['issuer']
}
