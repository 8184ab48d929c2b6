import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { FileRef } from '../ports/files.ts'
import { listVillages } from '../store/division-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { countHouseholdsByVillage } from '../store/register-book-source.ts'
import { countTasksByVillage } from '../store/village-book-source.ts'
import { countLines, getBook, getReturn, listBooks, listReturns } from '../store/village-book-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

/** 各村的工作簿 — what was issued, what came back, and how much of it waits. */
export async function showVillageBooks(ctx: QueryContext, { roundId }: { roundId: string | null }) {
  if (roundId !== null) await getRound(ctx.reader, ctx.scope, roundId)
  const books = await listBooks(ctx.reader, ctx.scope, roundId)
  const returns =
    books.length === 0
      ? []
      : await listReturns(
          ctx.reader,
          books.map(({ id }) => id),
        )
  const counts =
    returns.length === 0
      ? []
      : await countLines(
          ctx.reader,
          returns.map(({ id }) => id),
        )
  const tasks = new Map(
    (roundId === null
      ? await countHouseholdsByVillage(ctx.reader)
      : await countTasksByVillage(ctx.reader, roundId)
    ).map((one) => [one.villageCode, one.tasks]),
  )
  const villages = (await listVillages(ctx.reader)).filter(
    ({ code }) => tasks.has(code) && inScopeOf(ctx.scope, { villageCode: code }),
  )
  const returnView = (one: (typeof returns)[number]) => ({
    returnId: one.id,
    fileName: one.fileName,
    filledBy: one.filledBy,
    readBy: one.readByName,
    readAt: one.readAt,
    ...(JSON.parse(one.counts) as { same: number; blank: number }),
    ...lineCounts(counts.filter(({ returnId }) => returnId === one.id)),
  })
  return villages.map(({ code, name }) => ({
    villageCode: code,
    villageName: villageTitle(name),
    tasks: tasks.get(code) ?? 0,
    books: books
      .filter(({ villageCode }) => villageCode === code)
      .map((book) => ({
        ...{ bookId: book.id, code: book.code, edition: book.edition, rows: book.rows, people: book.people },
        ...{ issuedBy: book.issuedByName, issuedAt: book.issuedAt, fileName: book.fileName },
        returns: returns.filter(({ bookId }) => bookId === book.id).map(returnView),
      })),
  }))
}

function lineCounts(counts: readonly { kind: string; status: string; lines: number }[]) {
  const of = (fits: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(fits).reduce((sum, { lines }) => sum + lines, 0)
  return {
    added: of(({ kind }) => kind === 'added'),
    changed: of(({ kind }) => kind === 'changed'),
    removed: of(({ kind }) => kind === 'removed'),
    open: of(({ status }) => status === 'open'),
    accepted: of(({ status }) => status === 'accepted'),
    refused: of(({ status }) => status === 'refused'),
  }
}

/** The workbook as it was issued. */
export async function villageBookFile(ctx: QueryContext, { bookId }: { bookId: string }): Promise<FileRef> {
  const book = await getBook(ctx.reader, ctx.scope, bookId)
  return ctx.files.offer(book.fileName, await ctx.vault.read(book.fileSha256))
}

/** The file as it came back, with whatever the village wrote into it; leaves a trace. */
export async function returnedFile(
  ctx: CommandContext,
  { returnId }: { returnId: string },
): Promise<FileRef> {
  const returned = await getReturn(ctx.reader, ctx.scope, returnId)
  await trace(ctx, 'village-book.take-returned', returnId, {})
  return ctx.files.offer(returned.fileName, await ctx.vault.read(returned.fileSha256))
}
