import { type Choice, yesNo } from './survey-choice.ts'
import { answersIn, type Condition, type Facts, factsIn, meets } from './survey-condition.ts'
import type { ParsedValue } from './survey-rule.ts'
import { parseValue, type ValueKind } from './survey-value.ts'
import type { BrokenValue } from './survey-visit.ts'
import type { ModeRequirement } from './verification-mode.ts'

/** 问题 — what a programme asks of a household or of each person, as data. */
export interface SurveyQuestion {
  readonly key: string
  /** On the entry page, beside the field. */
  readonly label: string
  /** In full, as the visitor reads it out and the form prints it. */
  readonly text: string
  readonly per: 'household' | 'person'
  readonly type: 'yes-no' | 'choice' | 'number' | 'area' | 'money' | 'text' | 'day'
  readonly choices?: readonly Choice[] | undefined
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly decimals?: number | undefined
  readonly required: boolean
  /** 跳转 — asked only where this holds. */
  readonly askIf?: Condition | undefined
  readonly source: string
  /** 未确认 — no published source says so. */
  readonly confirmed: boolean
}

/** 应享未享提示 — who may qualify for another programme, still to be verified (field-notes 25). */
export interface QualifyHint {
  readonly programmeCode: string
  readonly name: string
  readonly when: Condition
}

/** 问卷 — what one programme's survey asks and how it may be verified. */
export interface QuestionSet {
  readonly title: string
  readonly source: string
  /** Whether every household of a village is visited, or those of last year's list. */
  readonly households: 'previous' | 'village'
  /** Whether a line is measured in 亩. */
  readonly perMu: boolean
  readonly questions: readonly SurveyQuestion[]
  readonly modes: readonly ModeRequirement[]
  readonly hints: readonly QualifyHint[]
}

/** Answers and facts of one household: of itself and of each of its people. */
export interface Answered {
  readonly household: AnsweredSubject
  readonly people: readonly (AnsweredSubject & { readonly personId: string })[]
}
export interface AnsweredSubject {
  /** Kept values by question key. */
  readonly answers: Readonly<Record<string, string | null | undefined>>
  readonly facts: Facts
}

export interface OpenQuestion {
  readonly subject: string
  readonly question: SurveyQuestion
}

/** 问题 to ask now, the household's first, then each person's, in the set's own order. */
export function openQuestions(set: QuestionSet, answered: Answered): readonly OpenQuestion[] {
  const ofHousehold = asked(set, 'household', answered.household, new Map())
  const known = new Map(ofHousehold.map(({ key }) => [key, answered.household.answers[key] ?? null]))
  const ofPeople = answered.people.flatMap(({ personId, answers, facts }) =>
    asked(set, 'person', { answers, facts: { ...answered.household.facts, ...facts } }, known).map(
      (question) => ({ subject: personId, question }),
    ),
  )
  return [...ofHousehold.map((question) => ({ subject: 'household', question })), ...ofPeople]
}

/** Asked questions that must be answered and are not, and answers outside of what the question takes. */
export function brokenAnswers(set: QuestionSet, answered: Answered, today: string): readonly BrokenValue[] {
  return openQuestions(set, answered).flatMap(({ subject, question }) => {
    const answer = answersOf(answered, subject)[question.key]
    const field = `q.${question.key}`
    if (answer == null || answer === '')
      return question.required ? [{ subject, field, rule: 'required' as const }] : []
    const parsed = parseAnswer(question, answer, today)
    return parsed.ok ? [] : [{ subject, field, rule: parsed.rule }]
  })
}

/** A typed answer as it is kept, or the rule it breaks. */
export function parseAnswer(question: SurveyQuestion, typed: string, today: string): ParsedValue {
  return parseValue(kindOfQuestion(question), typed, today)
}

export function choicesFor(question: SurveyQuestion): readonly Choice[] {
  return question.type === 'yes-no' ? yesNo : (question.choices ?? [])
}

/** What is wrong with a set itself, by question key; a set with faults is not kept. */
export function faultsOf(set: QuestionSet): readonly { readonly key: string; readonly fault: SetFault }[] {
  const faults: { key: string; fault: SetFault }[] = []
  const before = new Map<string, SurveyQuestion>()
  for (const question of set.questions) {
    const { key, askIf } = question
    const add = (fault: SetFault) => faults.push({ key, fault })
    if (before.has(key)) add('key-twice')
    if (!/^[a-z][A-Za-z0-9]{0,39}$/.test(key)) add('key-malformed')
    if (question.type === 'choice' && !hasChoices(question)) add('choices-missing')
    if ((question.least ?? -Infinity) > (question.most ?? Infinity)) add('range-empty')
    for (const asked of askIf ? answersIn(askIf) : [])
      if (!isAnsweredBefore(before.get(asked), question)) add('asks-later-question')
    if (askIf && factsIn(askIf).some((fact) => !knownFacts.has(fact))) add('fact-unknown')
    before.set(key, question)
  }
  return faults
}

export type SetFault =
  'key-twice' | 'key-malformed' | 'choices-missing' | 'range-empty' | 'asks-later-question' | 'fact-unknown'

/** 事实 — what a condition may look at. */
export const knownFacts: ReadonlySet<string> = new Set([
  'age',
  'sex',
  'isHouseholder',
  'hasLine',
  'onDeathList',
  'onPayroll',
  'members',
  'areaMu',
])

/** A skipped question's old answer says nothing: only what is asked counts for those that hang on it. */
function asked(
  set: QuestionSet,
  per: SurveyQuestion['per'],
  { facts, answers }: AnsweredSubject,
  ofHousehold: ReadonlyMap<string, string | null>,
): SurveyQuestion[] {
  const known = new Map(ofHousehold)
  const ground = { facts, answer: (key: string) => known.get(key) ?? null }
  return set.questions.filter((question) => {
    if (question.per !== per || (question.askIf !== undefined && !meets(question.askIf, ground))) return false
    known.set(question.key, answers[question.key] ?? null)
    return true
  })
}

function answersOf(answered: Answered, subject: string): AnsweredSubject['answers'] {
  if (subject === 'household') return answered.household.answers
  return answered.people.find((person) => person.personId === subject)?.answers ?? {}
}

export function kindOfQuestion(question: SurveyQuestion): ValueKind {
  const { type, least, most, decimals } = question
  const range = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }
  switch (type) {
    case 'yes-no':
    case 'choice':
      return { kind: 'choice', choices: choicesFor(question) }
    case 'number':
      return { kind: 'number', ...range, ...(decimals === undefined ? {} : { decimals }) }
    case 'area':
    case 'money':
      return { kind: type, ...range }
    case 'text':
      return { kind: 'text' }
    case 'day':
      return { kind: 'day' }
  }
}

function hasChoices({ choices = [] }: SurveyQuestion): boolean {
  const unlike = (pick: (choice: Choice) => string) => new Set(choices.map(pick)).size === choices.length
  return choices.length > 1 && unlike(({ code }) => code) && unlike(({ value }) => value)
}

/** A person's question may look at the household's answers; no question at one that comes later. */
function isAnsweredBefore(asked: SurveyQuestion | undefined, by: SurveyQuestion): boolean {
  return asked !== undefined && (asked.per === by.per || asked.per === 'household')
}
