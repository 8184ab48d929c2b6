import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import type { Drive, FolderFile, Folders } from '../ports/folders.ts'
import { pluggedDrives } from './plugged-drives.ts'
import { writeChecked } from './write-checked.ts'

const mostCopies = 100

/** Folders of this machine's own file systems. */
export function diskFolders(drives: () => Promise<readonly Drive[]> = pluggedDrives): Folders {
  return { list, read, write, drives }
}

async function list(folder: string): Promise<readonly FolderFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Problem('fieldwork.folder-away', { folder })
  })
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
  const found: FolderFile[] = []
  for (const name of names.sort()) {
    const size = await sizeOf(join(folder, name))
    if (size !== undefined) found.push({ name, size })
  }
  return found
}

/** A file that vanished or cannot be looked at is no reason not to see the others. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch {
    return undefined
  }
}

async function read(folder: string, name: string): Promise<Uint8Array> {
  return readFile(inside(folder, name)).catch(() => {
    throw new Problem('fieldwork.folder-away', { folder })
  })
}

async function write(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  if (!existsSync(folder)) throw new Problem('fieldwork.folder-away', { folder })
  for (let copy = 1; copy <= mostCopies; copy++) {
    const wanted = copy === 1 ? name : numbered(name, copy)
    const path = inside(folder, wanted)
    if (!existsSync(path)) return writeNew(path, wanted, bytes)
    if (await isSame(path, bytes)) return wanted
  }
  throw new Problem('fieldwork.not-written', { fileName: name })
}

async function writeNew(path: string, name: string, bytes: Uint8Array): Promise<string> {
  const isWhole = await writeChecked(path, bytes).catch(() => false)
  if (!isWhole) throw new Problem('fieldwork.not-written', { fileName: name })
  return name
}

async function isSame(path: string, bytes: Uint8Array): Promise<boolean> {
  return (await stat(path)).size === bytes.length && (await readFile(path)).equals(bytes)
}

function numbered(name: string, copy: number): string {
  const at = name.indexOf('.')
  return at < 0 ? `${name}(${String(copy)})` : `${name.slice(0, at)}(${String(copy)})${name.slice(at)}`
}

/** Names come from lists of this very folder or from us; anything else would be a way out of it. */
function inside(folder: string, name: string): string {
  if (basename(name) !== name || name === '' || name === '.' || name === '..')
    throw new Error('a name is not a path')
  return join(folder, name)
}
