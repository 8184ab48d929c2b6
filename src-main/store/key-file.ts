import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../crypto/digest.ts'
import type { WrappedKey } from '../crypto/key-slots.ts'
import { Problem } from '../domain/problem.ts'
import type { MachineKind } from '../domain/machine.ts'
import type { Role } from '../domain/role.ts'
import { pathsIn } from './data-folder.ts'
import { writeDurably } from './durable-file.ts'

export interface Township {
  readonly code: string
  readonly name: string
  readonly county: string
}

/** One person who may sign in. Roles only help the sign-in page; what counts is in the database. */
export interface KeyFilePerson {
  readonly userId: string
  readonly signInName: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly active: boolean
  /** The database key under this person's password; null once they may no longer sign in. */
  readonly slot: WrappedKey | null
  /** 个人签名钥 under PIN and password. */
  readonly signingKey: WrappedKey | null
}

/** 密钥文件 — what is known before anybody has signed in, and the wrapped keys. */
export interface KeyFile {
  readonly version: number
  /** Grows with every change; the newer of two good copies counts. */
  readonly revision: number
  readonly workstationId: string
  readonly township: Township
  readonly demonstration: boolean
  /** 办公室主机 or 外业笔记本; files of before the second existed say nothing. Only helps the sign-in page. */
  readonly machine?: MachineKind
  readonly people: readonly KeyFilePerson[]
  readonly recovery: WrappedKey
  /** Under the database key. */
  readonly workstationKey: WrappedKey
  readonly identity: WrappedKey
}

export const keyFileVersion = 1

/** Reads the better of the two copies and repairs the other. */
export async function readKeyFile(folder: string): Promise<KeyFile> {
  const { keys, keysCopy } = pathsIn(folder)
  const [first, second] = await Promise.all([readCopy(keys), readCopy(keysCopy)])
  const best = newer(first, second)
  if (best === undefined) throw new Problem('storage.key-slots-damaged')
  if (best.version > keyFileVersion) {
    throw new Problem('storage.newer-version', { fileVersion: best.version, programVersion: keyFileVersion })
  }
  if (first?.revision !== best.revision) await repair(keys, best)
  if (second?.revision !== best.revision) await repair(keysCopy, best)
  return best
}

/** Writes both copies, one after the other, so that one of them is good at any moment. */
export async function writeKeyFile(
  folder: string,
  content: Omit<KeyFile, 'version' | 'revision'>,
  revision: number,
) {
  const file: KeyFile = { ...content, version: keyFileVersion, revision }
  const { keys, keysCopy } = pathsIn(folder)
  await writeDurably(keys, bytesOf(file))
  await writeDurably(keysCopy, bytesOf(file))
}

/** Reads, changes and writes; callers see to it that only one at a time does. */
export async function changeKeyFile(folder: string, change: (file: KeyFile) => KeyFile): Promise<void> {
  const file = await readKeyFile(folder)
  await writeKeyFile(folder, change(file), file.revision + 1)
}

/** The same key file with one person changed. */
export function withPerson(file: KeyFile, userId: string, change: Partial<KeyFilePerson>): KeyFile {
  const people = file.people.map((person) => (person.userId === userId ? { ...person, ...change } : person))
  return { ...file, people }
}

/** The two lines: digest, then what it is the digest of. */
function bytesOf(file: KeyFile): Uint8Array {
  const json = JSON.stringify(file)
  return Buffer.from(`${sha256Hex(Buffer.from(json, 'utf8'))}\n${json}\n`, 'utf8')
}

async function readCopy(path: string): Promise<KeyFile | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const [digest, json] = text.split('\n')
  if (!digest || !json || sha256Hex(Buffer.from(json, 'utf8')) !== digest) return undefined
  return JSON.parse(json) as KeyFile
}

function newer(first: KeyFile | undefined, second: KeyFile | undefined): KeyFile | undefined {
  if (first === undefined || second === undefined) return first ?? second
  return second.revision > first.revision ? second : first
}

/** On a disk that cannot be written the good copy is enough to go on. */
async function repair(path: string, file: KeyFile): Promise<void> {
  await writeDurably(path, bytesOf(file)).catch(() => undefined)
}
