import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import { Checkpoint } from './checkpoint.ts'
import { openConnection, type RawDatabase } from './connection.ts'
import { copyDatabase } from './copy-database.ts'
import { pathsIn } from './data-folder.ts'
import { kyselyOver } from './kysely-database.ts'
import { flushEarlyPages, keepPages } from './page-cache.ts'
import { lendRaw, takeBackRaw } from './raw.ts'
import type { Reader, Writer } from './reader.ts'
import type { Schema } from './schema/schema.ts'
import { indexChangedPeople } from './search-index.ts'
import { toStorageProblem } from './storage-problem.ts'
import { openVault, type Vault } from './vault.ts'

export type { Reader, Writer } from './reader.ts'

/** 数据库 — the open data folder of one workstation. */
export interface Store {
  readonly folder: string
  readonly reader: Reader
  readonly vault: Vault
  /** One at a time, first come first served; all of the work is kept or none of it. */
  inTransaction<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** Writes a complete encrypted copy while nobody else writes, opens it and checks it. */
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}

/** Opens an up-to-date database under its key; `release` gives the folder back on closing. */
export function openStore(
  folder: string,
  key: Uint8Array,
  release: () => void,
  checkpointWorker?: URL,
): Store {
  const { database, vault } = pathsIn(folder)
  const writing = openConnection(database, key, 'write')
  const reading = openConnection(database, key, 'read')
  const writer = kyselyOver(writing)
  const reader = kyselyOver(reading)
  const checkpoint = new Checkpoint(writing, key, checkpointWorker)
  lendRaw(reader, reading)
  return {
    folder,
    reader: reader as unknown as Reader,
    vault: openVault(vault, key, reader as unknown as Reader),
    inTransaction: async (work) => {
      const result = await inTransaction(writer, writing, work)
      checkpoint.later()
      return result
    },
    copyTo: (file) =>
      alone(writer, async () => {
        await checkpoint.settle()
        await copyDatabase(writing, file, key)
      }),
    close: async () => {
      await checkpoint.settle()
      await close(writer, writing, reader, release)
    },
  }
}

const running = new AsyncLocalStorage<true>()

function inTransaction<T>(
  db: Kysely<Schema>,
  raw: RawDatabase,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  // It would wait for itself for ever; better to say so.
  if (running.getStore()) throw new Error('a transaction was started inside another one')
  return running.run(true, () => db.transaction().execute((transaction) => withRaw(transaction, raw, work)))
}

async function withRaw<T>(
  transaction: Transaction<Schema>,
  raw: RawDatabase,
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  lendRaw(transaction, raw)
  try {
    const result = await work(transaction as unknown as Writer)
    await indexChangedPeople(transaction as unknown as Writer)
    await flushEarlyPages(raw)
    return result
  } finally {
    keepPages(raw)
    takeBackRaw(transaction)
  }
}

/** Holding the only writing connection keeps every transaction out meanwhile. */
function alone<T>(db: Kysely<Schema>, work: () => Promise<T>): Promise<T> {
  return db.connection().execute(work)
}

async function close(
  writer: Kysely<Schema>,
  writing: RawDatabase,
  reader: Kysely<Schema>,
  release: () => void,
): Promise<void> {
  await alone(writer, () => reader.destroy())
  await alone(writer, async () => copyBack(writing))
  await writer.destroy()
  release()
}

/** On a full disk what was written stays in the log beside the file: the next opening has it, and closing goes on. */
function copyBack(writing: RawDatabase): void {
  try {
    writing.pragma('wal_checkpoint(TRUNCATE)')
  } catch (thrown) {
    if (toStorageProblem(thrown)?.code !== 'storage.full') throw thrown
  }
}
