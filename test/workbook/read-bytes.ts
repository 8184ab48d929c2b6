import { packRows, unpackRows } from '../../src-main/workbook/pack-rows.ts'
import { parseFile } from '../../src-main/workbook/parse-file.ts'
import { rollFields } from './list-fields.ts'
import type { ReadRequest, TableRead } from '../../src-main/workbook/table-read.ts'

/** What readTable gives, without the process around it. */
export async function readBytes(bytes: Uint8Array, request: Partial<ReadRequest> = {}): Promise<TableRead> {
  const asked = { path: '', fileName: '名册.xlsx', header: { fields: rollFields }, ...request }
  const table = await parseFile(Buffer.from(bytes), asked)
  return { ...table.head, rows: unpackRows(packRows(table, 0, table.rowLines.length), table.head.columns) }
}

/** Every line of the sheet, each exactly once, in order. */
export function accountedLines(table: TableRead): number[] {
  const lines = [
    ...table.headerLines,
    ...table.rows.map((row) => row.line),
    ...table.skipped.map((each) => each.line),
  ]
  return lines.sort((a, b) => a - b)
}
