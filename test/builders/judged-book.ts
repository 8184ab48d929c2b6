import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { listKinds, listKindTerms, type ListKind } from '../../src-main/domain/list-kind.ts'
import { programmeWords } from '../../src-main/domain/programme-name.ts'
import { missingOf } from '../../src-main/usecases/build-stage.ts'
import { ListJudge } from '../../src-main/usecases/judge-list.ts'
import type { ListPlan } from '../../src-main/usecases/list-plan.ts'
import { isAccepted, type StagedLine } from '../../src-main/usecases/list-stage.ts'
import { proposePlan } from '../../src-main/usecases/propose-plan.ts'
import { judgeTable, WordCounter } from '../../src-main/usecases/stage-rows.ts'
import { packRows } from '../../src-main/workbook/pack-rows.ts'
import { parseBook } from '../../src-main/workbook/parse-book.ts'
import { SheetRows } from '../../src-main/workbook/sheet-rows.ts'

const reference = resolve(import.meta.dirname, '../../resources/reference')
const read = (name: string) => JSON.parse(readFileSync(resolve(reference, name), 'utf8'))

interface NamedCode {
  readonly code: string
  readonly name: string
}

/** 甘亭镇, as the division table has it. */
export const villages: readonly NamedCode[] = read('divisions.json')
  .townships.find(({ name }: { name: string }) => name === '甘亭镇')
  .villages.map(({ code12, name }: { code12: string; name: string }) => ({ code: code12, name }))

const programmes: readonly NamedCode[] = read('programmes.json').programmes

export interface JudgedBook {
  readonly plan: ListPlan
  readonly missing: readonly unknown[]
  readonly lines: readonly StagedLine[]
  readonly unread: readonly string[]
}

/** What becomes of a file whose proposed mapping is accepted unseen: read, proposed and judged as the product does it. */
export async function judgedBook(
  bytes: Uint8Array,
  { fileName = '清单.xlsx', kind }: { fileName?: string; kind?: ListKind } = {},
): Promise<JudgedBook> {
  const kinds = (kind === undefined ? listKinds : [kind]).map((one) => {
    const { fields, titles, telling } = listKindTerms[one]
    return { kind: one, fields, titles, telling, onePerson: one === 'household-register' }
  })
  const book = await parseBook(Buffer.from(bytes), { path: '', fileName, kinds })
  const tables = book.head.tables.map((table, at) => ({
    ...table,
    rows: [packRows(book.tables[at]!, 0, table.rowCount)],
  }))
  const said = { year: null, month: null, programmeCode: null }
  const plan = proposePlan({ ...book.head, tables }, said, { villages, programmes })
  const judge = new ListJudge({
    ...{ kind: plan.kind, villages, townshipName: '甘亭镇', past: [] },
    given: { said: plan.said, programmes: programmeWords(programmes), programmeCode: plan.programmeCode },
    ...{
      onRoll: new Set<string>(),
      elsewhere: { idNumbers: new Set<string>(), householdNos: new Set<string>() },
    },
    ...{ villageOfPerson: new Map<string, string>(), isNarrow: false },
  })
  const words = new WordCounter(plan, programmeWords(programmes))
  const lines: StagedLine[] = []
  for (const [index, table] of tables.entries()) {
    const staged = { ...table, packed: table.rows, rows: new SheetRows(table.rows, table.columns.length) }
    const at = { table: staged, index, setup: plan.sheets[index]! }
    lines.push(...(await judgeTable(judge, at, words, async () => undefined)))
  }
  const unread = book.head.sheets.filter(({ chosen }) => !chosen).map(({ name }) => name)
  return { plan, missing: missingOf(plan), lines, unread }
}

/** The accepted lines as values with their village, in no order. */
export function acceptedValues({ lines }: JudgedBook): unknown[] {
  return lines
    .filter(isAccepted)
    .map(({ judged }) => ({ villageCode: judged.villageCode, ...judged.value.row }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
