import type { Day } from './day.ts'

/** 证据 — what a file proves about a household, a person or an account. */
export const evidenceKinds = [
  'id-card',
  'household-booklet',
  'bank-card',
  'death-proof',
  'authorisation',
  'land-agreement',
  'visit-form',
  'village-register',
  'photo',
  'disability',
  'medical',
  'income',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Seen only by those who work on the programme it was given for (field-notes 11): finance sees no disability proof. */
export function belongsToProgramme(kind: EvidenceKind): boolean {
  return kind === 'disability' || kind === 'medical' || kind === 'income'
}

/** 时间来源 — taken (the picture's own), stated (somebody says so), or only known by when it came in. */
export type EvidenceDay =
  { readonly source: 'taken' | 'stated'; readonly on: Day } | { readonly source: 'imported' }

export type EvidenceSubjectKind = 'household' | 'person' | 'account'
