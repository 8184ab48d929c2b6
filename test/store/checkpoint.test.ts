import { readFileSync, statSync } from 'node:fs'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import { openWithPassword } from '../../src-main/store/opening.ts'
import { rawOf } from '../../src-main/store/raw.ts'
import type { Store } from '../../src-main/store/store.ts'
import { aDataFolder, clerk, quick, someDay } from '../builders/a-data-folder.ts'

const worker = new URL('../../src-main/store/checkpoint-worker.ts', import.meta.url)
const rows = 60_000

test('what an import wrote is copied back without the core’s own time', async () => {
  const inThread = await aStore(worker)
  const inCore = await aStore(undefined)

  const [beside, own] = [await timeToCopyBack(inThread), await timeToCopyBack(inCore)]

  expect(beside).toBeLessThan(own / 3)
})

test('a backup waits for what is being copied back', async () => {
  const store = await aStore(worker)
  const { database } = pathsIn(store.folder)
  await writeMany(store, 5 * rows)
  const { mtimeMs } = statSync(database)
  while (statSync(database).mtimeMs === mtimeMs) await setImmediate()

  await store.copyTo(`${database}.copy`)
  await store.close()

  expect(statSync(`${database}.copy`).size).toBe(statSync(database).size)
})

test('a thread that cannot be had is done without', async () => {
  const store = await aStore(new URL('file:///no/such/worker.js'))
  const { database } = pathsIn(store.folder)
  const before = statSync(database).size

  await writeMany(store)
  while (statSync(database).size < before + rows * 50) await setTimeout(20)

  expect(readFileSync(database).length).toBeGreaterThan(before)
})

async function aStore(checkpointWorker: URL | undefined): Promise<Store> {
  const { folder } = await aDataFolder()
  const opening = { now: someDay, ...quick, checkpointWorker }
  return (await openWithPassword(folder, clerk.signInName, clerk.password, opening)).store
}

/** Milliseconds of this thread's processor time from the commit until the database holds it. */
async function timeToCopyBack(store: Store): Promise<number> {
  const { database } = pathsIn(store.folder)
  const before = statSync(database).size
  await writeMany(store)
  const from = process.threadCpuUsage()
  while (statSync(database).size < before + rows * 50) await setTimeout(50)
  await store.close()
  const { user, system } = process.threadCpuUsage(from)
  return (user + system) / 1000
}

function writeMany(store: Store, count = rows): Promise<void> {
  return store.inTransaction(async (writer) => {
    const raw = rawOf(writer)
    raw.exec('CREATE TABLE many (text TEXT NOT NULL) STRICT')
    raw
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO many SELECT hex(randomblob(40)) FROM n`,
      )
      .run(count)
  })
}
