import { type ListKind, listKindTerms } from '../domain/list-kind.ts'
import { findProgramme, programmeWords } from '../domain/programme-name.ts'
import { splitVillageAndGroup } from '../domain/past-divisions.ts'
import { asOfIn, monthIn, reliefKindIn, villageIn, yearIn } from '../domain/title-facts.ts'
import type { Village } from '../domain/village-name.ts'
import { labelOfMeaning, meaningOf, plainWord, type WordsByField } from '../domain/word-list.ts'
import { reliefKinds } from '../domain/list-words.ts'
import type { BookRead, BookTable } from '../workbook/book-read.ts'
import { SheetRows } from '../workbook/sheet-rows.ts'
import type { ListPlan, PlannedSheet } from './list-plan.ts'

type ReadTable = BookRead['tables'][number]

export interface PlanKnows {
  readonly villages: readonly Village[]
  readonly programmes: readonly { readonly code: string; readonly name: string }[]
}

/** What the clerk said when handing the file in; null is for the program to find out. */
export interface SaidAtFirst {
  readonly year: number | null
  readonly month: number | null
  readonly programmeCode: string | null
}

/** How a read file is understood before anybody has put it right. */
export function proposePlan(book: BookRead, said: SaidAtFirst, knows: PlanKnows): ListPlan {
  const kind = book.kind as ListKind
  const terms = listKindTerms[kind]
  const texts = [...book.tables.flatMap(textsOf), book.fileName]
  const programmeCode = programmeOf(kind, texts, said, knows)
  const isRoll = terms.programme !== undefined
  return {
    kind,
    year: terms.years ? (said.year ?? yearIn(texts) ?? null) : null,
    month: terms.programme === 'chosen' ? (said.month ?? monthIn(texts) ?? null) : null,
    programmeCode,
    asOf: asOfIn(texts) ?? null,
    sheets: book.tables.map((table) => proposeSheet(table, kind, book, knows)),
    said: isRoll && programmeCode === null ? saidCategories(book, knows) : {},
  }
}

function textsOf(table: BookTable): string[] {
  return [table.sheet, ...table.titles]
}

/** The programme a title names; where it names none and each line has a category, each line says. */
function programmeOf(
  kind: ListKind,
  texts: readonly string[],
  said: SaidAtFirst,
  { programmes }: PlanKnows,
): string | null {
  const { programme } = listKindTerms[kind]
  if (programme !== 'chosen') return programme ?? null
  if (said.programmeCode !== null) return said.programmeCode
  const named = texts.map((text) => findProgramme(text, programmes)).find((code) => code !== undefined)
  return named ?? null
}

export function proposeSheet(
  table: ReadTable,
  kind: ListKind,
  { fileName }: Pick<BookRead, 'fileName'>,
  { villages }: Pick<PlanKnows, 'villages'>,
): PlannedSheet {
  const fields = withVillage(table, kind, villages)
  const constants: Record<string, string> = {}
  if (kind === 'social-relief' && !fields.includes('reliefKind')) {
    const columns = fields.includes('supportMode') ? ['特困'] : []
    const relief = reliefKindIn([...textsOf(table), ...columns, fileName])
    if (relief !== undefined) constants['reliefKind'] = labelOfMeaning(reliefKinds, relief)
  }
  if (listKindTerms[kind].fields.some(({ key }) => key === 'village') && !fields.includes('village')) {
    const village = villageIn([...textsOf(table), fileName], villages)
    if (village !== undefined) constants['village'] = village.name
  }
  const [headerFrom = 1] = table.headerLines
  return {
    sheet: table.sheet,
    headerFrom,
    headerTo: table.headerLines.at(-1) ?? headerFrom,
    fields,
    constants,
  }
}

/** 村组 in one column: where no column is the village and the groups begin with one, that column is the village's. */
function withVillage(table: ReadTable, kind: ListKind, villages: readonly Village[]): (string | null)[] {
  const fields = table.columns.map(({ field }) => field)
  const at = fields.indexOf('group')
  const wantsVillage = listKindTerms[kind].fields.some(({ key }) => key === 'village')
  if (!wantsVillage || fields.includes('village') || at < 0) return fields
  const texts = [...distinctTexts(table, at)]
  const divisions = { villages, townshipName: '', past: [] }
  const split = texts.filter((text) => splitVillageAndGroup(text, divisions) !== undefined)
  return split.length * 2 > texts.length ? fields.with(at, 'village') : fields
}

/** Categories that are no programme's name word for word, but clearly one programme. */
function saidCategories(book: BookRead, { programmes }: PlanKnows): WordsByField {
  const list = programmeWords(programmes)
  const said: Record<string, string> = {}
  for (const table of book.tables) {
    const column = table.columns.findIndex(({ field }) => field === 'category')
    if (column < 0) continue
    for (const text of distinctTexts(table, column)) {
      if (meaningOf(list, text) !== undefined) continue
      const code = findProgramme(text, programmes)
      if (code !== undefined) said[plainWord(text)] = code
    }
  }
  return Object.keys(said).length === 0 ? {} : { category: said }
}

const mostTexts = 200

function distinctTexts(table: ReadTable, column: number): ReadonlySet<string> {
  const width = table.columns.length
  const texts = new Set<string>()
  for (const { block } of new SheetRows(table.rows, width).blocks())
    for (let at = column; at < block.texts.length && texts.size < mostTexts; at += width) {
      const text = block.texts[at] ?? ''
      if (text !== '') texts.add(text)
    }
  return texts
}
