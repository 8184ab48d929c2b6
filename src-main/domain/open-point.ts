import type { Day } from './day.ts'
import type { CheckCode } from './finding.ts'
import type { MustVisitReason } from './must-visit.ts'
import type { VisitState } from './visit-state.ts'

interface OfRecord {
  readonly applicationId: string
  readonly programmeName: string
  readonly year: number
}

/** 未了事项 — one thing that is open about a person who stands at the counter, with its facts. */
export type OpenPoint =
  | ({ readonly kind: 'returned' | 'declined' | 'suspended' | 'stopped'; readonly reason: string } & OfRecord)
  | ({
      readonly kind: 'finding'
      readonly check: CheckCode
      readonly title: string
      readonly detail: string
    } & OfRecord)
  | {
      readonly kind: 'payment-failed' | 'payment-stopped'
      readonly lineId: string
      readonly programmeName: string
      readonly period: string
      readonly why: string
    }
  | { readonly kind: 'no-account' }
  | {
      readonly kind: 'account-doubt'
      readonly accountId: string
      readonly accountMasked: string
      readonly doubt: string
      readonly isGuardians: boolean
    }
  | { readonly kind: 'account-unconfirmed'; readonly accountId: string; readonly accountMasked: string }
  | {
      readonly kind: 'authorisation-ends'
      readonly authorisationId: string
      readonly name: string
      readonly of: 'guardian' | 'agent'
      readonly validTo: Day
      readonly isOver: boolean
    }
  | {
      readonly kind: 'visit'
      readonly taskId: string
      readonly roundName: string
      readonly state: VisitState
      readonly nextOn: Day | null
      readonly mustVisit: readonly MustVisitReason[]
    }
  | { readonly kind: 'conflict'; readonly taskId: string; readonly roundName: string; readonly count: number }
  | {
      readonly kind: 'page-missing'
      readonly documentId: string
      readonly serial: string
      readonly pages: string
    }
  | { readonly kind: 'listed-dead'; readonly on: Day | null }
  | { readonly kind: 'no-household' | 'no-householder' | 'old-id-number' | 'no-phone' }
  | { readonly kind: 'certificate-ends'; readonly until: Day; readonly isOver: boolean }

/** 常用材料 — what people are asked to bring; a notice names them by these. */
export const bringItems = [
  'id-card',
  'household-booklet',
  'bank-card',
  'agent-papers',
  'guardian-proof',
  'death-proof',
  'land-paper',
  'transfer-agreement',
  'employer-statement',
  'disability-certificate',
  'phone-number',
] as const
export type BringItem = (typeof bringItems)[number]

const byCheck: Readonly<Record<string, readonly BringItem[]>> = {
  C01: ['id-card', 'death-proof', 'household-booklet'],
  C03: ['id-card'],
  C05: ['id-card', 'bank-card'],
  C06: ['bank-card'],
  C08: ['bank-card'],
  C09: ['id-card'],
  C10: ['land-paper', 'transfer-agreement'],
  C11: ['employer-statement'],
  C07: ['id-card', 'bank-card'],
  C13: ['id-card', 'disability-certificate'],
  C20: ['agent-papers', 'bank-card'],
  C22: ['household-booklet'],
  C26: ['household-booklet'],
  C27: ['bank-card'],
  C28: ['household-booklet'],
}

/** What the person has to bring for a point; nothing where the office has to act alone. */
export function bringFor(point: OpenPoint): readonly BringItem[] {
  switch (point.kind) {
    case 'finding':
      return byCheck[point.check] ?? []
    case 'payment-failed':
    case 'no-account':
      return ['id-card', 'bank-card']
    case 'account-doubt':
      return point.isGuardians ? ['guardian-proof', 'bank-card'] : ['id-card', 'bank-card']
    case 'authorisation-ends':
      return [point.of === 'guardian' ? 'guardian-proof' : 'agent-papers']
    case 'listed-dead':
    case 'old-id-number':
      return ['id-card']
    case 'no-household':
    case 'no-householder':
      return ['household-booklet']
    case 'no-phone':
      return ['phone-number']
    case 'certificate-ends':
      return ['disability-certificate']
    default:
      return []
  }
}

/** Names a point for as long as it is open: a notice is asked for by these. */
export function pointKey(point: OpenPoint): string {
  switch (point.kind) {
    case 'returned':
    case 'declined':
    case 'suspended':
    case 'stopped':
      return `${point.kind}:${point.applicationId}`
    case 'finding':
      return `finding:${point.applicationId}:${point.check}`
    case 'payment-failed':
    case 'payment-stopped':
      return `${point.kind}:${point.lineId}`
    case 'account-doubt':
      return `account-doubt:${point.accountId}:${point.doubt}`
    case 'account-unconfirmed':
      return `account-unconfirmed:${point.accountId}`
    case 'authorisation-ends':
      return `authorisation-ends:${point.authorisationId}`
    case 'visit':
    case 'conflict':
      return `${point.kind}:${point.taskId}`
    case 'page-missing':
      return `page-missing:${point.documentId}`
    default:
      return point.kind
  }
}

/** 催办的人 — whether the person has something to do, or the office alone. */
export function isForVisitor(point: OpenPoint): boolean {
  return bringFor(point).length > 0 || point.kind === 'returned'
}
