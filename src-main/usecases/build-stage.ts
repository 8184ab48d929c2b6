import { fieldOf, listKindTerms } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import { programmeWords } from '../domain/programme-name.ts'
import type { HeldFile } from '../ports/files.ts'
import { getTownship, listPastDivisions, listVillages } from '../store/division-queries.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import { listPersonKeys } from '../store/register-keys.ts'
import { listRegisteredElsewhere } from '../store/register-queries.ts'
import { listRollKeys } from '../store/roll-queries.ts'
import type { BookRead } from '../workbook/book-read.ts'
import { SheetRows } from '../workbook/sheet-rows.ts'
import { comparedStore } from './compared-store.ts'
import type { JobContext } from './context.ts'
import { ListJudge } from './judge-list.ts'
import { compareLines } from './list-difference.ts'
import type { ListPlan } from './list-plan.ts'
import type { ListStage, RememberedNote, StagedLine, StagedTable, StageMissing } from './list-stage.ts'
import { judgeTable, WordCounter } from './stage-rows.ts'

export interface StageParts {
  readonly id: string
  readonly file: HeldFile
  readonly fileSha256: string
  readonly book: Pick<BookRead, 'sheets' | 'tables' | 'guessed'>
  readonly plan: ListPlan
  readonly proposed: ListPlan
  readonly remembered: readonly RememberedNote[]
}

/** Judges every row by the plan and compares what comes in with what is stored. */
export async function buildStage(ctx: JobContext, parts: StageParts): Promise<ListStage> {
  const { book, plan } = parts
  refuseOutOfScope(ctx, plan)
  const tables = book.tables.map((table, at) => stagedTable(table, plan, at))
  const programmes = programmeWords(await listProgrammes(ctx.reader))
  const words = new WordCounter(plan, plan.programmeCode === null ? programmes : undefined)
  const judge = await judgeFor(ctx, plan)
  const lines: StagedLine[] = []
  const total = tables.reduce((sum, { rowCount }) => sum + rowCount, 0)
  for (const [index, table] of tables.entries()) {
    const setup = plan.sheets[index]
    if (setup === undefined) continue
    const between = async () => {
      ctx.progress('逐行核对', lines.length, total)
      await ctx.breathe()
    }
    const judged = await judgeTable(judge, { table, index, setup }, words, between)
    for (const line of judged) lines.push(line)
  }
  ctx.progress('与已存的比较', 0, 1)
  const compared = await comparedStore({ reader: ctx.reader, scope: ctx.scope, plan, lines })
  return {
    ...{ id: parts.id, ownerId: ctx.actor.userId, file: parts.file, fileSha256: parts.fileSha256 },
    ...{ plan, proposed: parts.proposed, guessed: book.guessed, sheets: book.sheets, tables, lines },
    words: words.words(),
    missing: missingOf(plan),
    remembered: parts.remembered,
    difference: await compareLines(lines, compared, () => ctx.breathe()),
  }
}

/** The columns as the plan has them. */
function stagedTable(table: BookRead['tables'][number], plan: ListPlan, at: number): StagedTable {
  const fields = plan.sheets[at]?.fields ?? []
  const columns = table.columns.map((column) => {
    const field = fields[column.index] ?? null
    return field === column.field
      ? column
      : { ...column, field, sureness: field === null ? null : ('said' as const) }
  })
  return { ...table, columns, packed: table.rows, rows: new SheetRows(table.rows, columns.length) }
}

/** Lists of people in need or with a disability are for those who work on these programmes. */
function refuseOutOfScope({ scope }: JobContext, { kind, programmeCode }: ListPlan): void {
  const { serves = [] } = listKindTerms[kind]
  const { programmes } = scope
  if (programmes === 'all') return
  const isServed = serves.length === 0 || serves.some((code) => programmes.includes(code))
  const isOwn = programmeCode === null || programmes.includes(programmeCode)
  if (!isServed || !isOwn) throw new Problem('permission.denied', { needs: 'scope' })
}

async function judgeFor(ctx: JobContext, plan: ListPlan): Promise<ListJudge> {
  const { kind, year, month, programmeCode, said } = plan
  const villages = (await listVillages(ctx.reader)).filter(
    (village) => ctx.scope.villages === 'all' || ctx.scope.villages.includes(village.code),
  )
  const programmes = (await listProgrammes(ctx.reader)).filter(
    ({ code }) => ctx.scope.programmes === 'all' || ctx.scope.programmes.includes(code),
  )
  const township = await getTownship(ctx.reader)
  const needsPeople = kind === 'allowance-roll' || kind === 'land-transfers'
  const people = needsPeople ? await listPersonKeys(ctx.reader) : new Map<string, never>()
  const mine = new Set(villages.map(({ code }) => code))
  return new ListJudge({
    ...{ kind, villages, townshipName: township.name, past: await listPastDivisions(ctx.reader) },
    given: { said, programmes: programmeWords(programmes), programmeCode },
    onRoll: year === null ? new Set() : await listRollKeys(ctx.reader, { year, month }),
    elsewhere: await listRegisteredElsewhere(ctx.reader, ctx.scope),
    villageOfPerson: new Map(
      [...people].flatMap(([idNumber, { villageCode }]) =>
        mine.has(villageCode) ? [[idNumber, villageCode]] : [],
      ),
    ),
    isNarrow: ctx.scope.villages !== 'all',
  })
}

/** What nobody has said and the sheets do not tell. */
export function missingOf({ kind, year, programmeCode, sheets }: ListPlan): StageMissing[] {
  const terms = listKindTerms[kind]
  const missing: StageMissing[] = []
  if (terms.years && year === null) missing.push({ what: 'year' })
  const hasCategory = sheets.every(({ fields }) => fields.includes('category'))
  if (terms.programme === 'chosen' && programmeCode === null && !hasCategory)
    missing.push({ what: 'programme' })
  const needed = [
    ...terms.fields.filter(({ required }) => required).map(({ key }) => key),
    ...(terms.villages && kind !== 'land-transfers' ? ['village'] : []),
    ...(kind === 'social-relief' ? ['reliefKind'] : []),
  ]
  for (const { sheet, fields, constants } of sheets)
    for (const field of needed)
      if (!fields.includes(field) && constants[field] === undefined)
        missing.push({ what: 'column', sheet, field, label: fieldOf(kind, field)?.label ?? field })
  return missing
}
