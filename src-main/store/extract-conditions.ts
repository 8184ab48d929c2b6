import { sql, type RawBuilder } from 'kysely'
import type { ExtractConditions, SurveyCondition } from '../domain/extract-definition.ts'
import type { ExtractGrain } from '../domain/extract-field.ts'
import type { Scope } from '../domain/role.ts'
import { extractSources } from './extract-source.ts'

type Condition = RawBuilder<unknown>

/** Birth dates that bound an age; the use case works them out, for the store has no clock. */
export interface BirthBounds {
  readonly bornAfter?: string | undefined
  readonly bornUntil?: string | undefined
}

/** What a definition asks of every line, and which programmes the scope lets anybody see. */
export function conditionsOf(
  grain: ExtractGrain,
  asked: ExtractConditions,
  born: BirthBounds,
  scope: Scope,
): Condition[] {
  const isWork = grain === 'application' || grain === 'roster'
  return [
    ...onPeople(grain, asked, born),
    ...(isWork ? onWork(grain, asked, scope) : onPart(grain, asked, scope)),
    ...(asked.survey === undefined ? [] : onSurvey(asked.survey, scope)),
  ]
}

/** 1组 is not part of 11组. */
const isNumbered = /^\d+组$/

function onPeople(grain: ExtractGrain, asked: ExtractConditions, born: BirthBounds): Condition[] {
  const { columns } = extractSources[grain]
  return [
    given(asked.name, (text) => sql`p.name LIKE ${containing(text)} ESCAPE '!'`),
    given(asked.group, (text) =>
      isNumbered.test(text)
        ? sql`${columns['group']} = ${text}`
        : sql`${columns['group']} LIKE ${containing(text)} ESCAPE '!'`,
    ),
    given(asked.sex, (value) => sql`p.sex = ${value}`),
    given(asked.personStatus, (value) => sql`p.status = ${value}`),
    given(born.bornAfter, (day) => sql`p.birth_date > ${day}`),
    given(born.bornUntil, (day) => sql`p.birth_date <= ${day}`),
    given(asked.hasAccount, (has) => sql`(k.id IS NOT NULL) = ${has ? 1 : 0}`),
    given(asked.hasPhone, (has) => sql`(coalesce(p.phone, '') <> '') = ${has ? 1 : 0}`),
    given(asked.onDeceasedList, (on) => sql`${columns['deceased']} = ${on ? 1 : 0}`),
  ].flat()
}

/** Applications and roll lines of programmes outside the scope are not there. */
function onWork(grain: 'application' | 'roster', asked: ExtractConditions, scope: Scope): Condition[] {
  const { columns } = extractSources[grain]
  const of = (key: string) => columns[key] ?? sql`NULL`
  return [
    inProgrammes(of('programme'), scope),
    given(asked.programmeCode, (code) => sql`${of('programme')} = ${code}`),
    given(asked.year, (year) => sql`${of('year')} = ${year}`),
    given(
      asked.statuses,
      (statuses) => sql`a.status IN (SELECT value FROM json_each(${JSON.stringify(statuses)}))`,
    ),
    given(asked.areaFromCentiMu, (area) => sql`${of('area')} >= ${area}`),
    given(asked.areaToCentiMu, (area) => sql`${of('area')} <= ${area}`),
    given(asked.amountFromFen, (fen) => sql`${of('amount')} >= ${fen}`),
    given(asked.amountToFen, (fen) => sql`${of('amount')} <= ${fen}`),
  ].flat()
}

/** 有无申报 — of people and households; a programme outside the scope nobody takes part in. */
function onPart(grain: ExtractGrain, asked: ExtractConditions, scope: Scope): Condition[] {
  const { takesPart, programmeCode, year } = asked
  if (takesPart === undefined || programmeCode === undefined) return []
  const whose = (person: string, household: string) =>
    sql.raw(grain === 'household' ? `${household} = h.id` : `${person} = p.id`)
  const when = (alias: string) => (year === undefined ? sql`1` : sql`${sql.raw(alias)}.year = ${year}`)
  const applied = sql`EXISTS (SELECT 1 FROM application pa WHERE ${whose('pa.beneficiary_id', 'pa.household_id')}
    AND pa.programme_code = ${programmeCode} AND ${when('pa')} AND ${inProgrammes(sql`pa.programme_code`, scope)})`
  const onRoll = sql`EXISTS (SELECT 1 FROM roster_line pr JOIN list_batch pb ON pb.id = pr.batch_id AND pb.undone_at IS NULL
    JOIN person pp ON pp.id = pr.person_id WHERE ${whose('pr.person_id', 'pp.household_id')}
    AND pr.programme_code = ${programmeCode} AND ${when('pr')} AND ${inProgrammes(sql`pr.programme_code`, scope)})`
  return [sql`(${applied} OR ${onRoll}) = ${takesPart ? 1 : 0}`]
}

function onSurvey({ roundId, state, field, value }: SurveyCondition, scope: Scope): Condition[] {
  const visited = (
    more: Condition,
  ) => sql`EXISTS (SELECT 1 FROM survey_task st JOIN survey_round sr ON sr.id = st.round_id
    WHERE st.round_id = ${roundId} AND st.household_id = h.id AND ${inProgrammes(sql`sr.programme_code`, scope)} AND ${more})`
  return [
    visited(sql`1`),
    given(state, (asked) => visited(sql`st.state = ${asked}`)),
    given(field, (key) => sql`coalesce(${answerOf(roundId, key, scope)}, '') = ${value ?? ''}`),
  ].flat()
}

/** What a round found of one question: the person's own answer before the household's; nothing while it is in conflict. */
export function answerOf(roundId: string, field: string, scope: Scope): RawBuilder<unknown> {
  return sql`(SELECT sv.value FROM survey_value sv JOIN survey_task st ON st.id = sv.task_id JOIN survey_round sr ON sr.id = st.round_id
    WHERE st.round_id = ${roundId} AND st.household_id = h.id AND sv.field = ${field} AND sv.conflict = 0
      AND ${inProgrammes(sql`sr.programme_code`, scope)} AND sv.subject IN (p.id, 'household', 'visit')
    ORDER BY sv.subject = p.id DESC LIMIT 1)`
}

function inProgrammes(programme: RawBuilder<unknown>, { programmes }: Scope): Condition {
  if (programmes === 'all') return sql`1`
  return sql`${programme} IN (SELECT value FROM json_each(${JSON.stringify(programmes)}))`
}

function given<T>(value: T | undefined, condition: (value: T) => Condition): Condition[] {
  return value === undefined ? [] : [condition(value)]
}

function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, (special) => `!${special}`)}%`
}
