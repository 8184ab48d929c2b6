import { type Day, isDay } from '../domain/day.ts'
import { isInTerm, type PaperSignerPost } from '../domain/paper-signer.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listVillages } from '../store/division-queries.ts'
import {
  endPaperSigner,
  getPaperSigner,
  insertPaperSigner,
  listPaperSigners,
} from '../store/paper-signer-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

/** 村签字人 — who signs on paper for a village, those whose term is over too. */
export async function showPaperSigners(ctx: QueryContext, input: { villageCode: string | null }) {
  const signers = await listPaperSigners(ctx.reader, ctx.scope, input.villageCode)
  return signers.map(({ id, registeredByName, ...signer }) => ({
    ...signer,
    villageName: villageTitle(signer.villageName),
    signerId: id,
    registeredBy: registeredByName,
    inOffice: isInTerm(signer, ctx.today()),
  }))
}

interface NewPaperSigner {
  readonly villageCode: string
  readonly post: PaperSignerPost
  readonly name: string
  readonly termFrom: Day
  readonly termTo: Day | null
}

/** Registers somebody who signs on paper; it gives no account and no right at this workstation. */
export async function addPaperSigner(
  ctx: CommandContext,
  signer: NewPaperSigner,
): Promise<{ signerId: string }> {
  const villages = await listVillages(ctx.reader)
  if (!villages.some(({ code }) => code === signer.villageCode))
    throw new Problem('record.not-found', { what: 'village' })
  refuseBadDay('termFrom', signer.termFrom)
  if (signer.termTo !== null) refuseBadEnd(signer.termFrom, signer.termTo)
  const id = ctx.newId()
  const registeredAt = ctx.now().toISOString()
  await insertPaperSigner(ctx.writer, { ...signer, id, registeredBy: ctx.actor.userId, registeredAt })
  const { villageCode, post, termFrom, termTo } = signer
  await trace(ctx, 'signer.add', id, { villageCode, post, termFrom, termTo })
  return { signerId: id }
}

/** 离任 — the last day of a term; nobody is struck out. */
export async function endPaperSignerTerm(
  ctx: CommandContext,
  input: { signerId: string; termTo: Day },
): Promise<{ ok: true }> {
  const signer = await getPaperSigner(ctx.writer, input.signerId)
  if (!inScopeOf(ctx.scope, signer)) throw new Problem('record.not-found', { what: '村签字人' })
  refuseBadEnd(signer.termFrom, input.termTo)
  await endPaperSigner(ctx.writer, signer.id, input.termTo)
  await trace(ctx, 'signer.end', signer.id, { before: signer.termTo, termTo: input.termTo })
  return { ok: true }
}

function refuseBadEnd(termFrom: Day, termTo: Day): void {
  refuseBadDay('termTo', termTo)
  if (termTo < termFrom)
    throw new Problem('input.invalid', { fields: [{ path: 'termTo', rule: 'before-start' }] })
}

function refuseBadDay(path: string, day: Day): void {
  if (!isDay(day)) throw new Problem('input.invalid', { fields: [{ path, rule: 'not-a-day' }] })
}
