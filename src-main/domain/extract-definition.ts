import type { ApplicationStatus } from './application-status.ts'
import { extractField, type ExtractGrain } from './extract-field.ts'
import type { Sex } from './id-number.ts'
import type { Scope } from './role.ts'
import type { VisitState } from './visit-state.ts'

export type PersonStatus = 'registered' | 'cancelled' | 'moved-out' | 'dead'

/** 条件 — all that are given must hold; what is not given asks for nothing. */
export interface ExtractConditions {
  readonly villages?: readonly string[] | undefined
  readonly group?: string | undefined
  readonly name?: string | undefined
  readonly sex?: Sex | undefined
  readonly ageFrom?: number | undefined
  readonly ageTo?: number | undefined
  readonly personStatus?: PersonStatus | undefined
  readonly hasAccount?: boolean | undefined
  readonly hasPhone?: boolean | undefined
  readonly onDeceasedList?: boolean | undefined
  readonly programmeCode?: string | undefined
  readonly year?: number | undefined
  /** 有无申报 — for people and households: whether they have an application (or roll line) of the programme and year. */
  readonly takesPart?: boolean | undefined
  readonly statuses?: readonly ApplicationStatus[] | undefined
  readonly areaFromCentiMu?: number | undefined
  readonly areaToCentiMu?: number | undefined
  readonly amountFromFen?: number | undefined
  readonly amountToFen?: number | undefined
  /** 摸底 — a round, and what was found in it. */
  readonly survey?: SurveyCondition | undefined
}

export interface SurveyCondition {
  readonly roundId: string
  readonly state?: VisitState | undefined
  /** `q.<key>` with the answer asked for. */
  readonly field?: string | undefined
  readonly value?: string | undefined
}

/** 出表定义 — which lines, which columns; kept under a name and asked again whenever it is used. */
export interface ExtractDefinition {
  readonly grain: ExtractGrain
  readonly columns: readonly string[]
  readonly conditions: ExtractConditions
}

export interface BrokenDefinition {
  readonly path: string
  readonly rule: string
}

/** Answers of a survey round as columns: they are data, so only their form is known here. */
const answerColumn = /^q\.[A-Za-z0-9_-]{1,40}$/

/** Everything that is wrong with a definition at once. */
export function brokenDefinition({ grain, columns, conditions }: ExtractDefinition): BrokenDefinition[] {
  const unknown = columns.flatMap((key, at) =>
    extractField(key, grain) !== undefined || (answerColumn.test(key) && conditions.survey !== undefined)
      ? []
      : [{ path: `columns.${String(at)}`, rule: 'unknown' }],
  )
  const broken: BrokenDefinition[] = [...unknown]
  if (columns.length === 0) broken.push({ path: 'columns', rule: 'required' })
  if (new Set(columns).size < columns.length) broken.push({ path: 'columns', rule: 'unknown' })
  if (isReversed(conditions.ageFrom, conditions.ageTo))
    broken.push({ path: 'conditions.ageTo', rule: 'before-start' })
  if (conditions.statuses !== undefined && grain !== 'application')
    broken.push({ path: 'conditions.statuses', rule: 'unknown' })
  if (conditions.takesPart !== undefined && (conditions.programmeCode === undefined || isWork(grain)))
    broken.push({ path: 'conditions.takesPart', rule: 'unknown' })
  return broken
}

export function isAnswerColumn(key: string): boolean {
  return answerColumn.test(key)
}

/** Whether an extract of a scope may be looked through by somebody whose scope is another. */
export function scopeCovers(outer: Scope, inner: Scope): boolean {
  return covers(outer.programmes, inner.programmes) && covers(outer.villages, inner.villages)
}

function covers(outer: readonly string[] | 'all', inner: readonly string[] | 'all'): boolean {
  if (outer === 'all') return true
  return inner !== 'all' && inner.every((code) => outer.includes(code))
}

function isWork(grain: ExtractGrain): boolean {
  return grain === 'application' || grain === 'roster'
}

function isReversed(from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && to < from
}
