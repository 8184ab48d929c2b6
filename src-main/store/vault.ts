import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sha256Hex } from '../crypto/digest.ts'
import { decryptBytes, deriveKey, encryptBytes } from '../crypto/vault-cipher.ts'
import { Problem } from '../domain/problem.ts'
import { writeDurably } from './durable-file.ts'
import type { Reader, Writer } from './reader.ts'
import { copyVault, type KeptFile, type KeptFiles, mendVault } from './vault-copies.ts'

export interface NewVaultFile {
  readonly extension: string
  /** What it is evidence of: a photo, a scan, a sheet as it came in. */
  readonly kind: string
  readonly by: string
  /** RFC 3339 in UTC. */
  readonly at: string
}

export interface VaultSweep {
  /** Files nobody refers to, left by work that was never finished. */
  readonly removed: number
  /** Digests of files that should be there and are not. */
  readonly missing: readonly string[]
}

/** 附件库 — encrypted files beside the database, found by the digest of what is in them. */
export interface Vault {
  /** Keeps bytes with their row in the same transaction; the same bytes twice are one file. Answers their sha256. */
  add(bytes: Uint8Array, file: NewVaultFile, writer: Writer): Promise<string>
  read(sha256: string): Promise<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** The names of the files that belong here. */
  names(): Promise<string[]>
  /** Puts a copy of every file into this folder that has none there yet; what does not open is no copy. */
  copyTo(folder: string): Promise<{ copied: number; broken: number }>
  /** Brings back from such copies what is missing or damaged here, and counts what no copy could mend. */
  mendFrom(folder: string): Promise<{ mended: number; missing: number }>
  /** Brings files and rows together again; done once at the start, before anybody adds. */
  sweep(now: Date): Promise<VaultSweep>
}

const dayMilliseconds = 24 * 60 * 60 * 1000

export function openVault(folder: string, databaseKey: Uint8Array, reader: Reader): Vault {
  const key = deriveKey(databaseKey, 'onecard vault files 1')
  const nameKey = deriveKey(databaseKey, 'onecard vault names 1')
  const fileOf = (sha256: string) => join(folder, nameOf(nameKey, sha256))
  const kept: KeptFiles = {
    list: () => listKept(folder, reader, nameKey),
    opens: (sealed, sha256) => decryptBytes(key, sealed, sha256) !== undefined,
  }
  return {
    add: (bytes, file, writer) => add(bytes, file, writer, key, fileOf),
    read: (sha256) => read(sha256, key, fileOf),
    has: async (sha256) => (await findRow(reader, sha256)) !== undefined && existsSync(fileOf(sha256)),
    names: async () => (await kept.list()).map(({ path }) => basename(path)),
    copyTo: (to) => copyVault(kept, to),
    mendFrom: (from) => mendVault(kept, from),
    sweep: (now) => sweep(folder, reader, now, (sha256) => nameOf(nameKey, sha256)),
  }
}

async function listKept(folder: string, reader: Reader, nameKey: Uint8Array): Promise<readonly KeptFile[]> {
  const rows = await reader.selectFrom('vaultFile').select('sha256').execute()
  return rows.map(({ sha256 }) => ({ sha256, path: join(folder, nameOf(nameKey, sha256)) }))
}

/** A plain digest as a name would tell whoever holds a copy of a paper that it is here. */
function nameOf(nameKey: Uint8Array, sha256: string): string {
  return Buffer.from(deriveKey(nameKey, sha256)).toString('hex')
}

async function add(
  bytes: Uint8Array,
  { extension, kind, by, at }: NewVaultFile,
  writer: Writer,
  key: Uint8Array,
  fileOf: (sha256: string) => string,
): Promise<string> {
  const sha256 = sha256Hex(bytes)
  const file = fileOf(sha256)
  if (!existsSync(file)) await writeDurably(file, encryptBytes(key, bytes, sha256))
  if ((await findRow(writer, sha256)) === undefined) {
    const row = { sha256, size: bytes.length, extension, kind, addedBy: by, addedAt: at }
    await writer.insertInto('vaultFile').values(row).execute()
  }
  return sha256
}

async function read(
  sha256: string,
  key: Uint8Array,
  fileOf: (sha256: string) => string,
): Promise<Uint8Array> {
  const file = fileOf(sha256)
  if (!existsSync(file)) throw new Problem('record.not-found', { what: '附件' })
  const bytes = decryptBytes(key, await readFile(file), sha256)
  if (bytes === undefined) throw new Problem('storage.damaged')
  return bytes
}

function findRow(reader: Reader, sha256: string) {
  return reader.selectFrom('vaultFile').select('sha256').where('sha256', '=', sha256).executeTakeFirst()
}

async function sweep(
  folder: string,
  reader: Reader,
  now: Date,
  nameFor: (sha256: string) => string,
): Promise<VaultSweep> {
  await mkdir(folder, { recursive: true })
  const rows = await reader.selectFrom('vaultFile').select('sha256').execute()
  const wanted = new Set(rows.map((row) => nameFor(row.sha256)))
  const present = new Set(await readdir(folder))
  let removed = 0
  for (const name of present) if (!wanted.has(name)) removed += await removeOld(join(folder, name), now)
  return { removed, missing: rows.map((row) => row.sha256).filter((sha256) => !present.has(nameFor(sha256))) }
}

/** A day's grace: a backup put back may still bring the row. */
async function removeOld(file: string, now: Date): Promise<0 | 1> {
  if (now.getTime() - (await stat(file)).mtimeMs < dayMilliseconds) return 0
  await rm(file)
  return 1
}
