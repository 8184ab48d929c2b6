import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where everything lies inside a data folder. */
export interface DataFolderPaths {
  readonly database: string
  readonly keys: string
  readonly keysCopy: string
  readonly lock: string
  readonly vault: string
  readonly backups: string
  /** 备份的附件 — one copy of every vault file, for all backups together. */
  readonly vaultCopies: string
  readonly exchange: string
  readonly logs: string
}

export function pathsIn(folder: string): DataFolderPaths {
  return {
    database: join(folder, 'onecard.db'),
    keys: join(folder, 'keys.json'),
    keysCopy: join(folder, 'keys.copy.json'),
    lock: join(folder, 'lock.db'),
    vault: join(folder, 'vault'),
    backups: join(folder, 'backups'),
    vaultCopies: join(folder, 'backups', 'vault'),
    exchange: join(folder, 'exchange'),
    logs: join(folder, 'logs'),
  }
}

/** Whether somebody has set this folder up: the key file is written last. */
export function isSetUp(folder: string): boolean {
  const { keys, keysCopy } = pathsIn(folder)
  return existsSync(keys) || existsSync(keysCopy)
}

/** Makes what is missing and empties the exchange folder: files handed over live no longer than a run. */
export async function prepareFolders(folder: string): Promise<void> {
  const { vault, backups, exchange, logs } = pathsIn(folder)
  await rm(exchange, { recursive: true, force: true })
  for (const path of [folder, vault, backups, exchange, logs])
    await mkdir(path, { recursive: true, mode: 0o700 })
}

/** Both copies of the key file, as far as they are there. */
export async function copyKeys(from: string, to: string): Promise<void> {
  const [source, target] = [pathsIn(from), pathsIn(to)]
  if (existsSync(source.keys)) await copyFile(source.keys, target.keys)
  if (existsSync(source.keysCopy)) await copyFile(source.keysCopy, target.keysCopy)
}
