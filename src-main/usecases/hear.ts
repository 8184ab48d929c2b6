import {
  type Attempt,
  type Cut,
  cutBy,
  type Exemption,
  type HeardBefore,
  heardState,
  type HeardState,
  type HearingWay,
  missingInHearing,
} from '../domain/hearing.ts'
import type { Day } from '../domain/day.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { getApplication, type StoredApplication } from '../store/application-queries.ts'
import { getHearing, insertHearing, listHearings, listReducedOffLand } from '../store/hearing-queries.ts'
import { readBeneficiary } from '../store/person-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listUserNames } from '../store/users-queries.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { keepEvidence, readEvidence } from './keep-evidence.ts'
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
  readonly attempts: readonly Attempt[]
}

interface Typed extends Heard {
  readonly forAll: boolean
  readonly fileToken: string | null
}

/**
 * 听取意见 — before somebody who had it gets nothing or less, they are heard, and what they said and what was answered
 * stays (社会救助法 48; field-notes 23), with the figures it was about. Whoever could not be found has said nothing: the
 * dated attempts are the record. 普调 is said once for everybody it reaches. Never changed, only added to.
 */
export async function recordHearing(
  ctx: ExchangeContext,
  { forAll, fileToken, ...heard }: Typed,
): Promise<{ hearingId: string; recorded: number }> {
  const missing = missingInHearing(heard)
  if (missing.length > 0) throw new Problem('input.invalid', { fields: missing })
  if (heard.heardOn > ctx.today()) throw invalidInput('heardOn', 'not-in-future')
  const evidence = fileToken === null ? undefined : await readEvidence(ctx, fileToken)
  return ctx.inTransaction(async (command) => {
    const application = await getApplication(command.writer, heard.applicationId)
    if (!inScopeOf(ctx.scope, application)) throw new Problem('record.not-found', { what: '申报记录' })
    await refuseUntrueExemption(command.writer, application, heard)
    const kept =
      evidence === undefined
        ? undefined
        : { sha256: await keepEvidence(command, evidence, 'evidence'), extension: evidence.extension }
    const hearingId = await keepHearing(command, application, heard, kept)
    const others =
      forAll && heard.exemption === 'general-adjustment' ? await othersReduced(command, application) : []
    for (const other of others) await keepHearing(command, other, heard, kept)
    return { hearingId, recorded: others.length + 1 }
  })
}

/** 死亡 is looked up, and 普调 is a lower standard for everybody: never a stop, and never less land of one household. */
async function refuseUntrueExemption(
  reader: Reader,
  application: StoredApplication,
  { exemption, cut }: Heard,
) {
  if (exemption === 'death') await refuseAlive(reader, application, 'exemption')
  if (exemption === 'general-adjustment' && (cut === 'stop' || application.quantityCenti === null))
    throw invalidInput('exemption', 'not-general')
}

/** A death is said only of somebody the register or a list has as dead. */
export async function refuseAlive(reader: Reader, { id }: StoredApplication, field: string): Promise<void> {
  const { status, diedOn, listedDeath } = await readBeneficiary(reader, id)
  if (status !== 'dead' && diedOn === null && listedDeath === null) throw invalidInput(field, 'not-dead')
}

/** 死亡 needs no hearing, and that it needed none is on record like any other (field-notes 23). */
export async function keepDeathExemption(
  ctx: CommandContext,
  application: StoredApplication,
  answer: string,
): Promise<void> {
  await keepHearing(ctx, application, {
    ...({ cut: 'stop', way: 'exempt', exemption: 'death', heardOn: ctx.today() } as const),
    ...{ heardName: '', relation: '', said: '', answer, attempts: [] },
  })
}

