import { type ListKind, listKinds, listKindTerms } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import { matchColumns } from '../workbook/match-columns.ts'
import type { TableHead } from '../workbook/table-read.ts'

/** A name list may be cut out of any other list; these three write what the office works with. */
const kindsToRefuse: readonly ListKind[] = ['household-register', 'farmland-roll', 'land-rights']
const clearlyMore = 3

/**
 * The kind is chosen by hand and easily left as it was: a roll taken for the register would change thousands
 * of people. Refused when another kind knows every column this one knows, and some more.
 */
export function refuseOtherKind(kind: ListKind, table: TableHead): void {
  if (!kindsToRefuse.includes(kind)) return
  const known = columnsKnownTo(kind, table)
  const isOther = listKinds.some((other) => {
    const knownToOther = columnsKnownTo(other, table)
    const hasNoneOfItsOwn = [...known].every((column) => knownToOther.has(column))
    return hasNoneOfItsOwn && knownToOther.size >= known.size + clearlyMore
  })
  if (isOther)
    throw new Problem('file.wrong-kind', { fileName: table.fileName, expected: listKindTerms[kind].label })
}

function columnsKnownTo(kind: ListKind, { columns }: TableHead): ReadonlySet<number> {
  const headers = columns.map((column) => column.header.split('/'))
  return new Set(matchColumns(headers, listKindTerms[kind].fields).fieldByColumn.keys())
}
