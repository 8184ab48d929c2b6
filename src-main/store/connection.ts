import Database from 'sqlite3'
import { keepPages } from './page-cache.ts'

/** One connection of the driver, known only inside this folder. */
export type RawDatabase = Database.Database
export type RawStatement = Database.Statement<unknown[]>

const busyMilliseconds = 5_000

/** SQLCipher 4's own layout, so that the county can open the file with stock tools and the key. */
export function openConnection(file: string, key: Uint8Array, mode: 'read' | 'write'): RawDatabase {
  const raw = new Database(file, { readonly: mode === 'read', timeout: busyMilliseconds })
  try {
    raw.pragma(`cipher = 'sqlcipher'`)
    raw.pragma('legacy = 4')
    raw.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
    setUp(raw, mode)
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

function setUp(raw: RawDatabase, mode: 'read' | 'write'): void {
  raw.pragma('temp_store = MEMORY')
  raw.pragma('trusted_schema = OFF')
  keepPages(raw)
  if (mode === 'read') return
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('secure_delete = ON')
}