/** Keeps one hearing of one record with its figures as they stand, and its trace. */
async function keepHearing(
  ctx: CommandContext,
  application: StoredApplication,
  heard: Omit<Heard, 'applicationId'>,
  file?: { readonly sha256: string; readonly extension: string },
): Promise<string> {
  const hearingId = ctx.newId()
  await insertHearing(ctx.writer, {
    ...heard,
    ...{ id: hearingId, applicationId: application.id, attempts: JSON.stringify(heard.attempts) },
    ...{ areaCentiMu: application.areaCentiMu, amountFen: application.amountFen },
    ...{ fileSha256: file?.sha256 ?? null, fileExtension: file?.extension ?? null },
    ...{ recordedBy: ctx.actor.userId, recordedAt: ctx.now().toISOString() },
  })
  await trace(ctx, 'review.hear', application.id, { hearingId, cut: heard.cut, way: heard.way })
  return hearingId
}

/** Who else gets less by the standard, is not decided and was not heard yet. */
async function othersReduced(
  { scope, reader }: QueryContext,
  application: StoredApplication,
): Promise<readonly StoredApplication[]> {
  if (application.quantityCenti === null) return []
  const reduced = await listReducedOffLand(reader, application, scope)
  const heard = await heardOf(reader, reduced)
  return reduced.filter(
    (one) => one.id !== application.id && stateOf(heard.get(one.id), 'reduce', one, '') === 'unheard',
  )
}

async function heardOf(reader: Reader, applications: readonly StoredApplication[]) {
  const ids = applications.map(({ id }) => id)
  return Map.groupBy(await listHearings(reader, ids), ({ applicationId }) => applicationId)
}

function stateOf(
  heard: readonly HeardBefore[] | undefined,
  cut: Cut,
  one: StoredApplication,
  decidedBy: string,
): HeardState {
  return heardState(heard ?? [], cut, { one, decidedBy })
}

/** Refuses to take from somebody what they had before they were heard, where the programme's terms ask for it. */
export async function refuseUnheard(
  ctx: CommandContext,
  application: StoredApplication,
  decision: 'approve' | 'decline' | 'return',
): Promise<void> {
  const cut = cutBy(decision, application)
  if (cut !== undefined) await refuseUnheardCut(ctx, application, cut)
}

/** The same for a cut that is none of these decisions: a stop within the year. */
export async function refuseUnheardCut(
  { writer, actor }: CommandContext,
  application: StoredApplication,
  cut: Cut,
): Promise<void> {
  const { terms } = await getTerms(writer, application.termsId)
  if (terms.hearing === 'not-required') return
  const state = stateOf(await listHearings(writer, [application.id]), cut, application, actor.userId)
  if (state === 'own-word-only') throw new Problem('review.own-hearing')
  if (state === 'unheard') throw new Problem('review.not-heard', { cut })
}

/** Which of some records would be cut by passing them although nobody was heard, or only the decider says so. */
export async function listUnheard(
  { writer, actor }: CommandContext,
  applications: readonly StoredApplication[],
): Promise<ReadonlySet<string>> {
  const cut = applications.filter((one) => cutBy('approve', one) !== undefined)
  const heard = await heardOf(writer, cut)
  const asks = new Map<string, boolean>()
  for (const termsId of new Set(cut.map((one) => one.termsId)))
    asks.set(termsId, (await getTerms(writer, termsId)).terms.hearing === 'before-cut')
  const isUnheard = (one: StoredApplication) =>
    asks.get(one.termsId) === true && stateOf(heard.get(one.id), 'reduce', one, actor.userId) !== 'heard'
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
  const state = (cut: Cut) => stateOf(heard, cut, application, ctx.actor.userId)
  return {
    ...{ stops, reduces, isRequired: isAsked, toStop: state('stop'), toReduce: state('reduce') },
    othersReduced: reduces ? (await othersReduced(ctx, application)).length : 0,
    records: heard.map(({ id, fileSha256, recordedBy, attempts, ...one }) => ({
      ...{ hearingId: id, cut: one.cut, way: one.way, exemption: one.exemption, heardOn: one.heardOn },
      ...{ heardName: one.heardName, relation: one.relation, said: one.said, answer: one.answer },
      ...{
        attempts: JSON.parse(attempts) as Attempt[],
        areaCentiMu: one.areaCentiMu,
        amountFen: one.amountFen,
      },
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
