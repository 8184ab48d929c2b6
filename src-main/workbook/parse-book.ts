import { Problem } from '../domain/problem.ts'
import type { BookColumn, BookHead, BookRequest, BookSheet, BookTable, SheetPlan } from './book-read.ts'
import { carryMergesDown } from './carry-merges-down.ts'
import { chooseSheets, type ChosenSheets, type SheetToRead } from './choose-sheets.ts'
import type { Grid } from './grid.ts'
import { asKind, guessKind, type BookAs } from './guess-kind.ts'
import { headerOn } from './find-header.ts'
import { refuseTooMuchText } from './parse-file.ts'
import { completed, type Proposal } from './propose-columns.ts'
import { isBankFeedback } from './is-bank-feedback.ts'
import { readGrids } from './read-grids.ts'
import { readLimits } from './read-limits.ts'
import { readNotes } from './read-notes.ts'
import { withRemembered } from './remembered-shape.ts'
import { saidColumns } from './said-columns.ts'
import { shapeOf } from './shape-of.ts'
import { sortLines } from './sort-lines.ts'

/** A read workbook before its rows are packed for the way to the asking process. */
export interface ParsedBook {
  readonly head: BookHead
  readonly tables: readonly { readonly grid: Grid; readonly rowLines: readonly number[] }[]
}

export async function parseBook(bytes: Buffer, request: BookRequest): Promise<ParsedBook> {
  const limits = { ...readLimits, ...request.limits }
  const grids = await readGrids(bytes, request.fileName, limits)
  if (request.plan === undefined && grids.some(isBankFeedback))
    throw new Problem('file.is-bank-feedback', { fileName: request.fileName })
  const book = bookOf(grids, request)
  const { chosen, whyNot } = request.plan ? planned(grids, request.plan, book) : chosenOf(book, request)
  if (chosen.length === 0) throw noHeader(request, book)
  for (const { grid, lines } of chosen) carryMergesDown(grid, lines.rowLines)
  for (const { grid } of chosen) refuseTooMuchText(grid, request.fileName, limits)
  const head: BookHead = {
    fileName: request.fileName,
    kind: book.wanted.kind,
    guessed: request.kinds.length > 1,
    sheets: grids.map((grid, at) => toBookSheet(grid, at, book, chosen, whyNot)),
    tables: chosen.map((sheet) => toTable(sheet)),
  }
  return { head, tables: chosen.map(({ grid, lines }) => ({ grid, rowLines: lines.rowLines })) }
}

/** The kind that was said, or else the one that fits. */
function bookOf(grids: readonly Grid[], request: BookRequest): BookAs {
  const books = request.kinds.map((wanted) => asKind(grids, wanted))
  const [only] = books
  const book =
    books.length === 1 ? only : (rememberedKind(books, request) ?? guessKind(books, request.fileName))
  if (book === undefined) throw new Problem('list.kind-unknown', { fileName: request.fileName })
  return book
}

/** A file like one whose kind a clerk has put right before is of that kind. */
function rememberedKind(books: readonly BookAs[], { remembered = [] }: BookRequest): BookAs | undefined {
  for (const { kind, headers } of remembered) {
    const book = books.find(({ wanted }) => wanted.kind === kind)
    const shapes = book?.sheets.flatMap(({ proposal }) =>
      proposal ? [shapeOf(proposal.header.columns).join('|')] : [],
    )
    if (shapes?.includes(headers.join('|')) === true) return book
  }
  return undefined
}

function chosenOf(book: BookAs, { sheet, year, remembered }: BookRequest): ChosenSheets {
  const asked = sheet === undefined ? book.sheets : book.sheets.filter(({ grid }) => grid.name === sheet)
  const sheets = asked.map((each) => ({
    ...each,
    grid: sheet === undefined ? each.grid : { ...each.grid, isHidden: false },
    proposal: each.proposal && withRemembered(each.grid, each.proposal, book.wanted, remembered ?? []),
  }))
  const { chosen, whyNot } = chooseSheets({ ...book, sheets }, year ?? null)
  const others = book.sheets.filter(({ grid }) => sheet !== undefined && grid.name !== sheet)
  return { chosen, whyNot: new Map([...whyNot, ...others.map(({ grid }) => [grid, 'not-asked'] as const)]) }
}

