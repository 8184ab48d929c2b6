import { sameLocked } from './village-book-cell.ts'
import type { BookDoubt, PrintedRow, ReturnedRow } from './village-book-row.ts'

/** Which printed row a returned one is, and what is odd about it. */
export interface MatchedRow {
  readonly returned: ReturnedRow
  readonly printed: PrintedRow | undefined
  readonly doubts: readonly BookDoubt[]
}

const whoKeys = ['name', 'idTail', 'householdNo'] as const

/**
 * Finds every returned row's printed one: by its code, unless name and number say that codes and people were sorted
 * apart; without a code by who it is about. Where nothing fits it is somebody new.
 */
export function matchRows(
  printed: readonly PrintedRow[],
  returned: readonly ReturnedRow[],
): readonly MatchedRow[] {
  const byNo = new Map(printed.map((row) => [row.rowNo, row]))
  const byWho = uniqueBy(printed.filter(({ personId }) => personId !== null))
  const matched = returned.map((row) => {
    const one = matchOne(row, byNo, byWho)
    return { ...one, doubts: [...one.doubts, ...(row.doubts ?? [])] }
  })
  return withoutCopies(matched)
}

function matchOne(
  row: ReturnedRow,
  byNo: ReadonlyMap<number, PrintedRow>,
  byWho: ReadonlyMap<string, PrintedRow | undefined>,
): MatchedRow {
  const byCode = row.rowNo === undefined ? undefined : byNo.get(row.rowNo)
  if (byCode !== undefined && isAbout(row, byCode)) return { returned: row, printed: byCode, doubts: [] }
  const meant = byWho.get(whoOf((key) => row.cells[key]?.text ?? ''))
  if (meant !== undefined)
    return {
      returned: row,
      printed: meant,
      doubts: [byCode === undefined ? 'row-code-lost' : 'not-whose-row'],
    }
  if (byCode !== undefined) return { returned: row, printed: byCode, doubts: ['not-whose-row'] }
  return { returned: row, printed: undefined, doubts: [] }
}

/** A blank row may become anybody; of another one either the name or the number must still fit. */
function isAbout(row: ReturnedRow, printed: PrintedRow): boolean {
  if (printed.personId === null) return true
  const fits = (key: string) => {
    const cell = row.cells[key]
    return cell === undefined || sameLocked(printed.cells[key]?.text ?? '', cell)
  }
  return fits('name') || fits('idTail')
}

/** The same row twice says one thing; twice with different contents nobody can tell which is meant. */
function withoutCopies(matched: readonly MatchedRow[]): MatchedRow[] {
  const byRow = Map.groupBy(matched, ({ printed }) => printed)
  return matched
    .filter((one) => {
      const own = one.printed === undefined ? [one] : (byRow.get(one.printed) ?? [])
      return own.find((other) => contentOf(other) === contentOf(one)) === one
    })
    .map((one) => {
      const own = one.printed === undefined ? [one] : (byRow.get(one.printed) ?? [])
      const isTwice = new Set(own.map(contentOf)).size > 1
      return isTwice ? { ...one, doubts: [...one.doubts, 'row-twice' as const] } : one
    })
}

function contentOf({ returned }: MatchedRow): string {
  return JSON.stringify(Object.entries(returned.cells).map(([key, { text }]) => [key, text]))
}

/** Rows by who they are about; undefined where two are about the same. */
function uniqueBy(rows: readonly PrintedRow[]): ReadonlyMap<string, PrintedRow | undefined> {
  const grouped = Map.groupBy(rows, (row) => whoOf((key) => row.cells[key]?.text ?? ''))
  return new Map([...grouped].map(([who, own]) => [who, own.length === 1 ? own[0] : undefined]))
}

function whoOf(textOf: (key: string) => string): string {
  return whoKeys.map((key) => textOf(key).replace(/\s|^0+/g, '')).join('|')
}
