import { dropPolicyLine, savePolicyLineByHand } from '../../usecases/change-policy-list.ts'
import { putPolicyListInForce, withdrawPolicyList } from '../../usecases/decide-policy-list.ts'
import { showPolicyList } from '../../usecases/show-policy-list.ts'
import type { HandlersOf } from '../handler-types.ts'

export const policyHandlers: HandlersOf<'policy'> = {
  show: (ctx, input) => showPolicyList(ctx, input),
  saveLine: (ctx, input) => savePolicyLineByHand(ctx, input),
  dropLine: (ctx, input) => dropPolicyLine(ctx, input),
  putInForce: (ctx, input) => putPolicyListInForce(ctx, input),
  withdraw: (ctx, input) => withdrawPolicyList(ctx, input),
}
