import type { Kysely } from 'kysely'
import type { Schema } from './schema/schema.ts'

declare const reads: unique symbol
declare const writes: unique symbol

type Asking = 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'getExecutor'
type Changing = 'insertInto' | 'replaceInto' | 'updateTable' | 'deleteFrom'

/** May ask, never change. */
export interface Reader extends Pick<Kysely<Schema>, Asking> {
  readonly [reads]: true
}

/** May change: one open transaction, gone when its work has ended. */
export interface Writer extends Reader, Pick<Kysely<Schema>, Changing> {
  readonly [writes]: true
}
