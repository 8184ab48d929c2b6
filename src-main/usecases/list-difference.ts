import { type FieldChange, type Facts, factChanges } from '../domain/field-change.ts'
import type { AcceptedLine, StagedLine } from './list-stage.ts'
import { isAccepted, isRejected } from './list-stage.ts'

/** 库里的一条 — somebody as a list of this kind, or the register, knows them now. */
export interface StoredEntry {
  readonly idNumber: string
  readonly name: string
  readonly villageCode: string | null
  readonly facts: Facts
  /** Where it is stored, for who ends it. */
  readonly ref: StoredRef
}

export type StoredRef =
  | { readonly kind: 'entry'; readonly batchId: string; readonly line: number }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'transfer'; readonly id: string }
  | { readonly kind: 'line' }

/** 与库中比较 — what an import would add and change, and who is missing from it. */
export interface StageDifference {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** By the place of the line among all lines: 1 added, 2 changed, 3 the same; 0 for what does not come in. */
  readonly status: Uint8Array
  readonly changes: ReadonlyMap<number, readonly FieldChange[]>
  readonly gone: readonly StoredEntry[]
  /** What newer words take the place of. */
  readonly replaced: readonly StoredRef[]
}

export interface ComparedStore {
  readonly stored: readonly StoredEntry[]
  factsOf(line: AcceptedLine): Facts
  /** Only facts that say something: an empty cell of a register takes nothing away. */
  readonly emptySaysNothing: boolean
  /** Whether somebody stored counts as missing when the list does not have them. */
  mayBeGone(entry: StoredEntry): boolean
}

export const differenceCodes = { added: 1, changed: 2, same: 3 } as const

const atOnce = 2_000

/** Compares line by line; of several stored entries of a person each is met once, the one that says the same first. */
export async function compareLines(
  lines: readonly StagedLine[],
  { stored, factsOf, emptySaysNothing, mayBeGone }: ComparedStore,
  between: () => Promise<void>,
): Promise<StageDifference> {
  const open = new Map<string, StoredEntry[]>()
  for (const entry of stored) {
    const known = open.get(entry.idNumber)
    if (known === undefined) open.set(entry.idNumber, [entry])
    else known.push(entry)
  }
  const counts = { added: 0, changed: 0, same: 0 }
  const status = new Uint8Array(lines.length)
  const changes = new Map<number, readonly FieldChange[]>()
  const met = new Set<StoredEntry>()
  for (const [at, line] of lines.entries()) {
    if (at % atOnce === 0) await between()
    if (!isAccepted(line)) continue
    const known = open.get(line.judged.value.row.idNumber) ?? []
    const found = known.length === 0 ? undefined : meet(known, factsOf(line), emptySaysNothing)
    if (found !== undefined) met.add(found.entry)
    const what = found === undefined ? 'added' : found.changes.length > 0 ? 'changed' : 'same'
    if (found !== undefined && what === 'changed') changes.set(at, found.changes)
    status[at] = differenceCodes[what]
    counts[what] += 1
  }
  const sentBack = rejectedPeople(lines)
  const gone = stored.filter((entry) => !met.has(entry) && !sentBack(entry) && mayBeGone(entry))
  return { ...counts, status, changes, gone, replaced: [...met].map(({ ref }) => ref) }
}

/** Takes one of the stored entries out: the one that says the same, else the first. */
function meet(
  known: StoredEntry[],
  facts: Facts,
  emptySaysNothing: boolean,
): { readonly entry: StoredEntry; readonly changes: FieldChange[] } | undefined {
  let best: { at: number; changes: FieldChange[] } | undefined
  for (const [at, entry] of known.entries()) {
    const all = factChanges(entry.facts, facts)
    const changes = emptySaysNothing ? all.filter(({ to }) => to !== '') : all
    if (best === undefined || changes.length < best.changes.length) best = { at, changes }
    if (changes.length === 0) break
  }
  const entry = best && known[best.at]
  if (best === undefined || entry === undefined) return undefined
  known.splice(best.at, 1)
  return { entry, changes: best.changes }
}

/** Somebody whose line comes back is on the list all the same. */
function rejectedPeople(lines: readonly StagedLine[]): (entry: StoredEntry) => boolean {
  const idNumbers = new Set<string>()
  const names = new Set<string>()
  for (const line of lines) {
    if (!isRejected(line)) continue
    if (line.judged.idNumber !== '') idNumbers.add(line.judged.idNumber)
    else names.add(line.judged.name.replace(/\s/g, ''))
  }
  return ({ idNumber, name }) => idNumbers.has(idNumber) || names.has(name.replace(/\s/g, ''))
}
