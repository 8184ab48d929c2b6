import type { RawDatabase } from './connection.ts'
import { rawOf } from './raw.ts'
import type { Writer } from './reader.ts'

/** Pages stay in memory as long as they fit: queries of a whole township ask for the same ones again. */
export function keepPages(raw: RawDatabase): void {
  raw.pragma('cache_size = -64000')
}

/**
 * For the rest of this transaction, changed pages go to the log as they are made instead of all at the commit, which
 * would hold up everybody else: for imports, which write thousands.
 */
export function writePagesEarly(writer: Writer): void {
  rawOf(writer).pragma('cache_size = -2000')
}
