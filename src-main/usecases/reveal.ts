import { recordAudit } from '../store/audit.ts'
import { getAccount, getPerson } from '../store/person-queries.ts'
import type { CommandContext } from './context.ts'

interface Reveal {
  readonly subject: 'id-number' | 'account-no' | 'phone'
  readonly subjectId: string
  readonly reason: string
}

/** 查看全号 — one full number for a stated reason; who looked, at what and why stays in the chain. */
export async function reveal(ctx: CommandContext, input: Reveal): Promise<{ value: string }> {
  const value = await read(ctx, input)
  await recordAudit(ctx.writer, {
    at: ctx.now().toISOString(),
    actor: ctx.actor.userId,
    action: 'register.reveal',
    subject: input.subjectId,
    details: { subject: input.subject, reason: input.reason },
  })
  return { value }
}

async function read(ctx: CommandContext, { subject, subjectId }: Reveal): Promise<string> {
  if (subject === 'account-no') return (await getAccount(ctx.writer, ctx.scope, subjectId)).accountNo
  const person = await getPerson(ctx.writer, ctx.scope, subjectId)
  return subject === 'phone' ? person.phone : person.idNumber
}
