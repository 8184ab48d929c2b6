import type { ListKind } from '../domain/list-kind.ts'
import type { Writer } from './reader.ts'

/** 一次导入 — one file taken in, all its sheets together. */
export interface NewImport {
  readonly id: string
  readonly kind: ListKind
  readonly fileName: string
  readonly fileSha256: string
  readonly year: number | null
  readonly month: number | null
  readonly programmeCode: string | null
  readonly importedBy: string
  readonly importedAt: string
}

export async function insertImport(writer: Writer, values: NewImport): Promise<void> {
  await writer.insertInto('listImport').values(values).execute()
}
