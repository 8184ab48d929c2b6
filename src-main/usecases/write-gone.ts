import { listKindTerms, type ListKind } from '../domain/list-kind.ts'
import { endEntryLines } from '../store/external-entries.ts'
import { insertGone, type NewGone } from '../store/import-queries.ts'
import { listPersonKeys, saveRegisterChange } from '../store/register-keys.ts'
import type { CommandContext } from './context.ts'
import type { StageDifference, StoredEntry } from './list-difference.ts'
import type { ListWriting } from './list-writing.ts'

/** 名单上没有了的 — only noted, or ended: taken off the lists we compare with, cancelled in the register. */
export type GoneChoice = 'note' | 'end'

interface Gone {
  readonly kind: ListKind
  readonly difference: StageDifference
  readonly choice: GoneChoice
}

/** Keeps who was missing; nobody is ever deleted, and nobody ended unless the clerk said so. */
export async function writeGone(
  ctx: CommandContext,
  writing: ListWriting,
  { kind, difference, choice }: Gone,
): Promise<void> {
  const isEnded = choice === 'end' && listKindTerms[kind].replaces === true
  const rows = difference.gone.map((entry, position): NewGone =>
    toGone(writing.importId, entry, position, isEnded),
  )
  for (const part of writing.slices(rows)) await part((some) => insertGone(ctx.writer, some))
  if (!isEnded) return
  const entries = difference.gone.flatMap(({ ref }) => (ref.kind === 'entry' ? [ref] : []))
  for (const part of writing.slices(entries))
    await part((some) => endEntryLines(ctx.writer, writing.importId, some))
  await cancelPeople(ctx, writing, difference.gone)
}

function toGone(importId: string, entry: StoredEntry, position: number, isEnded: boolean): NewGone {
  const { idNumber, name, villageCode, facts } = entry
  return {
    ...{ importId, position, idNumber, name, villageCode },
    ...{ facts: JSON.stringify(facts), ended: isEnded ? 1 : 0 },
  }
}

async function cancelPeople(
  ctx: CommandContext,
  writing: ListWriting,
  gone: readonly StoredEntry[],
): Promise<void> {
  const people = gone.filter(({ ref }) => ref.kind === 'person')
  if (people.length === 0) return
  const known = await listPersonKeys(ctx.writer)
  const [batchId = ''] = writing.lines.map((line) => writing.source(line).batchId)
  for (const part of writing.slices(people))
    await part(async (some) => {
      for (const { idNumber } of some) {
        const person = known.get(idNumber)
        if (person === undefined) continue
        const source = { by: ctx.actor.userId, at: writing.at, batchId, line: null }
        const reason = `不在《${writing.fileName}》上，经办人选择注销`
        await saveRegisterChange(ctx.writer, person, { status: 'cancelled' }, { ...source, reason })
      }
    })
}
