import type { Day } from './day.ts'

/** 证实程度 — a public source, a reprint or another province's, or none. */
export type SourceMark = '证' | '半' | '未'

/** What another benefit or mark an exclusion speaks of is known by; `words` only where nothing we hold could tell. */
export interface ExclusionTarget {
  readonly programme?: string
  readonly relief?: readonly string[]
  /** Of a relief kind: only these classes of need. */
  readonly classes?: readonly string[]
  readonly list?: 'payroll' | 'conviction'
  readonly words?: string
}

/** 互斥关系 — a programme beside another benefit: what follows, for whom, and on what grounds. */
export interface Exclusion {
  readonly id: string
  readonly programme: string
  readonly with: ExclusionTarget
  readonly kind: 'hard' | 'local' | 'choose-higher' | 'suspend' | 'duplicate-parcel' | 'compatible'
  readonly granularity: 'person' | 'household' | 'parcel'
  readonly basis: string
  readonly source: SourceMark
  readonly region: string
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly words: string
}

/** 证件要求 — the certificate a programme's people must hold, and the relief with which it ends. */
export interface Requirement {
  readonly id: string
  readonly programme: string
  readonly certificate: 'disability'
  /** Levels that give a right by themselves; none means all. */
  readonly levels: readonly string[]
  /** Kinds that give a right at any level. */
  readonly alsoKinds: readonly string[]
  /** Relief kinds whose end ends the right. */
  readonly endsWithRelief: readonly string[]
  readonly basis: string
  readonly source: SourceMark
}

/** 可能符合 — who may be entitled to a programme, by what the workstation knows. */
export interface Entitlement {
  readonly id: string
  readonly programme: string
  readonly minimumAge: number | null
  readonly needsCertificate: boolean
  /** Of a certificate; none means all. */
  readonly levels: readonly string[]
  /** Their household is on one of these kinds of relief; none means it does not matter. */
  readonly relief: readonly string[]
  readonly words: string
  readonly basis: string
  readonly source: SourceMark
}

/** Only what is certain everywhere may stop a payment by itself. */
export function mayBlock({ kind, source, region }: Exclusion): boolean {
  return kind === 'hard' && source === '证' && region === '全国'
}

export function isInForce({ validFrom, validTo }: Exclusion, on: Day): boolean {
  return (validFrom ?? on) <= on && on <= (validTo ?? on)
}
