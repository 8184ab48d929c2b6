import { accountTail } from '../domain/account-no.ts'
import { creditCodeRule } from '../domain/credit-code.ts'
import type { Day } from '../domain/day.ts'
import { maskIdNumber } from '../domain/id-number.ts'
import { sameName } from '../domain/person-name.ts'
import { listAuthorisations } from '../store/account-queries.ts'
import { listMemberAccounts, listPersonAccounts } from '../store/household-queries.ts'
import { readVersionsOf } from '../store/value-changes.ts'
import { listUserNames } from '../store/users-queries.ts'
import { accountWarnings } from '../wording/account-warnings.ts'
import type { QueryContext } from './context.ts'
import { sourceOf } from './source-of.ts'

/** 收款账户 of a household's people, with who may draw from them and what has to be looked into. */
export async function showAccounts(ctx: QueryContext, householdId: string) {
  return viewsOf(ctx, await listMemberAccounts(ctx.reader, householdId))
}

/** The same of one person, who may have no household. */
export async function showAccountsOf(ctx: QueryContext, personId: string) {
  return viewsOf(ctx, await listPersonAccounts(ctx.reader, personId))
}

async function viewsOf(ctx: QueryContext, accounts: Awaited<ReturnType<typeof listPersonAccounts>>) {
  const ids = accounts.map(({ id }) => id)
  const authorisations = Map.groupBy(await listAuthorisations(ctx.reader, ids), ({ accountId }) => accountId)
  const versions = await readVersionsOf(ctx.reader, 'account', accounts)
  const names = await listUserNames(ctx.reader)
  return accounts.map((account) => {
    const views = (authorisations.get(account.id) ?? []).map((one) => toView(one, ctx.today()))
    return {
      accountId: account.id,
      personId: account.personId,
      ownerName: account.ownerName,
      ownerStatus: account.ownerStatus,
      holderName: account.holderName,
      holderKind: account.holderKind,
      holderIdMasked: account.holderIdNumber === '' ? '' : maskIdNumber(account.holderIdNumber),
      creditCode: account.creditCode,
      accountMasked: `…${accountTail(account.accountNo)}`,
      kind: account.kind,
      bankName: account.bankName,
      custody: account.custody,
      status: account.status,
      confirmation: account.confirmation,
      confirmedBy: account.confirmedBy === null ? null : (names.get(account.confirmedBy) ?? ''),
      enteredBy: names.get(account.enteredBy) ?? '',
      onTheWay: account.onTheWay,
      authorisations: views,
      warnings: accountWarnings({
        ...account,
        isOwners: sameName(account.holderName, account.ownerName),
        creditCodeRule: account.creditCode === '' ? undefined : creditCodeRule(account.creditCode),
        hasGuardian: views.some(({ kind, isInForce }) => kind === 'guardian' && isInForce),
      }),
      fieldVersions: versions.get(account.id) ?? {},
      source: sourceOf(account),
    }
  })
}

type Authorisation = Awaited<ReturnType<typeof listAuthorisations>>[number]

function toView(authorisation: Authorisation, today: Day) {
  const { id, kind, name, idNumber, relation, validTo, evidenceId, endedOn } = authorisation
  const isInForce = endedOn === null && validTo >= today
  const idMasked = maskIdNumber(idNumber)
  return { authorisationId: id, kind, name, idMasked, relation, validTo, evidenceId, endedOn, isInForce }
}
