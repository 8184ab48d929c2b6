import { Problem } from '../domain/problem.ts'

const problems: readonly (readonly [RegExp, () => Problem])[] = [
  [
    /^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_IOERR_DATA|SQLITE_IOERR_CORRUPTFS)/,
    () => new Problem('storage.damaged'),
  ],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)$/, () => new Problem('storage.full', { needed: '1 GB' })],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM|SQLITE_PERM|SQLITE_AUTH)/, () => new Problem('storage.read-only')],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|SQLITE_IOERR|SQLITE_CANTOPEN|EIO)/, () => new Problem('storage.unavailable')],
]

/** What a failure of the disk or the database means to people; by code, never by text. Undefined is not the disk's. */
export function toStorageProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const code = codeOf(error)
  return code === undefined ? undefined : problems.find(([codes]) => codes.test(code))?.[1]()
}

/** Does storage work and throws what went wrong as a Problem where it was the disk. */
export async function withStorageProblems<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStorageProblem(error) ?? error
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
