import { copyFile, mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Core } from '../../core.ts'
import { UsageError } from './explain-refusal.ts'

type Fields = Record<string, unknown>

/** Paths by the field they fill; `paperSignOff.fileToken` is a field within a field. */
export type HandedPaths = ReadonlyMap<string, string>

/** What was written as `field=path`. */
export function pathsByField(files: readonly string[] = []): HandedPaths {
  return new Map(
    files.map((file) => {
      const [, field, path] = /^([^=]+)=(.+)$/.exec(file) ?? []
      if (field === undefined || path === undefined) throw new UsageError(`--file 应写成 字段=路径：${file}`)
      return [field, path]
    }),
  )
}

/** The input with a token in place of every file. */
export async function withHandedFiles(core: Core, input: unknown, files: HandedPaths): Promise<unknown> {
  let filled = input
  for (const [field, path] of files) {
    const { token } = await core.files.adopt(resolve(path), basename(path), false)
    filled = filledAt(filled, field.split('.'), token)
  }
  return filled
}

function filledAt(value: unknown, [field, ...within]: readonly string[], token: string): unknown {
  if (field === undefined) return token
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Fields
  const own = Object.hasOwn(fields, field) ? fields[field] : undefined
  return { ...fields, [field]: filledAt(own, within, token) }
}

/** The answer with every file it hands out saved, and its path in place of the token. */
export async function withSavedFiles(core: Core, answer: unknown, folder: string): Promise<unknown> {
  if (Array.isArray(answer)) {
    return Promise.all(answer.map((one) => withSavedFiles(core, one, folder)))
  }
  if (typeof answer !== 'object' || answer === null) return answer
  const fields = answer as Fields
  if (isFileRef(fields)) return saveFile(core, fields.token, folder)
  const entries = Object.entries(fields).map(async ([key, value]) => [
    key,
    await withSavedFiles(core, value, folder),
  ])
  return Object.fromEntries((await Promise.all(entries)) as [string, unknown][])
}

async function saveFile(core: Core, token: string, folder: string) {
  const { path, name, size } = await core.files.take(token)
  const target = join(resolve(folder), basename(name))
  await mkdir(resolve(folder), { recursive: true })
  await copyFile(path, target)
  return { path: target, name, size }
}

function isFileRef(fields: Fields): fields is { token: string; name: string; size: number } {
  return (
    typeof fields['token'] === 'string' &&
    typeof fields['name'] === 'string' &&
    typeof fields['size'] === 'number'
  )
}
