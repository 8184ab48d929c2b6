import type { Day } from '../domain/day.ts'
import { parseIdNumber } from '../domain/id-number.ts'
import { parsePersonName } from '../domain/person-name.ts'
import { Problem } from '../domain/problem.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { endAuthorisations, insertAuthorisation } from '../store/account-queries.ts'
import { getAccount } from '../store/person-queries.ts'
import { type NewAccountInput, addAccount } from './change-account.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext } from './context.ts'
import { type AttachContext, bindEvidence } from './evidence.ts'
import { type Evidence, keepEvidence, readEvidence } from './keep-evidence.ts'
import { trace } from './trace.ts'

export interface Authorisation {
  readonly kind: 'guardian' | 'agent'
  readonly name: string
  readonly idNumber: string
  readonly relation: string
  /** 到期日 — after it nobody draws on it without a new one. */
  readonly validTo: Day
  /** The scanned proof. */
  readonly fileToken: string
}

/** 登记授权 — a guardian or an agent who draws from an account, with the proof and the day it runs out; ends the one before. */
export async function authoriseAccount(
  ctx: AttachContext,
  { accountId, ...authorisation }: Authorisation & { readonly accountId: string },
): Promise<{ authorisationId: string }> {
  const person = parseAuthorised(ctx, authorisation, '')
  await getAccount(ctx.reader, ctx.scope, accountId)
  const proof = await readEvidence(ctx, authorisation.fileToken)
  return ctx.inTransaction((command) =>
    rechecked(
      command,
      () => ({ accountIds: [accountId] }),
      () => keep(command, accountId, { ...authorisation, ...person }, proof),
    ),
  )
}

/** 登记账户 with, for a guardian's, the authorisation it rests on: one without the other is refused. */
export async function openAccount(
  ctx: AttachContext,
  { authorisation, ...input }: NewAccountInput & { readonly authorisation: Authorisation | null },
): Promise<{ accountId: string }> {
  if (input.values.holderKind === 'guardian' && authorisation?.kind !== 'guardian')
    throw new Problem('input.invalid', { fields: [{ path: 'authorisation', rule: 'required' }] })
  if (authorisation === null)
    return ctx.inTransaction((command) => rechecked(command, paysNobodyYet, () => addAccount(command, input)))
  const person = parseAuthorised(ctx, authorisation, 'authorisation.')
  const proof = await readEvidence(ctx, authorisation.fileToken)
  return ctx.inTransaction((command) =>
    rechecked(command, paysNobodyYet, async () => {
      const isGuardian = input.values.holderKind === 'guardian'
      const holder = isGuardian ? { holderName: person.name, holderIdNumber: person.idNumber } : {}
      const added = await addAccount(command, { ...input, values: { ...input.values, ...holder } })
      await keep(command, added.accountId, { ...authorisation, ...person }, proof)
      return added
    }),
  )
}

/** A new account stands in no record before one is changed to it. */
const paysNobodyYet = () => ({})

function parseAuthorised(
  ctx: AttachContext,
  { name, idNumber, validTo }: Authorisation,
  under: string,
): { name: string; idNumber: string } {
  const [parsedName, parsedId] = [parsePersonName(name), parseIdNumber(idNumber)]
  const broken = [
    ...(parsedName.ok ? [] : [{ path: `${under}name`, rule: parsedName.rule }]),
    ...(parsedId.ok ? [] : [{ path: `${under}idNumber`, rule: parsedId.rule }]),
    ...(validTo < ctx.today() ? [{ path: `${under}validTo`, rule: 'is-past' }] : []),
  ]
  if (!parsedName.ok || !parsedId.ok || broken.length > 0)
    throw new Problem('input.invalid', { fields: broken })
  return { name: parsedName.name, idNumber: parsedId.idNumber }
}

async function keep(
  ctx: CommandContext,
  accountId: string,
  { kind, name, idNumber, relation, validTo }: Authorisation,
  proof: Evidence,
): Promise<{ authorisationId: string }> {
  const { evidenceId } = await bindEvidence(ctx, {
    subject: { kind: 'account', id: accountId },
    kind: 'authorisation',
    title: '',
    programmeCode: null,
    day: { source: 'imported' },
    fileSha256: await keepEvidence(ctx, proof, 'evidence'),
  })
  const authorisationId = ctx.newId()
  await endAuthorisations(ctx.writer, accountId, kind, ctx.today())
  const registered = { registeredBy: ctx.actor.userId, registeredAt: ctx.now().toISOString(), endedOn: null }
  const named = { kind, name, idNumber, relation, validTo, evidenceId }
  await insertAuthorisation(ctx.writer, { id: authorisationId, accountId, ...named, ...registered })
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.authorise-account', accountId, { authorisationId, kind, validTo })
  return { authorisationId }
}
