import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { policyListFields } from '../domain/policy-list-fields.ts'
import {
  faultsOf,
  nextCodes,
  type PolicyLine,
  programmeOfName,
  rateOfText,
  type ReadPolicyLine,
} from '../domain/policy-list.ts'
import { plainText } from '../domain/plain-text.ts'
import { Problem } from '../domain/problem.ts'
import type { HeldFile } from '../ports/files.ts'
import { insertPolicyDraft, insertPolicyLines, takenProgrammeCodes } from '../store/policy-queries.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import { readTable } from '../workbook/read-table.ts'
import type { TableRead } from '../workbook/table-read.ts'
import type { CommandContext, JobContext } from './context.ts'
import { refusePartOfList } from './policy-draft.ts'
import { trace } from './trace.ts'

interface Asked {
  readonly fileToken: string
  readonly year: number
}

/**
 * 读入政策清单 — the county's file becomes the year's draft: it binds nobody until a second person has decided. A file
 * with a fault on any line is refused as a whole, and the list in force stays.
 */
export async function readPolicyList(ctx: JobContext, { fileToken, year }: Asked) {
  refusePartOfList(ctx.scope)
  const file = await ctx.files.hold(fileToken)
  try {
    const table = await read(ctx, file)
    refuseOtherYear(table, file.name, year)
    const lines = linesOf(table)
    const bytes = await readFile(file.path)
    return await ctx.inTransaction((command) => keepDraft(command, { file, table, lines, year, bytes }))
  } finally {
    await file.release()
  }
}

function read(ctx: JobContext, file: HeldFile): Promise<TableRead> {
  ctx.progress('读取清单', 0, 1)
  return readTable(
    { path: file.path, fileName: file.name, header: { fields: policyListFields } },
    { worker: ctx.parts.readWorker, signal: ctx.signal },
  )
}

/** Last year's list chosen for this year would be a quiet disaster; titles and file names say which year they are. */
function refuseOtherYear(table: TableRead, fileName: string, year: number): void {
  const said = [titleOf(table) ?? '', fileName].flatMap(
    (text) => /(20\d{2})\s*年/.exec(plainText(text))?.[1] ?? [],
  )
  if (said.length > 0 && !said.includes(String(year)))
    throw new Problem('policy.other-year', { fileName, said: said[0] ?? '', year })
}

function titleOf({ skipped }: TableRead): string | undefined {
  return skipped.find(({ why }) => why === 'title')?.text.trim()
}

function linesOf(table: TableRead): readonly ReadPolicyLine[] {
  return table.rows.map(({ line, cells }) => {
    // as it is worded: what it means is read from it, never written over it
    const said = (key: string) => (cells[key]?.text ?? '').trim()
    return {
      ...{ line, name: said('name'), department: said('department'), beneficiaries: said('beneficiaries') },
      ...{ rateText: said('rateText'), unit: said('unit'), cycle: said('cycle') },
      ...{ basis: said('basis'), phone: said('phone') },
    }
  })
}

interface Kept extends Pick<Asked, 'year'> {
  readonly file: HeldFile
  readonly table: TableRead
  readonly lines: readonly ReadPolicyLine[]
  readonly bytes: Uint8Array
}

async function keepDraft(ctx: CommandContext, { file, table, lines, year, bytes }: Kept) {
  if (lines.length === 0) throw new Problem('list.no-rows', { fileName: file.name })
  const known = await listProgrammes(ctx.writer)
  const faults = faultsOf(lines, known)
  if (faults.length > 0) throw new Problem('policy.lines-refused', { fileName: file.name, lines: faults })
  const newCode = nextCodes(await takenProgrammeCodes(ctx.writer))
  const coded = lines.map(({ line, ...facts }) => ({
    ...{ line, programmeCode: programmeOfName(facts.name, known) ?? newCode() },
    ...{ ...facts, rateYuan: rateOfText(facts.rateText) },
  }))
  const [id, by, at] = [ctx.newId(), ctx.actor.userId, ctx.now().toISOString()]
  const kept = { extension: extname(file.name).slice(1), kind: 'source-list' as const, by, at }
  const version = await insertPolicyDraft(ctx.writer, {
    ...{ id, year, title: titleOf(table) ?? file.name, source: file.name },
    ...{ sourceSha256: await ctx.vault.add(bytes, kept, ctx.writer), enteredBy: by, enteredAt: at },
  })
  await insertPolicyLines(
    ctx.writer,
    coded.map((one, at) => lineOf(id, by, one, at + 1)),
  )
  await trace(ctx, 'policy.read', id, { year, version, lines: coded.length })
  return { listId: id, version, lines: coded.length, pending: coded.filter(isPending).length }
}

/** 待定标准 — the rate is in words: no money until a person has entered and another activated it. */
function isPending({ rateYuan }: PolicyLine): boolean {
  return rateYuan === null
}

function lineOf(
  listId: string,
  editedBy: string,
  { line, ...facts }: PolicyLine & { readonly line: number },
  position: number,
) {
  return { listId, position, sourceLine: line, editedBy, ...facts }
}
