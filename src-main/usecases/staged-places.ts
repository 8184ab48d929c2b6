import type { ListStage, StagedLine } from './list-stage.ts'

export type Outcome = 'accepted' | 'warned' | 'rejected' | 'skipped'

export function outcomeOf({ judged }: StagedLine): Outcome {
  return judged.outcome === 'accepted' && judged.warnings.length > 0 ? 'warned' : judged.outcome
}

const kept = new WeakMap<ListStage, Map<string, Uint32Array>>()
const mostKept = 6

/** The places of the lines wanted; asked for again with every window, so the last few answers are kept. */
export function placesOf(stage: ListStage, outcome: 'all' | Outcome, find: string): Uint32Array {
  return keptFor(stage, `rows ${outcome} ${find}`, () => {
    const found = find === '' ? undefined : foundLines(stage, find)
    return placesWhere(stage.lines, (line) => isWanted(line, outcome) && (found?.(line) ?? true))
  })
}

export function keptFor(stage: ListStage, key: string, make: () => Uint32Array): Uint32Array {
  const answers = kept.get(stage) ?? new Map<string, Uint32Array>()
  kept.set(stage, answers)
  const known = answers.get(key)
  if (known !== undefined) return known
  const places = make()
  answers.set(key, places)
  const [oldest] = answers.keys()
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest)
  return places
}

export function placesWhere(
  lines: readonly StagedLine[],
  isWanted: (line: StagedLine, place: number) => boolean,
): Uint32Array {
  const places = new Uint32Array(lines.length)
  let count = 0
  for (const [place, line] of lines.entries()) if (isWanted(line, place)) places[count++] = place
  return places.slice(0, count)
}

/** Lines with a warning are accepted too: the two tabs overlap, the counts say so. */
function isWanted(line: StagedLine, outcome: 'all' | Outcome): boolean {
  if (outcome === 'all') return true
  return outcome === 'accepted' ? line.judged.outcome === 'accepted' : outcomeOf(line) === outcome
}

/** Which lines have a text anywhere in them. */
export function foundLines({ tables }: ListStage, find: string): (line: StagedLine) => boolean {
  const rows = tables.map((table) => new Set(table.rows.rowsWith(find)))
  return (line) =>
    line.judged.outcome === 'skipped'
      ? line.judged.text.includes(find)
      : (rows[line.table]?.has(line.row) ?? false)
}
