import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../domain/problem.ts'
import type { Clock } from '../ports/clock.ts'
import type { FileExchange, FileRef, HandedFile, HeldFile } from '../ports/files.ts'

const limitMb = 60
const limitBytes = limitMb * 1024 * 1024
const keptMilliseconds = 60 * 60_000

interface KeptFile extends HandedFile {
  /** Ours to delete; a file picked in a dialog is not. */
  readonly ours: boolean
  readonly since: Date
}

/** 文件交接 — one-time random tokens for files that come and go; what lies in the exchange folder never outlives a run. */
export class FileTokens implements FileExchange {
  readonly #kept = new Map<string, KeptFile>()
  readonly #folders = new Map<string, string>()
  readonly #used = new Set<KeptFile>()
  /** Paths of files somebody is still at work with. */
  readonly #held = new Set<string>()
  readonly #folder: string
  readonly #clock: Clock

  constructor(folder: string, clock: Clock) {
    this.#folder = folder
    this.#clock = clock
  }

  async take(token: string): Promise<HandedFile> {
    const file = this.find(token)
    this.drop(token)
    return file
  }

  async use<R>(token: string, work: (file: HandedFile) => Promise<R>): Promise<R> {
    const isOurs = this.#kept.get(token)?.ours === true
    const file = this.find(token)
    this.#kept.delete(token)
    if (!isOurs) return work(file)
    this.#held.add(file.path)
    try {
      return await work(file)
    } finally {
      this.#held.delete(file.path)
      await rm(file.path, { force: true })
    }
  }

  async hold(token: string): Promise<HeldFile> {
    const file = this.find(token)
    const known = this.#kept.get(token)
    const path = known?.ours === true ? file.path : await this.#copied(file)
    this.#kept.delete(token)
    this.#held.add(path)
    const release = async () => {
      this.#held.delete(path)
      await rm(path, { force: true })
    }
    return { ...file, path, release }
  }

  takeFolder(token: string): string {
    const path = this.#folders.get(token)
    if (path === undefined) throw new Problem('file.not-found', { fileName: '' })
    this.#folders.delete(token)
    return path
  }

  /** A folder a dialog or a list of sticks named; the page gets only this. */
  adoptFolder(path: string): string {
    const token = randomBytes(24).toString('base64url')
    this.#folders.set(token, path)
    return token
  }

  async offer(name: string, bytes: Uint8Array): Promise<FileRef> {
    const path = await this.#newPath()
    await writeFile(path, bytes, { mode: 0o600 })
    return this.#keep({ path, name, size: bytes.byteLength }, true)
  }

  /** An upload, as it arrives; refused as soon as it passes the limit. */
  async receive(name: string, upload: Readable): Promise<FileRef> {
    const path = await this.#newPath()
    try {
      await pipeline(upload, upTo(limitBytes, name), createWriteStream(path, { mode: 0o600 }))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return this.adopt(path, name, true)
  }

  /** A file that is already on the disk: one a shell has written for us (`ours`), or one picked in a dialog. */
  async adopt(path: string, name: string, ours: boolean): Promise<FileRef> {
    const { size } = await stat(path)
    if (size <= limitBytes) return this.#keep({ path, name, size }, ours)
    if (ours) await rm(path, { force: true })
    throw new Problem('file.too-large', { fileName: name, limit: limitMb, unit: 'MB' })
  }

  /** A file picked together with others; how large it may be is for its reader to say. */
  adoptUnread({ path, name, size }: HandedFile): FileRef {
    return this.#keep({ path, name, size }, false)
  }

  /** Looks without using the token up. */
  find(token: string): HandedFile {
    const file = this.#kept.get(token)
    if (file === undefined) throw new Problem('file.not-found', { fileName: '' })
    return { path: file.path, name: file.name, size: file.size }
  }

  drop(token: string): void {
    const file = this.#kept.get(token)
    if (file !== undefined) this.#used.add({ ...file, since: this.#clock.now() })
    this.#kept.delete(token)
  }

  /** Leaves nothing of ours behind; opening the data folder clears what a crash left. */
  async removeAll(): Promise<void> {
    const ours = [...this.#kept.values(), ...this.#used].filter((file) => file.ours)
    this.#kept.clear()
    this.#used.clear()
    for (const path of [...ours.map((file) => file.path), ...this.#held]) await rm(path, { force: true })
    this.#held.clear()
  }

  #keep(file: HandedFile, ours: boolean): FileRef {
    const token = randomBytes(24).toString('base64url')
    this.#kept.set(token, { ...file, ours, since: this.#clock.now() })
    return { token, name: file.name, size: file.size }
  }

  async #copied({ path, name }: HandedFile): Promise<string> {
    const to = await this.#newPath()
    try {
      await copyFile(path, to)
    } catch (error) {
      throw notReadable(error, name)
    }
    return to
  }

  async #newPath(): Promise<string> {
    await this.#removeOld()
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    return join(this.#folder, randomBytes(16).toString('hex'))
  }

  async #removeOld(): Promise<void> {
    const oldest = this.#clock.now().getTime() - keptMilliseconds
    const old = (file: KeptFile) => file.since.getTime() < oldest
    for (const [token, file] of this.#kept) if (old(file)) this.drop(token)
    for (const file of this.#used) {
      if (!old(file)) continue
      this.#used.delete(file)
      if (file.ours) await rm(file.path, { force: true })
    }
  }
}

/** Another program has it open and lets nobody near, or the stick is gone. */
function notReadable(error: unknown, fileName: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (['EBUSY', 'EPERM', 'EACCES', 'ETXTBSY'].includes(code)) return new Problem('file.in-use', { fileName })
  return code === 'ENOENT' ? new Problem('file.not-found', { fileName }) : error
}

function upTo(limit: number, fileName: string) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    let size = 0
    for await (const chunk of chunks) {
      size += chunk.byteLength
      if (size > limit) throw new Problem('file.too-large', { fileName, limit: limitMb, unit: 'MB' })
      yield chunk
    }
  }
}
