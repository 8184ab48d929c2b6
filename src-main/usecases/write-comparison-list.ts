import {
  insertExternalEntries,
  insertLandRights,
  type NewExternalEntry,
  type NewLandRight,
} from '../store/list-writing.ts'
import type { CommandContext } from './context.ts'
import { type AcceptedLine, isAccepted } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'

/** 比对名单 and 确权台账 — kept as they came, line by line; checks read them, the register does not. */
export async function writeComparisonList(ctx: CommandContext, writing: ListWriting): Promise<void> {
  const accepted = writing.lines.filter(isAccepted)
  const entries = accepted.flatMap((line) => toEntry(writing.batchId, line))
  const landRights = accepted.flatMap((line) => toLandRight(writing.batchId, line))
  for (const part of writing.slices(entries)) await part((rows) => insertExternalEntries(ctx.writer, rows))
  for (const part of writing.slices(landRights)) await part((rows) => insertLandRights(ctx.writer, rows))
}

function toEntry(batchId: string, line: AcceptedLine): NewExternalEntry[] {
  const { value } = line.judged
  const base = { batchId, line: line.line }
  if (value.kind === 'deceased') {
    const { idNumber, name, deathDate, cancelDate, address } = value.row
    return [
      {
        ...base,
        kind: 'deceased',
        idNumber,
        name,
        onDay: deathDate,
        facts: JSON.stringify({ cancelDate, address }),
      },
    ]
  }
  if (value.kind === 'payroll') {
    const { idNumber, name, employer, category } = value.row
    return [
      {
        ...base,
        kind: 'payroll',
        idNumber,
        name,
        onDay: null,
        facts: JSON.stringify({ employer, category }),
      },
    ]
  }
  return []
}

function toLandRight(batchId: string, line: AcceptedLine): NewLandRight[] {
  const { value, villageCode } = line.judged
  if (value.kind !== 'land-rights') return []
  const {
    group,
    name,
    idNumber,
    confirmedCentiMu,
    nonEligibleCentiMu,
    transferredOutCentiMu,
    farmedForOthersCentiMu,
  } = value.row
  return [
    {
      batchId,
      line: line.line,
      villageCode,
      groupName: group,
      holderName: name,
      idNumber,
      confirmedCentiMu,
      nonEligibleCentiMu,
      transferredOutCentiMu,
      farmedForOthersCentiMu,
    },
  ]
}
