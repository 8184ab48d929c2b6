import type { ExtractDefinition } from '../domain/extract-definition.ts'
import type { FileRef } from '../ports/files.ts'
import type { JobContext } from './context.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { fileTitle, minuteText } from './file-title.ts'
import { type ExtractFormat, readTableOf, writeTable } from './write-extract.ts'

interface Export {
  readonly definition: ExtractDefinition
  readonly title: string
  readonly format: ExtractFormat
  readonly reason: string
  readonly recipient: string
}

/** 出表 — masked, always: whole numbers go another way (see full-export). */
export async function exportExtract(
  ctx: JobContext,
  input: Export,
): Promise<{ file: FileRef; serial: string; rows: number; people: number }> {
  const table = await readTableOf(ctx, input.definition, input.format)
  const serial = exportSerial(ctx)
  const bytes = await writeTable(ctx, table, { ...input, serial, foot: [footOf(ctx, input, serial)] })
  const name = `${fileTitle(input.title)}_${serial}.${input.format}`
  const { rows, people, columns, conditions } = {
    ...table,
    rows: table.rows.length,
    columns: table.columns.map(({ label }) => label),
  }
  await ctx.inTransaction((command) => {
    const entry = { kind: 'extract' as const, serial, columns, conditions, rows, people, fileName: name }
    const { title, reason, recipient } = input
    return recordExport(command, { ...entry, title, reason, recipient }, bytes)
  })
  return { file: await ctx.files.offer(name, bytes), serial, rows, people }
}

function footOf(ctx: JobContext, { reason, recipient }: Export, serial: string): string {
  const to = recipient === '' ? '' : `　提供给：${recipient}`
  return `流水号：${serial}　出表人：${ctx.actor.displayName}　${minuteText(ctx.now())}　用途：${reason}${to}　证号、账号只留后四位`
}
