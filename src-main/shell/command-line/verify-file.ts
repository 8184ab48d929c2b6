import { readFile } from 'node:fs/promises'
import type { KnownKey } from '../../package-file/known-key.ts'
import { verifyPackage, type Verification } from '../../package-file/verify-package.ts'
import { UsageError } from './explain-refusal.ts'

/** Every check of a package by name; needs no data folder, and no directory when fingerprints are compared by hand. */
export async function verifyFile(
  path: string,
  { identity, keys }: { readonly identity?: string; readonly keys?: string },
): Promise<Verification> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`读不到这个文件：${path}`)
  })
  return verifyPackage(bytes, {
    at: new Date().toISOString(),
    knownKeys: keys === undefined ? 'none' : (JSON.parse(await readFile(keys, 'utf8')) as KnownKey[]),
    ...(identity === undefined ? {} : { identity: secretKeyIn(await readFile(identity, 'utf8')) }),
  })
}

/** The key line of an age identity file; the others are comments. */
function secretKeyIn(file: string): string {
  const line = file.split(/\r?\n/).find((one) => one.startsWith('AGE-SECRET-KEY-'))
  if (line === undefined) throw new UsageError('身份文件里没有 AGE-SECRET-KEY- 开头的一行。')
  return line.trim()
}
