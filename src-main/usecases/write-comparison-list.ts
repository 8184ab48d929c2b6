import { endEntryLines, insertExternalEntries, type NewExternalEntry } from '../store/external-entries.ts'
import { endTransfers } from '../store/land-lists.ts'
import { insertLandRights, insertLandTransfers, type NewLandRight } from '../store/list-writing.ts'
import type { CommandContext } from './context.ts'
import { externalEntryOf } from './external-entry.ts'
import type { StageDifference } from './list-difference.ts'
import { type AcceptedLine, isAccepted } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'

/**
 * 比对名单, 确权 and 流转台账 — kept as they came, line by line; checks read them, the register does not. A newer list's
 * words take the place of older ones about the same people.
 */
export async function writeComparisonList(
  ctx: CommandContext,
  writing: ListWriting,
  difference: StageDifference,
): Promise<void> {
  const accepted = writing.lines.filter(isAccepted)
  const replaced = difference.replaced.flatMap((ref) => (ref.kind === 'entry' ? [ref] : []))
  for (const part of writing.slices(replaced))
    await part((lines) => endEntryLines(ctx.writer, writing.importId, lines))
  const entries = accepted.flatMap((line): NewExternalEntry[] => {
    const entry = externalEntryOf(line.judged.value)
    return entry === undefined ? [] : [{ ...writing.source(line), ...entry }]
  })
  for (const part of writing.slices(entries)) await part((rows) => insertExternalEntries(ctx.writer, rows))
  const landRights = accepted.flatMap((line) => toLandRight(writing, line))
  for (const part of writing.slices(landRights)) await part((rows) => insertLandRights(ctx.writer, rows))
  await endOlderTransfers(ctx, writing, difference)
  const transfers = accepted.flatMap((line) => toTransfer(ctx, writing, line))
  for (const part of writing.slices(transfers)) await part((rows) => insertLandTransfers(ctx.writer, rows))
}

async function endOlderTransfers(
  ctx: CommandContext,
  writing: ListWriting,
  { replaced }: StageDifference,
): Promise<void> {
  const ids = replaced.flatMap((ref) => (ref.kind === 'transfer' ? [ref.id] : []))
  const [first] = writing.lines
  if (first === undefined) return
  const { batchId } = writing.source(first)
  const reason = `导入《${writing.fileName}》，以新台账为准`
  const source = { reason, by: ctx.actor.userId, at: writing.at, batchId, line: null }
  for (const part of writing.slices(ids)) await part((some) => endTransfers(ctx.writer, some, source))
}

function toLandRight(writing: ListWriting, line: AcceptedLine): NewLandRight[] {
  const { value, villageCode } = line.judged
  if (value.kind !== 'land-rights') return []
  const { group, name, idNumber, confirmedCentiMu, nonEligibleCentiMu } = value.row
  const { transferredOutCentiMu, farmedForOthersCentiMu } = value.row
  return [
    {
      ...writing.source(line),
      ...{ villageCode, groupName: group, holderName: name, idNumber, confirmedCentiMu, nonEligibleCentiMu },
      ...{ transferredOutCentiMu, farmedForOthersCentiMu },
    },
  ]
}

/** One line of a ledger tells of both ends where it names a taker. */
function toTransfer(ctx: CommandContext, writing: ListWriting, line: AcceptedLine) {
  const { value, villageCode } = line.judged
  if (value.kind !== 'land-transfers') return []
  const { row } = value
  const hasTaker = row.takerName !== '' || row.takerId !== '' || row.takerCreditCode !== ''
  return [
    {
      id: ctx.newId(),
      saidBy: hasTaker ? ('both' as const) : ('giver' as const),
      villageCode,
      ...{ giverName: row.name, giverIdNumber: row.idNumber, takerName: row.takerName },
      ...{ takerIdNumber: row.takerId, takerCreditCode: row.takerCreditCode, parcelId: null },
      ...{ parcelText: row.parcel, areaCentiMu: row.areaCentiMu, startsOn: row.from, endsOn: row.to },
      ...{ subsidyTo: row.subsidyTo, agreement: row.agreement, evidenceId: null, remark: row.remark },
      ...{ enteredBy: ctx.actor.userId, ...writing.source(line), createdAt: writing.at },
    },
  ]
}
