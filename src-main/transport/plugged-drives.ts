import { access, readdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import type { Drive } from '../ports/folders.ts'

/** 插着的 U 盘 — where each system puts what is plugged in; on Windows every drive but the system's own. */
export async function pluggedDrives(): Promise<readonly Drive[]> {
  if (process.platform === 'win32') return windowsDrives()
  const places = process.platform === 'darwin' ? ['/Volumes'] : linuxPlaces()
  const found = await Promise.all(places.map(foldersIn))
  return found.flat()
}

function linuxPlaces(): string[] {
  const { username } = userInfo()
  return [`/media/${username}`, `/run/media/${username}`, '/media']
}

async function foldersIn(place: string): Promise<Drive[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => [])
  const { username } = userInfo()
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== username)
    .map(({ name }) => ({ path: join(place, name), name }))
}

async function windowsDrives(): Promise<Drive[]> {
  const system = (process.env['SystemDrive'] ?? 'C:').toUpperCase()
  const letters = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:`)
  const there = await Promise.all(letters.filter((letter) => letter !== system).map(isThere))
  return there.flat()
}

async function isThere(letter: string): Promise<Drive[]> {
  const path = `${letter}\\`
  return access(path).then(
    () => [{ path, name: letter }],
    () => [],
  )
}
