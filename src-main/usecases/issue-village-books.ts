import { bookCodeOf, bookCodes } from '../domain/row-code.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { allColumns, type BookColumns, columnsOfBook, columnsOfRegister } from '../domain/village-book.ts'
import type { PrintedRow } from '../domain/village-book-row.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { FileRef } from '../ports/files.ts'
import { getTownship, listVillages } from '../store/division-queries.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { insertBook, isCodeTaken, newestEdition } from '../store/village-book-queries.ts'
import { readBookSource } from '../store/register-book-source.ts'
import { registerBookName } from '../wording/village-book-texts.ts'
import { runSheetWork } from '../workbook/run-sheet-work.ts'
import type { JobContext } from './context.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { fileTitle } from './file-title.ts'
import { trace } from './trace.ts'
import { printedRows } from './village-book-rows.ts'
import { type BookIdentity, bookSheet } from './village-book-sheet.ts'

export interface IssuedBook {
  readonly bookId: string
  readonly villageName: string
  readonly edition: number
  readonly people: number
  readonly file: FileRef
}

/** 发什么 — of a round with its questions, or of the register alone. */
interface Issuing {
  readonly roundId: string | null
  readonly name: string
  readonly columns: BookColumns
}

/** 发工作簿 — one village after the other, each kept and recorded as soon as it is made. */
export async function issueVillageBooks(
  ctx: JobContext,
  input: { roundId: string | null; villageCodes: readonly string[] },
): Promise<{ books: IssuedBook[]; empty: string[] }> {
  const issuing = input.roundId === null ? ofRegister(ctx, input) : await ofRound(ctx, input.roundId, input)
  const { roundId, columns } = issuing
  const villages = new Map(
    (await listVillages(ctx.reader)).map(({ code, name }) => [code, villageTitle(name)]),
  )
  const books: IssuedBook[] = []
  const empty: string[] = []
  for (const [at, villageCode] of input.villageCodes.entries()) {
    const village = villages.get(villageCode) ?? villageCode
    ctx.progress(village, at, input.villageCodes.length)
    await ctx.breathe()
    const source = await readBookSource(ctx.reader, { roundId, villageCode })
    const rows = printedRows(source, allColumns(columns), villageCode)
    if (source.tasks.length === 0) empty.push(village)
    else books.push(await issueOne(ctx, issuing, { villageCode, village, rows }))
  }
  return { books, empty }
}

function ofRegister(ctx: JobContext, { villageCodes }: { villageCodes: readonly string[] }): Issuing {
  refuseOutside(ctx, villageCodes)
  return { roundId: null, name: registerBookName, columns: columnsOfRegister() }
}

async function ofRound(
  ctx: JobContext,
  roundId: string,
  { villageCodes }: { villageCodes: readonly string[] },
): Promise<Issuing> {
  const round = await getRound(ctx.reader, ctx.scope, roundId)
  if (round.status !== 'open') throw new Problem('survey.round-closed', { round: round.name })
  refuseOutside(ctx, villageCodes, round.programmeCode)
  const { set } = await getQuestionSet(ctx.reader, round.questionSetId)
  return { roundId, name: round.name, columns: columnsOfBook(set) }
}

interface ToIssue {
  readonly villageCode: string
  readonly village: string
  readonly rows: readonly PrintedRow[]
}

async function issueOne(
  ctx: JobContext,
  { roundId, name, columns }: Issuing,
  { villageCode, village, rows }: ToIssue,
): Promise<IssuedBook> {
  const identity: BookIdentity = {
    code: await freeCode(ctx),
    edition: (await newestEdition(ctx.reader, roundId, villageCode)) + 1,
    township: (await getTownship(ctx.reader)).name,
    village,
    roundName: name,
    issuedOn: ctx.today(),
  }
  const fileName = `${fileTitle(`村级核对表_${village}_${name}_第${String(identity.edition)}版`)}.xlsx`
  const book = bookSheet(identity, columns, rows, roundId !== null)
  const bytes = await runSheetWork(
    { work: 'write-village-book', fileName, book },
    { worker: ctx.parts.readWorker, signal: ctx.signal },
  )
  const people = new Set(rows.flatMap(({ personId }) => personId ?? [])).size
  const households = new Set(rows.flatMap(({ householdId }) => householdId ?? [])).size
  const printed = rows.filter(({ personId }) => personId !== null).length
  const bookId = ctx.newId()
  await ctx.inTransaction(async (command) => {
    const [issuedBy, issuedAt] = [command.actor.userId, command.now().toISOString()]
    const kept = { extension: 'xlsx', kind: 'village-book', by: issuedBy, at: issuedAt }
    const fileSha256 = await command.vault.add(bytes, kept, command.writer)
    const { code, edition } = identity
    await insertBook(
      command.writer,
      {
        ...{ id: bookId, code, edition, roundId, villageCode, columns: JSON.stringify(columns) },
        ...{ rows: printed, people, households, fileSha256, fileName, issuedBy, issuedAt },
      },
      rows,
    )
    const serial = exportSerial(command)
    const said = {
      kind: 'village-book' as const,
      serial,
      title: `${village} 村级核对表 第${String(edition)}版`,
    }
    const what = {
      columns: allColumns(columns).map(({ header }) => header),
      conditions: `${name}；${village}`,
    }
    await recordExport(
      command,
      { ...said, ...what, rows: printed, people, fileName, reason: '交村核对', recipient: village },
      bytes,
    )
    await trace(command, 'village-book.issue', bookId, {
      villageCode,
      version: edition,
      rows: printed,
      people,
    })
  })
  return {
    bookId,
    villageName: village,
    edition: identity.edition,
    people,
    file: await ctx.files.offer(fileName, bytes),
  }
}

function refuseOutside(ctx: JobContext, villageCodes: readonly string[], programmeCode?: string): void {
  const of = programmeCode === undefined ? {} : { programmeCode }
  if (!villageCodes.every((villageCode) => inScopeOf(ctx.scope, { ...of, villageCode })))
    throw new Problem('permission.denied', { needs: 'scope' })
}

async function freeCode(ctx: JobContext): Promise<string> {
  for (;;) {
    const code = bookCodeOf(Number.parseInt(ctx.newId().slice(-8), 16) % bookCodes)
    if (!(await isCodeTaken(ctx.reader, code))) return code
  }
}