/** As a person has put it: the sheets named, each with its head and its columns. */
function planned(
  grids: readonly Grid[],
  plan: readonly SheetPlan[],
  { wanted, sheets }: BookAs,
): ChosenSheets {
  const chosen = plan.flatMap((sheet): SheetToRead[] => {
    const grid = grids.find(({ name }) => name === sheet.sheet)
    if (grid === undefined || grid.lineCount === 0) return []
    const looked = sheets.find((each) => each.grid === grid)?.proposal
    const said = plannedColumns(grid, sheet, wanted)
    const proposal = { ...said, proposed: looked?.header ?? said.header }
    return [{ grid, proposal, lines: sortLines({ grid, header: proposal.header }) }]
  })
  const left = grids.filter((grid) => !chosen.some((sheet) => sheet.grid === grid))
  return { chosen, whyNot: new Map(left.map((grid) => [grid, 'not-asked'])) }
}

/** No fields said yet (another head was chosen): they are proposed as for any other. */
function plannedColumns(grid: Grid, plan: SheetPlan, { fields }: BookAs['wanted']): Proposal {
  const [firstLine, lastLine] = [plan.headerFrom - 1, plan.headerTo - 1]
  if (plan.fields.length === 0) return completed(grid, headerOn(grid, firstLine, lastLine, fields), fields)
  return saidColumns(grid, { firstLine, lastLine, fields: plan.fields }, fields, 'said')
}

function noHeader({ fileName }: BookRequest, { wanted }: BookAs): Problem {
  return new Problem('list.no-header', {
    fileName,
    wanted: wanted.fields.filter(({ required }) => required).map(({ label }) => label),
  })
}

function toBookSheet(
  grid: Grid,
  at: number,
  book: BookAs,
  chosen: readonly SheetToRead[],
  whyNot: ChosenSheets['whyNot'],
): BookSheet {
  const isChosen = chosen.some((sheet) => sheet.grid.name === grid.name)
  const why = [...whyNot].find(([each]) => each.name === grid.name)?.[1]
  const header = book.sheets[at]?.proposal?.header
  return {
    name: grid.name,
    header: header ? [header.firstLine + 1, header.lastLine + 1] : null,
    hidden: grid.isHidden,
    rows: grid.lineCount,
    matches: book.sheets[at]?.proposal?.header.fieldByColumn.size ?? 0,
    chosen: isChosen,
    why: isChosen ? null : (why ?? 'no-header'),
  }
}

function toTable({ grid, proposal, lines }: SheetToRead): BookTable {
  const { header, proposed = header } = proposal
  const [firstLine, lastLine] = [header.firstLine, header.lastLine]
  return {
    sheet: grid.name,
    headerLines: Array.from({ length: lastLine - firstLine + 1 }, (_, at) => firstLine + at + 1),
    columns: columnsOf(grid, proposal),
    skipped: lines.skipped,
    notes: readNotes(grid, [grid]),
    titles: lines.skipped
      .filter(({ line }) => line <= firstLine)
      .map(({ text }) => text)
      .filter((text) => text !== ''),
    missing: header.missingRequired.map(({ key }) => key),
    shape: shapeOf(proposed.columns),
    proposedHeader: [proposed.firstLine + 1, proposed.lastLine + 1],
    rowCount: lines.rowLines.length,
  }
}

function columnsOf(grid: Grid, { header, looks, sureness }: Proposal): BookColumn[] {
  return header.columns.map((levels, index) => {
    const field = header.fieldByColumn.get(index) ?? null
    return {
      index,
      header: levels.join('/'),
      field,
      samples: looks[index]?.samples ?? [],
      isHidden: grid.hiddenColumns.includes(index),
      sureness: field === null ? null : (sureness.get(index) ?? 'name'),
    }
  })
}
