import { readPolicyList } from '../../usecases/read-policy-list.ts'
import type { RunnersOf } from '../handler-types.ts'

export const policyRunners: RunnersOf<'policy'> = {
  'policy.read': readPolicyList,
}
