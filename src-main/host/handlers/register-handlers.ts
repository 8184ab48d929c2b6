import { authoriseAccount, openAccount } from '../../usecases/authorise-account.ts'
import { confirmAccount } from '../../usecases/confirm-account.ts'
import {
  editAccount,
  editAccountStatus,
  editHousehold,
  editPerson,
  exchangeCard,
} from '../../usecases/edit-register.ts'
import { joinHousehold, linkAndCheck } from '../../usecases/link-householder.ts'
import { reveal } from '../../usecases/reveal.ts'
import { showHistory } from '../../usecases/show-history.ts'
import { showHousehold } from '../../usecases/show-household.ts'
import { searchRegister, showHouseholds, showRegisterSummary } from '../../usecases/show-register.ts'
import type { HandlersOf } from '../handler-types.ts'

export const registerHandlers: HandlersOf<'register'> = {
  summary: (ctx) => showRegisterSummary(ctx),
  households: (ctx, input) => showHouseholds(ctx, input),
  household: (ctx, input) => showHousehold(ctx, input),
  history: (ctx, input) => showHistory(ctx, input),
  reveal: (ctx, input) => reveal(ctx, input),
  search: (ctx, input) => searchRegister(ctx, input),
  linkHouseholder: (ctx, input) => linkAndCheck(ctx, input),
  joinHousehold: (ctx, input) => joinHousehold(ctx, input),
  changePerson: (ctx, { reason, ...input }) => editPerson(ctx, { ...input, why: { reason } }),
  changeHousehold: (ctx, { reason, ...input }) => editHousehold(ctx, { ...input, why: { reason } }),
  addAccount: (ctx, { reason, ...input }) => openAccount(ctx, { ...input, why: { reason } }),
  authoriseAccount: (ctx, input) => authoriseAccount(ctx, input),
  replaceAccount: (ctx, { reason, ...input }) => exchangeCard(ctx, { ...input, why: { reason } }),
  confirmAccount: (ctx, input) => confirmAccount(ctx, input),
  changeAccount: (ctx, { reason, ...input }) => editAccount(ctx, { ...input, why: { reason } }),
  setAccountStatus: (ctx, { reason, ...input }) => editAccountStatus(ctx, { ...input, why: { reason } }),
}
