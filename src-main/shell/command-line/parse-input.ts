import { UsageError } from './explain-refusal.ts'

export function parseInput(json: string | undefined): unknown {
  if (json === undefined || json.trim() === '') return undefined
  try {
    return JSON.parse(json)
  } catch {
    throw new UsageError('输入不是 JSON。请写成例如 \'{"year":2026}\'。')
  }
}
