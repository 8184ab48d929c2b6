import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { writeDurably } from './durable-file.ts'

export interface KeptFile {
  readonly sha256: string
  /** Where it lies, still encrypted. */
  readonly path: string
}

/** The files of a vault, and whether sealed bytes are what one of them should be. */
export interface KeptFiles {
  list(): Promise<readonly KeptFile[]>
  opens(sealed: Uint8Array, sha256: string): boolean
}

/** Nothing in a vault ever changes: what was copied once is not copied again. */
export async function copyVault(files: KeptFiles, to: string): Promise<{ copied: number; broken: number }> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  let [copied, broken] = [0, 0]
  for (const { sha256, path } of await files.list()) {
    const copy = join(to, basename(path))
    if (existsSync(copy)) continue
    const sealed = await readSound(files, path, sha256)
    if (sealed === undefined) broken++
    else {
      await writeDurably(copy, sealed)
      copied++
    }
  }
  return { copied, broken }
}

/** Reads every file once: a restore is the moment to know what is really there. */
export async function mendVault(
  files: KeptFiles,
  from: string,
): Promise<{ mended: number; missing: number }> {
  let [mended, missing] = [0, 0]
  for (const { sha256, path } of await files.list()) {
    if ((await readSound(files, path, sha256)) !== undefined) continue
    const copy = await readSound(files, join(from, basename(path)), sha256)
    if (copy === undefined) missing++
    else {
      await writeDurably(path, copy)
      mended++
    }
  }
  return { mended, missing }
}

/** A file that cannot be read is as good as none; the others go on. */
async function readSound(files: KeptFiles, path: string, sha256: string): Promise<Uint8Array | undefined> {
  const sealed = await readFile(path).catch(() => undefined)
  return sealed && files.opens(sealed, sha256) ? sealed : undefined
}
