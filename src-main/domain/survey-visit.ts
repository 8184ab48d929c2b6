import { isDay } from './day.ts'
import type { SurveyRule } from './survey-rule.ts'
import { type ModeRequirement, verificationModes } from './verification-mode.ts'
import type { VisitState } from './visit-state.ts'

/** The values of subject `visit` by field key. */
export type VisitValues = Readonly<Record<string, string | null | undefined>>

export interface BrokenValue {
  readonly subject: string
  readonly field: string
  readonly rule: SurveyRule
}

/** 后续 — what each way of not having met anybody must be followed by. */
const followUps: { readonly [S in VisitState]: readonly string[] } = {
  unvisited: [],
  visited: [],
  away: ['visit.on', 'visit.visitor', 'visit.asked', 'visit.nextOn', 'visit.nextBy', 'visit.nextHow'],
  refused: ['visit.on', 'visit.visitor', 'visit.why', 'visit.nextOn', 'visit.nextBy', 'visit.nextHow'],
  'not-found': ['visit.on', 'visit.visitor', 'visit.asked', 'visit.nextOn', 'visit.nextBy', 'visit.nextHow'],
}

/** The fields a visit shows and must have, by its state and way, in the order they are typed. */
export function visitFields(
  values: VisitValues,
  modes: readonly ModeRequirement[] = verificationModes,
): { readonly shown: readonly string[]; readonly required: readonly string[] } {
  const state = values['visit.state']
  if (state == null || state === 'unvisited') return { shown: ['visit.state', 'visit.remark'], required: [] }
  if (state !== 'visited') {
    const required = followUps[state as VisitState] ?? []
    return { shown: ['visit.state', ...required, 'visit.remark'], required }
  }
  const mode = modes.find((one) => one.mode === values['visit.mode'])
  if (mode === undefined)
    return { shown: ['visit.state', 'visit.mode', 'visit.remark'], required: ['visit.mode'] }
  const required = ['visit.mode', ...withSecondVisitor(mode)]
  return { shown: ['visit.state', ...required, 'visit.remark'], required }
}

/** Everything that keeps a visit from being kept as what its state says, at once. */
export function brokenVisit(
  values: VisitValues,
  modes: readonly ModeRequirement[] = verificationModes,
): readonly BrokenValue[] {
  const { required } = visitFields(values, modes)
  const missing = required.filter((field) => !values[field]).map((field) => broken(field, 'required'))
  return [...missing, ...brokenByMode(values, modes), ...brokenFollowUp(values)]
}

/** Whether the household itself was met, so that its questions have to be answered. */
export function asksQuestions(
  values: VisitValues,
  modes: readonly ModeRequirement[] = verificationModes,
): boolean {
  const mode = modes.find((one) => one.mode === values['visit.mode'])
  return values['visit.state'] === 'visited' && mode?.asksQuestions === true
}

function withSecondVisitor({ required, visitors }: ModeRequirement): readonly string[] {
  if (visitors < 2) return required
  return required.flatMap((field) => (field === 'visit.visitor' ? [field, 'visit.secondVisitor'] : [field]))
}

function brokenByMode(values: VisitValues, modes: readonly ModeRequirement[]): BrokenValue[] {
  if (values['visit.state'] !== 'visited') return []
  const mode = modes.find((one) => one.mode === values['visit.mode'])
  if (mode === undefined) return []
  const found: BrokenValue[] = []
  const { 'visit.confirmation': confirmation, 'visit.signerRelation': relation } = values
  if (confirmation && !mode.confirmations.includes(confirmation))
    found.push(broken('visit.confirmation', 'code-unknown'))
  if (relation && mode.signerRelations.length > 0 && !mode.signerRelations.includes(relation))
    found.push(broken('visit.signerRelation', 'code-unknown'))
  if (
    mode.visitors === 2 &&
    values['visit.visitor'] &&
    values['visit.visitor'] === values['visit.secondVisitor']
  )
    found.push(broken('visit.secondVisitor', 'same-as-visitor'))
  return found
}

/** Coming back on a day before the visit is a slip of the pen. */
function brokenFollowUp(values: VisitValues): BrokenValue[] {
  const { 'visit.on': on, 'visit.nextOn': nextOn } = values
  if (!on || !nextOn || !isDay(on) || !isDay(nextOn) || values['visit.state'] === 'visited') return []
  return nextOn <= on ? [broken('visit.nextOn', 'is-past')] : []
}

function broken(field: string, rule: SurveyRule): BrokenValue {
  return { subject: 'visit', field, rule }
}
