/** 纸件 — 入户调查表, 村级核实清册, 评议（会议）记录. */
export const paperKinds = ['visit-form', 'village-register', 'meeting-record'] as const
export type PaperKind = (typeof paperKinds)[number]

/** 纸件编号 begins with it: 调查, 核实, 会议. */
export const serialPrefixes: { readonly [K in PaperKind]: string } = {
  'visit-form': 'DC',
  'village-register': 'HS',
  'meeting-record': 'HY',
}

/** `DC2026-0007` — the seventh paper of its kind this year. */
export function paperSerial(kind: PaperKind, year: number, count: number): string {
  return `${serialPrefixes[kind]}${year}-${String(count).padStart(4, '0')}`
}

/** Why a picture waits for a person instead of lying at its page. */
export const trayReasons = [
  'no-code',
  'other-township',
  'unknown-paper',
  'altered',
  'voided',
  'other-village',
  'household-open',
  'notice-not-posted',
] as const
export type TrayReason = (typeof trayReasons)[number]

/** 时间来源 — the camera's clock, the day it was handed in, or what somebody states (field-notes 30). */
export type TimeSource = 'taken' | 'imported' | 'stated'
