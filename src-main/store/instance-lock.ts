import Database from 'sqlite3'
import { Problem } from '../domain/problem.ts'
import { pathsIn } from './data-folder.ts'

/** Keeps a second program out of a folder. The system lets go when the process ends, however it ends. */
export function lockFolder(folder: string): () => void {
  const lock = new Database(pathsIn(folder).lock, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new Problem('storage.in-use', { folder })
    throw error
  }
  return () => lock.close()
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
