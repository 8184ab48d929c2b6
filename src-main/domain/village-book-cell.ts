import { parseAccountNo } from './account-no.ts'
import { formatMu, parseArea } from './area.ts'
import { parseIdNumber } from './id-number.ts'
import { withoutSpaces } from './plain-text.ts'
import { parseField } from './survey-field.ts'
import { parseAnswer, type QuestionSet } from './survey-question.ts'
import type { ParsedValue } from './survey-rule.ts'
import { findChoice } from './survey-choice.ts'
import { type BookColumn, changedOnKey, fieldOf, remarkKey } from './village-book.ts'
import type { ReturnedCell } from './village-book-row.ts'

/** A cell that came back in the one form its value is kept in. A spreadsheet may have made a number of what was text. */
export function parseBookCell(
  column: BookColumn,
  cell: ReturnedCell,
  set: Pick<QuestionSet, 'questions'>,
  today: string,
): ParsedValue {
  if (column.key === changedOnKey) return parseField('person.diedOn', cell.text, today)
  if (column.key === 'name') return parseField('person.name', cell.text, today)
  const { field } = column
  if (column.key === remarkKey && [...cell.text].length > longestRemark)
    return { ok: false, rule: 'too-long' }
  if (field === undefined) return { ok: true, value: cell.text === '' ? null : cell.text }
  const question = set.questions.find(({ key }) => `q.${key}` === field)
  if (question !== undefined) return parseAnswer(question, cell.text, today)
  if (column.choices !== undefined && cell.text !== '' && findChoice(column.choices, cell.text) === undefined)
    return { ok: false, rule: 'code-unknown' }
  const damaged = cell.wasNumber ? damageOf(column, cell) : undefined
  return damaged ?? parseField(field, plainNumber(column, cell), today)
}

/** As the register keeps it of a person. */
const longestRemark = 200

/** Digits a double cannot hold are not the ones that were typed. */
function damageOf(column: BookColumn, { text }: ReturnedCell): ParsedValue | undefined {
  const kind = fieldOf(column)?.value.kind
  const origin = { wasNumber: true }
  const parsed =
    kind === 'id-number'
      ? parseIdNumber(text, origin)
      : kind === 'account-no'
        ? parseAccountNo(text, origin)
        : undefined
  return parsed === undefined || parsed.ok ? undefined : { ok: false, rule: parsed.rule }
}

/** 7.509999999999999 where the village sees 7.51. */
function plainNumber(column: BookColumn, { text, wasNumber }: ReturnedCell): string {
  if (!wasNumber || fieldOf(column)?.value.kind !== 'area') return text
  const area = parseArea(text, { wasNumber })
  return area.ok ? formatMu(area.centiMu) : text
}

/** Whether a locked cell still says what was printed: 00038 comes back as 38, and blanks and widths do not count. */
export function sameLocked(printed: string, cell: ReturnedCell): boolean {
  const [was, is] = [comparable(printed), comparable(cell.text)]
  return is === '' || was === is || (/^\d+$/.test(was) && /^\d+$/.test(is) && Number(was) === Number(is))
}

function comparable(text: string): string {
  return withoutSpaces(text)
    .replace(/^['‘’`]+/, '')
    .replace(/^(?:…|\.\.\.)/, '')
}
