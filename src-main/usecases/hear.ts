import {
  type Cut,
  cutBy,
  type Exemption,
  type HearingWay,
  isHeard,
  missingInHearing,
} from '../domain/hearing.ts'
import type { Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { getApplication, type StoredApplication } from '../store/application-queries.ts'
import { getHearing, insertHearing, listHearings } from '../store/hearing-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listUserNames } from '../store/users-queries.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { type Evidence, keepEvidence, readEvidence } from './keep-evidence.ts'
import { trace } from './trace.ts'

export interface Heard {
  readonly applicationId: string
  readonly cut: Cut
  readonly way: HearingWay
  readonly exemption: Exemption | null
  readonly heardOn: Day
  readonly heardName: string
  readonly relation: string
  readonly said: string
  readonly answer: string
  readonly fileToken: string | null
}

/**
 * 听取意见 — before somebody who had it gets nothing or less, they are heard, and what they said and what was answered
 * stays (社会救助法 48; field-notes 23). Nobody who could not be found has said nothing: how they were looked for is
 * the record. Never changed, only added to.
 */
export async function recordHearing(ctx: ExchangeContext, input: Heard): Promise<{ hearingId: string }> {
  const missing = missingInHearing(input)
  if (missing.length > 0)
    throw new Problem('input.invalid', { fields: missing.map((path) => ({ path, rule: 'required' })) })
  if (input.heardOn > ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'heardOn', rule: 'not-in-future' }] })
  const evidence = input.fileToken === null ? undefined : await readEvidence(ctx, input.fileToken)
  return ctx.inTransaction((command) => keep(command, input, evidence))
}

async function keep(ctx: CommandContext, input: Heard, evidence: Evidence | undefined) {
  const application = await getApplication(ctx.writer, input.applicationId)
  if (!inScopeOf(ctx.scope, application)) throw new Problem('record.not-found', { what: '申报记录' })
  const hearingId = ctx.newId()
  const { fileToken: _, ...heard } = input
  await insertHearing(ctx.writer, {
    ...{ id: hearingId, ...heard },
    fileSha256: evidence === undefined ? null : await keepEvidence(ctx, evidence, 'evidence'),
    fileExtension: evidence?.extension ?? null,
    ...{ recordedBy: ctx.actor.userId, recordedAt: ctx.now().toISOString() },
  })
  await trace(ctx, 'review.hear', application.id, { hearingId, cut: input.cut, way: input.way })
  return { hearingId }
}

/** Refuses to take from somebody what they had before they were heard, where the programme's terms ask for it. */
export async function refuseUnheard(
  reader: Reader,
  application: StoredApplication,
  decision: 'approve' | 'decline' | 'return',
): Promise<void> {
  const cut = cutBy(decision, application)
  if (cut === undefined) return
  const { terms } = await getTerms(reader, application.termsId)
  if (terms.hearing === 'not-required') return
  if (!isHeard(await listHearings(reader, [application.id]), cut))
    throw new Problem('review.not-heard', { cut })
}

/** Which of some records would be cut by passing them although nobody was heard. */
export async function listUnheard(
  reader: Reader,
  applications: readonly StoredApplication[],
): Promise<ReadonlySet<string>> {
  const cut = applications.filter((one) => cutBy('approve', one) !== undefined)
  const heard = Map.groupBy(
    await listHearings(
      reader,
      cut.map(({ id }) => id),
    ),
    ({ applicationId }) => applicationId,
  )
  const asks = new Map<string, boolean>()
  for (const termsId of new Set(cut.map((one) => one.termsId)))
    asks.set(termsId, (await getTerms(reader, termsId)).terms.hearing === 'before-cut')
  const isUnheard = (one: StoredApplication) =>
    asks.get(one.termsId) === true && !isHeard(heard.get(one.id) ?? [], 'reduce')
  return new Set(cut.filter(isUnheard).map(({ id }) => id))
}

/** 听取意见 of one record for its page; null where nothing would be taken, or the programme asks for none and nobody was heard. */
export async function showHearings(ctx: QueryContext, applicationId: string) {
  const application = await getApplication(ctx.reader, applicationId)
  const { terms } = await getTerms(ctx.reader, application.termsId)
  const heard = await listHearings(ctx.reader, [applicationId])
  const stops = cutBy('decline', application) !== undefined
  const reduces = cutBy('approve', application) !== undefined
  const isAsked = terms.hearing === 'before-cut' && (stops || reduces)
  if (!isAsked && heard.length === 0) return null
  const names = await listUserNames(ctx.reader)
  return {
    ...{ stops, reduces, isRequired: isAsked },
    ...{ isHeardToStop: isHeard(heard, 'stop'), isHeardToReduce: isHeard(heard, 'reduce') },
    records: heard.map(({ id, fileSha256, recordedBy, ...one }) => ({
      ...{ hearingId: id, cut: one.cut, way: one.way, exemption: one.exemption, heardOn: one.heardOn },
      ...{ heardName: one.heardName, relation: one.relation, said: one.said, answer: one.answer },
      ...{ hasFile: fileSha256 !== null, recordedBy: names.get(recordedBy) ?? '' },
      recordedAt: one.recordedAt,
    })),
  }
}

/** The signed record of a hearing. */
export async function openHearingFile(
  ctx: CommandContext,
  { hearingId }: { readonly hearingId: string },
): Promise<FileRef> {
  const hearing = await getHearing(ctx.reader, hearingId)
  if (!inScopeOf(ctx.scope, hearing) || hearing.fileSha256 === null)
    throw new Problem('record.not-found', { what: '听取意见记录' })
  const bytes = await ctx.vault.read(hearing.fileSha256)
  await trace(ctx, 'review.hearing-file', hearing.applicationId, { hearingId })
  return ctx.files.offer(`听取意见记录.${hearing.fileExtension ?? 'jpg'}`, bytes)
}
