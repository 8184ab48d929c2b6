import type { Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { Period } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { listVillages } from '../store/division-queries.ts'
import { sumSurveyed } from '../store/survey-coverage-queries.ts'
import { insertVerification, listVerifications } from '../store/verification-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { type Evidence, type EvidenceContext, keepEvidence, readEvidence } from './keep-evidence.ts'

/** 核实情况说明 by village: who has one, from which day. */
export async function showVerifications(ctx: QueryContext, period: Period) {
  const stated = await listVerifications(ctx.reader, period)
  const surveyed = await sumSurveyed(ctx.reader, period)
  const villages = await listVillages(ctx.reader)
  return villages
    .filter((village) => inScopeOf(ctx.scope, { villageCode: village.code }))
    .map((village) => {
      const one = stated.get(village.code)
      return {
        villageCode: village.code,
        villageName: villageTitle(village.name),
        statedOn: one?.statedOn ?? null,
        statement: one?.statement ?? '',
        recordedBy: one?.recordedByName ?? null,
        hasFile: one?.fileSha256 != null,
        survey: surveyed.get(village.code) ?? null,
      }
    })
}

interface Statement extends Period {
  readonly villageCode: string
  readonly statedOn: Day
  readonly statement: string
  readonly fileToken: string | null
}

interface RecordingContext extends EvidenceContext, QueryContext {
  inTransaction<T>(work: (ctx: CommandContext) => Promise<T>): Promise<T>
}

/** Records a village's dated statement; publicity does not open without one (field-notes 16). */
export async function recordVerification(
  ctx: RecordingContext,
  { fileToken, ...statement }: Statement,
): Promise<{ verificationId: string }> {
  refuseStatement(ctx, statement)
  const file = fileToken === null ? null : await readEvidence(ctx, fileToken)
  return ctx.inTransaction((command) => insertStatement(command, statement, file))
}

function refuseStatement(ctx: QueryContext, input: Omit<Statement, 'fileToken'>): void {
  if (!inScopeOf(ctx.scope, input)) throw new Problem('permission.denied', { needs: 'village' })
  if (input.statedOn > ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'statedOn', rule: 'not-in-future' }] })
}

async function insertStatement(
  ctx: CommandContext,
  input: Omit<Statement, 'fileToken'>,
  file: Evidence | null,
): Promise<{ verificationId: string }> {
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const fileSha256 = file === null ? null : await keepEvidence(ctx, file, 'verification-statement')
  await insertVerification(ctx.writer, {
    id,
    ...input,
    fileSha256,
    recordedBy: ctx.actor.userId,
    recordedAt: at,
  })
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'verification.record',
    subject: id,
    details: {
      programmeCode: input.programmeCode,
      year: input.year,
      villageCode: input.villageCode,
      statedOn: input.statedOn,
    },
  })
  return { verificationId: id }
}
