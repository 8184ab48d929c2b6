import { accountMisfit } from '../domain/account-fit.ts'
import { Problem } from '../domain/problem.ts'
import type { ProgrammeTerms } from '../domain/programme-terms.ts'
import { listAuthorisations } from '../store/account-queries.ts'
import { getAccount } from '../store/person-queries.ts'
import type { CommandContext } from './context.ts'

/** Refuses an account that may not be paid to for this person under these terms, and says why. */
export async function refuseMisfit(
  ctx: CommandContext,
  accountId: string,
  payee: { readonly id: string; readonly name: string },
  terms: ProgrammeTerms,
): Promise<void> {
  const account = await getAccount(ctx.writer, ctx.scope, accountId)
  const authorisations = await listAuthorisations(ctx.writer, [account.id])
  const guardian = authorisations.find(({ kind, endedOn }) => kind === 'guardian' && endedOn === null)
  const fitting = { ...account, guardianUntil: guardian?.validTo ?? null }
  const why = accountMisfit(fitting, payee, terms, ctx.today())
  if (why !== undefined) throw new Problem('account.misfit', { why, name: payee.name, programme: terms.name })
}
