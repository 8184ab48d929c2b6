import { readFile } from 'node:fs/promises'
import type { Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { Period } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { listVillages } from '../store/division-queries.ts'
import { insertVerification, listVerifications } from '../store/verification-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { scanKindOf } from './paper-sign-off.ts'

/** 核实情况说明 by village: who has one, from which day. */
export async function showVerifications(ctx: QueryContext, period: Period) {
  const stated = await listVerifications(ctx.reader, period)
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
      }
    })
}

interface Statement extends Period {
  readonly villageCode: string
  readonly statedOn: Day
  readonly statement: string
  readonly fileToken: string | null
}

/** Records a village's dated statement; publicity does not open without one (field-notes 16). */
export async function recordVerification(
  ctx: CommandContext,
  input: Statement,
): Promise<{ verificationId: string }> {
  if (!inScopeOf(ctx.scope, input)) throw new Problem('permission.denied', { needs: 'village' })
  if (input.statedOn > ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'statedOn', rule: 'not-in-future' }] })
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const { fileToken, ...statement } = input
  const fileSha256 = fileToken === null ? null : await keepFile(ctx, fileToken, 'verification-statement')
  await insertVerification(ctx.writer, {
    id,
    ...statement,
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

/** Puts a photo or scan into the vault and answers its digest; what is no picture proves nothing. */
export async function keepFile(ctx: CommandContext, token: string, kind: string): Promise<string> {
  const file = await ctx.files.take(token)
  const bytes = await readFile(file.path)
  const extension = scanKindOf(bytes)
  if (extension === undefined)
    throw new Problem('file.wrong-kind', { fileName: file.name, expected: 'JPG、PNG 照片或 PDF 扫描件' })
  return ctx.vault.add(
    bytes,
    { extension, kind, by: ctx.actor.userId, at: ctx.now().toISOString() },
    ctx.writer,
  )
}
