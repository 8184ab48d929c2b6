import { open } from 'node:fs/promises'
import type { RawDatabase } from './connection.ts'
import { rawOf } from './raw.ts'
import type { Writer } from './reader.ts'

const writingEarly = new WeakSet<RawDatabase>()

/** Pages stay in memory as long as they fit: queries of a whole township ask for the same ones again. */
export function keepPages(raw: RawDatabase): void {
  raw.pragma('cache_size = -64000')
  writingEarly.delete(raw)
}

/**
 * For the rest of this transaction, changed pages go to the log as they are made instead of all at the commit, which
 * would hold up everybody else: for imports, which write thousands.
 */
export function writePagesEarly(writer: Writer): void {
  const raw = rawOf(writer)
  raw.pragma('cache_size = -2000')
  writingEarly.add(raw)
}

/**
 * Before the commit of what was written early: the log goes to the disk on another thread, so that the commit, which
 * waits for the disk and holds up everybody else, finds next to nothing left to wait for.
 */
export async function flushEarlyPages(raw: RawDatabase): Promise<void> {
  if (!writingEarly.has(raw)) return
  const log = await open(`${raw.name}-wal`, 'r+')
  try {
    await log.sync()
  } finally {
    await log.close()
  }
}
