import { Problem } from '../domain/problem.ts'
import { missingForActivation, type ProgrammeTerms } from '../domain/programme-terms.ts'
import { neverPosted } from '../domain/posted-line.ts'
import { inScopeOf } from '../domain/role.ts'
import { recordAudit } from '../store/audit.ts'
import { findPolicyList, isOnPolicyList, listPolicyLines } from '../store/policy-queries.ts'
import {
  getTerms,
  insertDraft,
  listProgrammes,
  listTerms,
  saveActive,
  type StoredTerms,
} from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listUserNames } from '../store/users-queries.ts'
import { outdateChecksOf } from './check-touched.ts'
import { getRule } from './read-rule.ts'
import type { Actor, CommandContext, QueryContext } from './context.ts'

/** The programmes with the terms of a year; a programme without active terms makes no money and no notice. */
export async function listProgrammeYear(ctx: QueryContext, input: { year: number }) {
  const [programmes, stored, names, policy] = await Promise.all([
    listProgrammes(ctx.reader),
    listTerms(ctx.reader, input.year),
    listUserNames(ctx.reader),
    linesInForce(ctx.reader, input.year),
  ])
  const view = (code: string, status: StoredTerms['status']) => {
    const found = stored.find((one) => one.programmeCode === code && one.status === status)
    return found === undefined ? null : toView(found, names, ctx.actor)
  }
  return programmes
    .filter((one) => ctx.scope.programmes === 'all' || ctx.scope.programmes.includes(one.code))
    .map(({ code, ...facts }) => ({
      ...facts,
      programmeCode: code,
      listed: policy.get(code) ?? null,
      terms: view(code, 'active'),
      draft: view(code, 'draft'),
    }))
}

/** What the year's list in force says, by programme; terms begin with it. */
async function linesInForce(reader: Reader, year: number) {
  const list = await findPolicyList(reader, year, 'in-force')
  const lines = list === undefined ? [] : await listPolicyLines(reader, list.id)
  return new Map(
    lines
      .filter(({ dropped }) => dropped === 0)
      .map(({ programmeCode, department, beneficiaries, rateText, rateYuan, basis, sourceLine }) => [
        programmeCode,
        {
          ...{ department, beneficiaries, rateText, rateYuan, basis },
          source: `${list?.source ?? ''}${sourceLine === null ? '' : ` 第 ${String(sourceLine)} 行`}`,
        },
      ]),
  )
}

/** Enters terms as a draft; they bind nobody until a second person activates them. */
export async function enterTerms(
  ctx: CommandContext,
  input: { programmeCode: string; year: number; terms: ProgrammeTerms },
): Promise<{ termsId: string }> {
  const programmes = await listProgrammes(ctx.reader)
  if (!programmes.some((one) => one.code === input.programmeCode))
    throw new Problem('record.not-found', { what: '补贴项目' })
  if (input.terms.publicity.posted && neverPosted.includes(input.programmeCode))
    throw new Problem('publicity.must-not-be-posted', { programme: input.terms.name })
  if (input.terms.eligibilityRule.trim() !== '') getRule(input.terms.eligibilityRule)
  for (const { when } of input.terms.rateTiers) if (when.trim() !== '') getRule(when)
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const version = await insertDraft(ctx.writer, { id, ...input, enteredBy: ctx.actor.userId, enteredAt: at })
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'programme.enter-terms',
    subject: id,
    details: {
      programmeCode: input.programmeCode,
      year: input.year,
      version,
      rateYuan: input.terms.rateYuan,
    },
  })
  return { termsId: id }
}

/** Four eyes: who entered the terms cannot put them in force. */
export async function activateTerms(ctx: CommandContext, input: { termsId: string }): Promise<{ ok: true }> {
  const stored = await getTerms(ctx.writer, input.termsId)
  if (!inScopeOf(ctx.scope, { programmeCode: stored.programmeCode }))
    throw new Problem('record.not-found', { what: '政策条款' })
  if (stored.status !== 'draft')
    throw new Problem('programme.already-active', { programme: stored.terms.name })
  if (stored.enteredBy === ctx.actor.userId) throw new Problem('permission.same-person')
  if (!(await isOnPolicyList(ctx.writer, stored.programmeCode, stored.year)))
    throw new Problem('programme.not-on-list', { programme: stored.terms.name, year: stored.year })
  const missing = missingForActivation(stored.terms)
  if (missing.length > 0)
    throw new Problem('programme.terms-incomplete', { programme: stored.terms.name, missing })
  const at = ctx.now().toISOString()
  await saveActive(ctx.writer, stored, ctx.actor.userId, at)
  await outdateChecksOf(ctx, stored)
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'programme.activate-terms',
    subject: stored.id,
    details: { programmeCode: stored.programmeCode, year: stored.year, version: stored.version },
  })
  return { ok: true }
}

function toView(stored: StoredTerms, names: ReadonlyMap<string, string>, actor: Actor) {
  const { id, terms, enteredBy, activatedBy, ...rest } = stored
  return {
    ...terms,
    ...rest,
    termsId: id,
    enteredBy: names.get(enteredBy) ?? '',
    activatedBy: activatedBy === null ? null : (names.get(activatedBy) ?? ''),
    mayActivate:
      stored.status === 'draft' &&
      enteredBy !== actor.userId &&
      actor.roles.some((role) => role === 'reviewer' || role === 'approver'),
  }
}
