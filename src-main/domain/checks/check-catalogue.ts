import type { Severity } from '../finding.ts'

/** 检查范围 — whom a check is about: a person, a household, or a whole batch. */
export type CheckScope = 'person' | 'household' | 'batch'

/** 检查在哪里做 — with the other checks, as a list of its own, as a gate of a step, at the import, or not yet. */
export type CheckPlace = 'run' | 'list' | 'gate' | 'import' | 'not-yet'

/** 检查说明 — what a check is; its words for the pages stand in `wording/check-texts.ts`. */
export interface CheckKind {
  readonly severities: readonly Severity[]
  readonly scope: CheckScope
  readonly places: readonly CheckPlace[]
}

/** Every check of domain.md §4, with what this version does about it; nothing is left out that is not done. */
export const checkCatalogue = {
  C01: { severities: ['block', 'explain', 'hint'], scope: 'person', places: ['run'] },
  C02: { severities: ['explain', 'hint'], scope: 'person', places: ['run'] },
  C03: { severities: ['block', 'explain'], scope: 'person', places: ['run'] },
  C04: { severities: ['block', 'explain'], scope: 'person', places: ['run'] },
  C05: { severities: ['block', 'explain'], scope: 'batch', places: ['run'] },
  C06: { severities: ['explain'], scope: 'person', places: ['run'] },
  C07: { severities: ['block', 'explain'], scope: 'person', places: ['run'] },
  C08: { severities: ['hint'], scope: 'person', places: ['run', 'import'] },
  C09: { severities: ['hint'], scope: 'person', places: ['run', 'import'] },
  C10: { severities: ['explain', 'hint'], scope: 'person', places: ['run'] },
  C11: { severities: ['explain'], scope: 'person', places: ['run'] },
  C12: { severities: ['explain'], scope: 'household', places: ['run'] },
  C13: { severities: ['block', 'explain'], scope: 'person', places: ['run'] },
  C14: { severities: ['hint'], scope: 'person', places: ['list'] },
  C15: { severities: ['block'], scope: 'batch', places: ['gate'] },
  C16: { severities: ['hint'], scope: 'batch', places: ['not-yet'] },
  C17: { severities: ['block', 'explain'], scope: 'batch', places: ['run', 'gate'] },
  C18: { severities: ['explain', 'hint'], scope: 'batch', places: ['run'] },
  C19: { severities: ['explain', 'hint'], scope: 'household', places: ['run'] },
  C20: { severities: ['explain'], scope: 'person', places: ['run'] },
  C21: { severities: ['block'], scope: 'batch', places: ['not-yet'] },
  C22: { severities: ['explain', 'hint'], scope: 'person', places: ['run'] },
  C23: { severities: ['explain'], scope: 'household', places: ['run'] },
  C24: { severities: ['block'], scope: 'batch', places: ['gate'] },
  C25: { severities: ['block'], scope: 'batch', places: ['not-yet'] },
  C26: { severities: ['hint'], scope: 'household', places: ['run'] },
  C27: { severities: ['explain'], scope: 'person', places: ['run'] },
  C28: { severities: ['explain'], scope: 'household', places: ['run'] },
} as const satisfies Readonly<Record<string, CheckKind>>

export type KnownCheck = keyof typeof checkCatalogue
export const knownChecks = Object.keys(checkCatalogue) as readonly KnownCheck[]
