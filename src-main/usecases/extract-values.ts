import type { ApplicationStatus } from '../domain/application-status.ts'
import type { Day } from '../domain/day.ts'
import { extractField, type ExtractGrain, type ExtractKind } from '../domain/extract-field.ts'
import { ageOn } from '../domain/id-number.ts'
import { maskedText, shortHouseholdNo } from '../domain/masked-cell.ts'
import { choiceLabel } from '../domain/survey-choice.ts'
import { choicesFor, type SurveyQuestion } from '../domain/survey-question.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { ExtractRow } from '../store/extract-queries.ts'
import type { SummaryKind } from '../workbook/write-summary.ts'
import { personStatusLabels, sexLabels } from '../wording/extract-labels.ts'
import { statusLabels } from '../wording/status-labels.ts'

export interface ExtractColumn {
  readonly key: string
  readonly label: string
  readonly kind: ExtractKind
}

export type ExtractCell = string | number | null

/** What rendering needs besides the row. */
export interface ExtractReading {
  readonly grain: ExtractGrain
  readonly columns: readonly ExtractColumn[]
  readonly programmes: ReadonlyMap<string, string>
  /** 问题 of a round, by the key its answers have. */
  readonly questions: ReadonlyMap<string, SurveyQuestion>
  readonly today: Day
  /** 全号 — only for a file two people have agreed to. */
  readonly fullNumbers: boolean
}

/** The columns of a definition under their labels; answers of a round under their questions. */
export function columnsOf(
  keys: readonly string[],
  grain: ExtractGrain,
  questions: ReadonlyMap<string, SurveyQuestion>,
): ExtractColumn[] {
  return keys.map((key) => {
    const field = extractField(key, grain)
    const label = field?.label ?? questions.get(key)?.label ?? key
    const ofHousehold = grain === 'household' && householderKinds.has(key) ? `户主${label}` : label
    return { key, label: ofHousehold, kind: field?.kind ?? 'text' }
  })
}

/** On a household's line these are its householder's. */
const householderKinds = new Set(['sex', 'age', 'birthDate', 'idNumber', 'phone', 'ethnicity', 'hukouKind'])

/** One line as it may leave: money and area as whole numbers of their unit, everything else as text. */
export function cellsOf(row: ExtractRow, reading: ExtractReading): ExtractCell[] {
  return reading.columns.map((column, at) => cellOf(row, row.values[at] ?? null, column, reading))
}

function cellOf(
  row: ExtractRow,
  value: string | number | null,
  { key, kind }: ExtractColumn,
  { programmes, questions, today, fullNumbers }: ExtractReading,
): ExtractCell {
  if (key === 'village') return villageTitle(row.villageName)
  if (key === 'householdNo')
    return fullNumbers ? row.householdNo : shortHouseholdNo(row.householdNo, row.villageCode)
  if (value === null || value === '') return null
  if (key === 'age') return ageOn(String(value), today)
  if (kind === 'area' || kind === 'money' || kind === 'count') return Number(value)
  const question = questions.get(key)
  const said = question
    ? choiceLabel(choicesFor(question), String(value))
    : saidAs(String(value), kind, programmes)
  return fullNumbers ? said : maskedText(said, kind)
}

function saidAs(value: string, kind: ExtractKind, programmes: ReadonlyMap<string, string>): string {
  switch (kind) {
    case 'sex':
      return sexLabels[value as keyof typeof sexLabels] ?? value
    case 'person-status':
      return personStatusLabels[value as keyof typeof personStatusLabels] ?? value
    case 'status':
      return statusLabels[value as ApplicationStatus] ?? value
    case 'programme':
      return programmes.get(value) ?? value
    case 'yes-no':
      return value === '1' ? '是' : ''
    default:
      return value
  }
}

export function summaryKindOf(kind: ExtractKind): SummaryKind {
  return kind === 'area' || kind === 'money' || kind === 'count' ? kind : 'text'
}
