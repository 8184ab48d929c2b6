import { type ListKind, listKindTerms } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import type { BookRead } from '../workbook/book-read.ts'
import { matchColumns } from '../workbook/match-columns.ts'

/** A name list may be cut out of any other list; these write what the office works with. */
const kindsToRefuse: readonly ListKind[] = ['household-register', 'farmland-roll', 'land-rights']
/** What they are mistaken for. */
const likely: readonly ListKind[] = [...kindsToRefuse, 'allowance-roll']
const clearlyMore = 3

/**
 * The kind was said and may be wrong: a roll taken for the register would change thousands of people. Refused when
 * another kind knows every column this one knows, and some more.
 */
export function refuseOtherKind(kind: ListKind, book: BookRead): void {
  if (!kindsToRefuse.includes(kind)) return
  for (const table of book.tables) {
    const headers = table.columns.map(({ header }) => header.split('/'))
    const known = columnsKnownTo(kind, headers)
    const isOther = likely.some((other) => {
      const knownToOther = columnsKnownTo(other, headers)
      const hasNoneOfItsOwn = [...known].every((column) => knownToOther.has(column))
      return hasNoneOfItsOwn && knownToOther.size >= known.size + clearlyMore
    })
    if (isOther)
      throw new Problem('file.wrong-kind', { fileName: book.fileName, expected: listKindTerms[kind].label })
  }
}

function columnsKnownTo(kind: ListKind, headers: readonly (readonly string[])[]): ReadonlySet<number> {
  return new Set(matchColumns(headers, listKindTerms[kind].fields).fieldByColumn.keys())
}
