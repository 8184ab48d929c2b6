import { insertHouseholds } from '../store/register-writing.ts'
import { listNumbersLike } from '../store/household-queries.ts'
import type { CommandContext } from './context.ts'
import { refuseOtherVillage, refuseTakenNumber } from './change-household.ts'
import { parseChanges } from './parse-changes.ts'

export interface NewHouseholdInput {
  /** As in the booklet; empty for a number made from the household it comes from. */
  readonly householdNo: string
  readonly villageCode: string
  readonly groupName: string
  readonly address: string
}

/** 立户 — begins a household nobody is in yet; the event that wants it puts people into it in the same transaction. */
export async function beginHousehold(
  ctx: CommandContext,
  input: NewHouseholdInput,
  madeFrom: string,
  id = ctx.newId(),
): Promise<string> {
  const householdNo = input.householdNo.trim() === '' ? await madeNumber(ctx, madeFrom) : input.householdNo
  const values = parseChanges({ ...input, householdNo })
  await refuseTakenNumber(ctx, values.householdNo ?? '')
  await refuseOtherVillage(ctx, input.villageCode)
  const { villageCode = '', groupName = '', address = '' } = values
  const source = { batchId: null, line: null, createdAt: ctx.now().toISOString() }
  const household = { id, householdNo: values.householdNo ?? '', villageCode, groupName, address, ...source }
  insertHouseholds(ctx.writer, [household])
  return id
}

/** The old household's number with the next free 分 behind it, so that a clerk sees where it comes from. */
async function madeNumber(ctx: CommandContext, from: string): Promise<string> {
  const taken = new Set(await listNumbersLike(ctx.writer, from))
  let at = 1
  while (taken.has(`${from}-${String(at)}`)) at += 1
  return `${from}-${String(at)}`
}
