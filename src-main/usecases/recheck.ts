import { randomBytes } from 'node:crypto'
import { sha256Hex } from '../crypto/digest.ts'
import type { Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { drawSample, everyKin, type RecheckRule, sampleSize } from '../domain/recheck.ts'
import { inScopeOf } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { getApplication, type Period } from '../store/application-queries.ts'
import { getActiveTerms } from '../store/programme-queries.ts'
import {
  concern,
  getDrawn,
  insertDraw,
  insertRecheckResult,
  listConcerned,
  listDraws,
} from '../store/recheck-queries.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { type Evidence, keepEvidence, readEvidence } from './keep-evidence.ts'
import { refuseOwnKin } from './kin.ts'
import { listUndrawn, stateOf } from './recheck-gate.ts'
import { trace } from './trace.ts'

/** How a candidate is ranked: `printf '%s:%s' SEED ID | sha256sum`, the smallest first. */
export function rankBy(seed: string): (id: string) => string {
  return (id) => sha256Hex(Buffer.from(`${seed}:${id}`))
}

/** 候选名单摘要 — of the sorted ids, one a line. */
export function digestOfCandidates(ids: readonly string[]): string {
  return sha256Hex(Buffer.from(ids.map((id) => `${id}\n`).join('')))
}

/**
 * 抽取 — in every village with approved records that no draw has seen. The seed comes from the machine, not from a
 * person, and a record is a candidate once: drawing again until it suits is not possible.
 */
export async function drawRechecks(ctx: CommandContext, period: Period): Promise<{ drawn: number }> {
  const stored = await getActiveTerms(ctx.writer, period.programmeCode, period.year)
  const undrawn = await listUndrawn(ctx.writer, period, ctx.scope, stored.terms)
  if (undrawn.length === 0) throw new Problem('review.nothing-to-draw')
  const before = await countDrawn(ctx, period)
  let drawn = 0
  for (const villageCode of new Set(undrawn.map((one) => one.villageCode))) {
    const here = undrawn.filter((one) => one.villageCode === villageCode)
    const idsOf = (isKin: boolean) => here.filter((one) => one.isKin === isKin).map(({ id }) => id)
    const sample = { rule: { ...stored.terms.recheck, kin: false }, before: before.get(villageCode) ?? 0 }
    for (const draw of [
      { villageCode, candidates: idsOf(true), rule: everyKin, before: 0 },
      { villageCode, candidates: idsOf(false), ...sample },
    ])
      if (draw.candidates.length > 0) drawn += await drawVillage(ctx, period, stored.id, draw)
  }
  return { drawn }
}

async function countDrawn(ctx: CommandContext, period: Period): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  // kin were drawn because they are kin: they are no part of the sample a village needs
  for (const { villageCode, size, rule } of await listDraws(ctx.writer, period, ctx.scope))
    if (!(JSON.parse(rule) as RecheckRule).kin) counts.set(villageCode, (counts.get(villageCode) ?? 0) + size)
  return counts
}

interface VillageDraw {
  readonly villageCode: string
  readonly candidates: readonly string[]
  readonly rule: RecheckRule
  readonly before: number
}

async function drawVillage(
  ctx: CommandContext,
  period: Period,
  termsId: string,
  { villageCode, candidates, rule, before }: VillageDraw,
): Promise<number> {
  const seed = randomBytes(16).toString('hex')
  const sorted = [...candidates].sort()
  const size = sampleSize(rule, sorted.length, before)
  const id = ctx.newId()
  const candidatesDigest = digestOfCandidates(sorted)
  await insertDraw(
    ctx.writer,
    {
      ...{ id, ...period, villageCode, termsId, rule: JSON.stringify(rule), seed, size },
      ...{ candidates: JSON.stringify(sorted), candidatesDigest },
      ...{ drawnBy: ctx.actor.userId, drawnAt: ctx.now().toISOString() },
    },
    drawSample(sorted, size, rankBy(seed)),
  )
  const counts = { villageCode, candidates: sorted.length, size }
  await trace(ctx, 'review.recheck-draw', id, { ...counts, seed, candidatesDigest })
  return size
}

interface Recheck {
  readonly applicationId: string
  readonly version: number
  readonly outcome: 'confirmed' | 'contradicted'
  readonly mode: 'on-site' | 'phone' | 'video'
  readonly doneOn: Day
  readonly statement: string
  readonly fileToken: string
}

/** 复核结果 — by somebody who neither entered nor passed the record, with evidence; what was recorded stays. */
export async function recordRecheck(ctx: ExchangeContext, input: Recheck): Promise<{ recheckId: string }> {
  if (input.doneOn > ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'doneOn', rule: 'not-in-future' }] })
  await getOpen(ctx, ctx, input)
  const evidence = await readEvidence(ctx, input.fileToken)
  return ctx.inTransaction((command) => keepResult(command, input, evidence))
}

async function keepResult(ctx: CommandContext, input: Recheck, evidence: Evidence) {
  const { version, areaCentiMu, quantityCenti } = await getOpen(ctx, { reader: ctx.writer }, input)
  await refuseOwnKin(ctx, await getApplication(ctx.writer, input.applicationId))
  const { applicationId, outcome, mode, doneOn, statement } = input
  const recheckId = ctx.newId()
  await insertRecheckResult(ctx.writer, {
    ...{ id: recheckId, applicationId, version, areaCentiMu, quantityCenti },
    ...{ outcome, mode, doneOn, statement },
    fileSha256: await keepEvidence(ctx, evidence, 'evidence'),
    ...{ fileExtension: evidence.extension, doneBy: ctx.actor.userId },
    recordedAt: ctx.now().toISOString(),
  })
  await trace(ctx, `review.recheck-${outcome}`, applicationId, { recheckId, mode, doneOn })
  return { recheckId }
}

async function getOpen(
  { scope, actor }: QueryContext,
  { reader }: Pick<QueryContext, 'reader'>,
  { applicationId, version }: Recheck,
) {
  const record = await getDrawn(reader, applicationId)
  if (!inScopeOf(scope, record)) throw new Problem('record.not-found', { what: '抽查记录' })
  if (record.version !== version || stateOf(record) === 'not-due')
    throw new Problem('record.stale', { what: '申报记录' })
  // What was found may be found otherwise later, never by taking the word back: a contradiction goes to the review.
  if (stateOf(record) === 'contradicted') throw new Problem('review.recheck-contradicted')
  const concerned = await listConcerned(reader, [applicationId])
  if (concerned.has(concern(applicationId, actor.userId))) throw new Problem('review.recheck-own')
  return record
}

/** What the re-check rests on. */
export async function openRecheckFile(
  ctx: CommandContext,
  { applicationId }: { readonly applicationId: string },
): Promise<FileRef> {
  const record = await getDrawn(ctx.reader, applicationId)
  if (!inScopeOf(ctx.scope, record) || record.fileSha256 === null)
    throw new Problem('record.not-found', { what: '抽查证据' })
  const bytes = await ctx.vault.read(record.fileSha256)
  await trace(ctx, 'review.recheck-file', applicationId, { recheckId: record.resultId })
  return ctx.files.offer(`抽查复核证据.${record.fileExtension ?? 'jpg'}`, bytes)
}
