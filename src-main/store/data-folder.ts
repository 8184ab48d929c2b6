import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where everything lies inside a data folder. */
export interface DataFolderPaths {
  readonly database: string
  readonly keys: string
  readonly keysCopy: string
  readonly lock: string
  readonly vault: string
  readonly backups: string
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
    exchange: join(folder, 'exchange'),
    logs: join(folder, 'logs'),
  }
}

/** The place the operating system keeps for data of all users of the machine, or of this one. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'onecard')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'onecard')
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'onecard')
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
