import { joinHousehold, linkHouseholder } from '../../usecases/change-household.ts'
import { reveal } from '../../usecases/reveal.ts'
import { showHousehold } from '../../usecases/show-household.ts'
import { searchRegister, showHouseholds, showRegisterSummary } from '../../usecases/show-register.ts'
import type { HandlersOf } from '../handler-types.ts'

export const registerHandlers: HandlersOf<'register'> = {
  summary: (ctx) => showRegisterSummary(ctx),
  households: (ctx, input) => showHouseholds(ctx, input),
  household: (ctx, input) => showHousehold(ctx, input),
  reveal: (ctx, input) => reveal(ctx, input),
  search: (ctx, input) => searchRegister(ctx, input),
  linkHouseholder: (ctx, input) => linkHouseholder(ctx, input),
  joinHousehold: (ctx, input) => joinHousehold(ctx, input),
}
