import type { Day } from '../domain/day.ts'
import { parseIdNumber } from '../domain/id-number.ts'
import { parsePersonName } from '../domain/person-name.ts'
import { plainText } from '../domain/plain-text.ts'
import { Problem } from '../domain/problem.ts'
import { tidyCreditCode } from '../domain/credit-code.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { getHousehold } from '../store/household-queries.ts'
import {
  getParcel,
  getTransfer,
  insertParcel,
  insertTransfer,
  saveParcel,
  saveTransfer,
} from '../store/land-queries.ts'
import { getPerson } from '../store/person-queries.ts'
import type { CommandContext } from './context.ts'
import { recordChanges } from './record-changes.ts'
import { trace } from './trace.ts'

interface ParcelValues {
  readonly parcelNo: string
  readonly name: string
  readonly contractNo: string
  readonly areaCentiMu: number
  readonly nonEligibleCentiMu: number
  readonly landUse: string
}

/** 登记地块 by hand. */
export async function addParcel(
  ctx: CommandContext,
  input: { householdId: string; values: ParcelValues; reason: string },
): Promise<{ parcelId: string }> {
  const household = await getHousehold(ctx.writer, ctx.scope, input.householdId)
  refuseMoreThanThere(input.values)
  const id = ctx.newId()
  await insertParcel(ctx.writer, {
    ...{ id, householdId: household.id, villageCode: household.villageCode, ...input.values },
    ...{ enteredBy: ctx.actor.userId, batchId: null, line: null, createdAt: ctx.now().toISOString() },
  })
  const of = { entity: 'parcel', entityId: id } as const
  await recordChanges(ctx, of, {}, { areaCentiMu: input.values.areaCentiMu }, input)
  await changed(ctx, 'land.add-parcel', id)
  return { parcelId: id }
}

export async function changeParcel(
  ctx: CommandContext,
  input: { parcelId: string; version: number; values: ParcelValues; reason: string },
): Promise<{ ok: true }> {
  const parcel = await getParcel(ctx.writer, ctx.scope, input.parcelId)
  if (parcel.version !== input.version) throw new Problem('record.stale', { what: '地块' })
  refuseMoreThanThere(input.values)
  const of = { entity: 'parcel', entityId: parcel.id } as const
  await recordChanges(ctx, of, { ...parcel }, { ...input.values }, input)
  await saveParcel(ctx.writer, parcel, input.values)
  await changed(ctx, 'land.change-parcel', parcel.id)
  return { ok: true }
}

/** 终止地块 — given back, taken for building, or entered by mistake; it stays readable. */
export async function endParcel(
  ctx: CommandContext,
  input: { parcelId: string; version: number; reason: string },
): Promise<{ ok: true }> {
  const parcel = await getParcel(ctx.writer, ctx.scope, input.parcelId)
  if (parcel.version !== input.version) throw new Problem('record.stale', { what: '地块' })
  const of = { entity: 'parcel', entityId: parcel.id } as const
  await recordChanges(ctx, of, { status: parcel.status }, { status: 'ended' }, input)
  await saveParcel(ctx.writer, parcel, { status: 'ended' })
  await changed(ctx, 'land.end-parcel', parcel.id)
  return { ok: true }
}

interface Party {
  readonly name: string
  readonly idNumber: string
  readonly creditCode: string
}

interface TransferInput {
  /** Somebody of the household: the giver or the taker, as `side` says. */
  readonly personId: string
  readonly side: 'giver' | 'taker'
  readonly counterpart: Party
  readonly parcelId: string | null
  readonly parcelText: string
  readonly areaCentiMu: number
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly subsidyTo: 'giver' | 'taker' | 'unknown'
  readonly agreement: string
  readonly reason: string
}

/** 登记流转 by hand, from either side; the counterpart may be anybody, and is doubted when the register knows nobody. */
export async function addTransfer(
  ctx: CommandContext,
  input: TransferInput,
): Promise<{ transferId: string }> {
  const person = await getPerson(ctx.writer, ctx.scope, input.personId)
  if (person.householdId === null) throw new Problem('record.not-found', { what: '户' })
  const household = await getHousehold(ctx.writer, ctx.scope, person.householdId)
  const { side, parcelId, parcelText, areaCentiMu, startsOn, endsOn, subsidyTo, agreement } = input
  if (parcelId !== null) await getParcel(ctx.writer, ctx.scope, parcelId)
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw invalid('endsOn', 'before-start')
  const counterpart = parseParty(input.counterpart)
  const own = { name: person.name, idNumber: person.idNumber, creditCode: '' }
  const [giver, taker] = side === 'giver' ? [own, counterpart] : [counterpart, own]
  const id = ctx.newId()
  await insertTransfer(ctx.writer, {
    ...{ id, saidBy: counterpart.name === '' ? side : 'both', villageCode: household.villageCode },
    ...{ giverName: giver.name, giverIdNumber: giver.idNumber },
    ...{ takerName: taker.name, takerIdNumber: taker.idNumber, takerCreditCode: taker.creditCode },
    ...{ parcelId, parcelText, areaCentiMu, startsOn, endsOn, subsidyTo, agreement, evidenceId: null },
    ...{ enteredBy: ctx.actor.userId, batchId: null, line: null, createdAt: ctx.now().toISOString() },
  })
  const of = { entity: 'landTransfer', entityId: id } as const
  await recordChanges(ctx, of, {}, { areaCentiMu, subsidyTo }, input)
  await changed(ctx, 'land.add-transfer', id)
  return { transferId: id }
}

/** 终止流转 — ended early, or entered by mistake; it stays readable. */
export async function endTransfer(
  ctx: CommandContext,
  input: { transferId: string; version: number; reason: string },
): Promise<{ ok: true }> {
  const transfer = await getTransfer(ctx.writer, ctx.scope, input.transferId)
  if (transfer.version !== input.version) throw new Problem('record.stale', { what: '流转' })
  const of = { entity: 'landTransfer', entityId: transfer.id } as const
  await recordChanges(ctx, of, { status: transfer.status }, { status: 'ended' }, input)
  await saveTransfer(ctx.writer, transfer, { status: 'ended' })
  await changed(ctx, 'land.end-transfer', transfer.id)
  return { ok: true }
}

/** Nobody at all is allowed – the paper may not say – but a number that is written has to be one. */
function parseParty({ name, idNumber, creditCode }: Party): Party {
  if (name.trim() === '' && idNumber.trim() === '' && creditCode.trim() === '')
    return { name: '', idNumber: '', creditCode: '' }
  const parsedName = parsePersonName(name)
  if (!parsedName.ok) throw invalid('counterpart.name', parsedName.rule)
  if (idNumber.trim() === '')
    return { name: plainText(name), idNumber: '', creditCode: tidyCreditCode(creditCode) }
  const parsedId = parseIdNumber(idNumber)
  if (!parsedId.ok) throw invalid('counterpart.idNumber', parsedId.rule)
  return { name: parsedName.name, idNumber: parsedId.idNumber, creditCode: '' }
}

function refuseMoreThanThere({ areaCentiMu, nonEligibleCentiMu }: ParcelValues): void {
  if (nonEligibleCentiMu > areaCentiMu) throw invalid('nonEligibleCentiMu', 'more-than-area')
}

async function changed(ctx: CommandContext, action: string, subject: string): Promise<void> {
  await raiseDataMark(ctx.writer)
  await trace(ctx, action, subject, {})
}

function invalid(path: string, rule: string): Problem {
  return new Problem('input.invalid', { fields: [{ path, rule }] })
}
