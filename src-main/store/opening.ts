import { existsSync, statSync } from 'node:fs'
import { recoverySecret, unwrapWithKey } from '../crypto/key-slots.ts'
import { Problem } from '../domain/problem.ts'
import { openConnection } from './connection.ts'
import { finishSetUp } from './create-data-folder.ts'
import { isSetUp, pathsIn, prepareFolders } from './data-folder.ts'
import { lockFolder } from './instance-lock.ts'
import { readKeyFile } from './key-file.ts'
import { keyRingOf, type KeyRing } from './key-ring.ts'
import { refuseNetworkShare } from './network-share.ts'
import type { StretchOptions } from './new-person.ts'
import { withStorageProblems } from './storage-problem.ts'
import { openStore, type Store } from './store.ts'
import { unlock } from './unlock.ts'
import { upgradeDatabase } from './upgrade.ts'
import type { VaultSweep } from './vault.ts'

export { createDataFolder } from './create-data-folder.ts'

export interface OpenedFolder {
  readonly store: Store
  readonly keys: KeyRing
  readonly sweep: VaultSweep
}

export interface Opening extends StretchOptions {
  readonly now: Date
  /** Where many changed pages are copied back without holding anybody up. */
  readonly checkpointWorker?: URL | undefined
}

/** Less than half a second of looking; larger files are looked at when they are backed up, and after a crash. */
const quicklyCheckedBytes = 48 * 1024 * 1024

/** Opens the folder for the first person to sign in; the database stays open until the store is closed. */
export async function openWithPassword(
  folder: string,
  signInName: string,
  password: string,
  opening: Opening,
): Promise<OpenedFolder & { readonly userId: string }> {
  return withStorageProblems(async () => {
    refuseUnusable(folder)
    const { person, databaseKey } = await unlock(folder, signInName, password)
    const opened = await openUnder(folder, databaseKey, opening)
    await refuseInactive(opened.store, person.userId)
    return { ...opened, userId: person.userId }
  })
}

/** Opens with both halves of the recovery sheet, to give somebody a new password. */
export async function openWithRecovery(
  folder: string,
  [first, second]: readonly [string, string],
  opening: Opening,
): Promise<OpenedFolder> {
  return withStorageProblems(async () => {
    refuseUnusable(folder)
    return openUnder(folder, await unlockWithRecovery(folder, [first, second]), opening)
  })
}

/** Whether this is the folder's recovery sheet, while it is open. */
export async function checkRecovery(folder: string, halves: readonly [string, string]): Promise<void> {
  const key = await unlockWithRecovery(folder, halves)
  key.fill(0)
}

async function unlockWithRecovery(
  folder: string,
  [first, second]: readonly [string, string],
): Promise<Uint8Array> {
  const secret = recoverySecret(first, second)
  const key = secret && unwrapWithKey((await readKeyFile(folder)).recovery, secret)
  if (key === undefined) throw new Problem('recovery.wrong-sheet')
  return key
}

/** Whose password this is, while the folder is open: for unlocking and for changing the person at the machine. */
export async function checkPassword(
  folder: string,
  signInName: string,
  password: string,
): Promise<{ userId: string }> {
  return withStorageProblems(async () => {
    const { person, databaseKey } = await unlock(folder, signInName, password)
    databaseKey.fill(0)
    return { userId: person.userId }
  })
}

async function openUnder(
  folder: string,
  key: Uint8Array,
  { now, checkpointWorker, ...options }: Opening,
): Promise<OpenedFolder> {
  const release = lockFolder(folder)
  try {
    await finishSetUp(folder)
    await prepareFolders(folder)
    checkPages(folder, key)
    upgradeDatabase({ folder, key, now })
    const store = openStore(folder, key, release, checkpointWorker)
    return { store, keys: keyRingOf(store, key, options), sweep: await store.vault.sweep(now) }
  } catch (error) {
    release()
    throw error
  }
}

/** A log left behind means the program was stopped in the middle: look at every page, however long it takes. */
function checkPages(folder: string, key: Uint8Array): void {
  const { database } = pathsIn(folder)
  if (!existsSync(database)) throw new Problem('storage.damaged')
  if (!existsSync(`${database}-wal`) && statSync(database).size > quicklyCheckedBytes) return
  const raw = openConnection(database, key, 'write')
  try {
    if (raw.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Problem('storage.damaged')
  } finally {
    raw.close()
  }
}

/** A key file put back from an old backup may still know somebody who has left. */
async function refuseInactive(store: Store, userId: string): Promise<void> {
  const row = await store.reader
    .selectFrom('user')
    .select('active')
    .where('id', '=', userId)
    .executeTakeFirst()
  if (row?.active === 1) return
  await store.close()
  throw new Problem('sign-in.wrong-password')
}

function refuseUnusable(folder: string): void {
  refuseNetworkShare(folder)
  if (!isSetUp(folder)) throw new Problem('set-up.incomplete')
}
