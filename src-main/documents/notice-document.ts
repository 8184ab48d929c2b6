import type { Day } from '../domain/day.ts'
import type { PublicLine } from '../domain/masking.ts'

/** 公示件 — everything a notice prints. People come only as masked lines. */
export interface NoticeDocument {
  readonly village: string
  readonly year: number
  readonly programmeName: string
  /** 阶段, as it stands in the title before 公示: `申报情况`. */
  readonly stage: string
  /** 公示编号 */
  readonly serial: string
  readonly version: number
  readonly policyBasis: string
  readonly department: string
  readonly recipients: string
  readonly standardText: string
  readonly firstDay: Day
  readonly lastDay: Day
  readonly days: number
  readonly dayKind: 'calendar' | 'working'
  readonly firstDayCounted: boolean
  readonly places: readonly string[]
  /** 受理人 and 受理时间 */
  readonly acceptedBy: string
  readonly acceptedDuring: string
  readonly hotlines: readonly NoticeHotline[]
  readonly email: string
  readonly address: string
  /** 落款 */
  readonly issuer: string
  readonly issuedOn: Day
  readonly isDemonstration: boolean
  /** Whom a line names: 户主, 享受人. */
  readonly nameLabel: string
  /** What the lines count, so that no total goes without it: 户, 人, 户次. */
  readonly count: { readonly number: number; readonly unit: string }
  /** 元/亩, 元/人/月 */
  readonly rateUnit: string
  readonly lines: readonly PublicLine[]
  /** 尾差 — sum of the rounded amounts less total area × standard; null when nothing need be said. */
  readonly tailDifferenceFen: number | null
  /** The frozen hash; its first 16 hex digits are printed as 校验码. */
  readonly frozenHash: string
  /** 重印 mark, when this is not the first print. */
  readonly reprintedOn: Day | null
}

export interface NoticeHotline {
  readonly label: string
  readonly phone: string
}
