import { readHeirs } from '../store/heir-queries.ts'
import { getTransfer } from '../store/land-queries.ts'
import type { Touched } from '../store/near-lines.ts'
import { findPersonByIdNumber } from '../store/person-queries.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext } from './context.ts'
import { addTransfer, endTransfer } from './land.ts'

/** 在户页上登记流转 — the checks look again at once at who gives and who takes, or at whoever took their place. */
export function transferLand(ctx: CommandContext, input: Parameters<typeof addTransfer>[1]) {
  return rechecked(
    ctx,
    ({ transferId }) => bothSidesOf(ctx, transferId),
    () => addTransfer(ctx, input),
  )
}

export function endTransferOf(ctx: CommandContext, input: Parameters<typeof endTransfer>[1]) {
  return rechecked(
    ctx,
    () => bothSidesOf(ctx, input.transferId),
    () => endTransfer(ctx, input),
  )
}

async function bothSidesOf(ctx: CommandContext, transferId: string): Promise<Touched> {
  const { giverIdNumber, takerIdNumber } = await getTransfer(ctx.writer, ctx.scope, transferId)
  const heirs = await readHeirs(ctx.writer)
  const own = [giverIdNumber, takerIdNumber].filter((idNumber) => idNumber !== '')
  const numbers = new Set(own.flatMap((idNumber) => [idNumber, heirs.get(idNumber) ?? idNumber]))
  const people = []
  for (const idNumber of numbers) people.push(await findPersonByIdNumber(ctx.writer, idNumber))
  return { personIds: people.flatMap((person) => (person === undefined ? [] : [person.id])) }
}

/** 地块 — no check looks at single parcels: whatever changes about one, the checks stand. */
export function editParcel<R>(ctx: CommandContext, work: () => Promise<R>): Promise<R> {
  return rechecked(ctx, () => ({}), work)
}
