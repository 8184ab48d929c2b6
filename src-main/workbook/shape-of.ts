import { normalizeHeader } from '../domain/normalize-header.ts'
import type { HeaderLevels } from './match-columns.ts'

/** 表样 — the words of a head, by which files of one making are known again. */
export function shapeOf(columns: readonly HeaderLevels[]): string[] {
  return columns.map((levels) => normalizeHeader(levels.join('/')))
}
