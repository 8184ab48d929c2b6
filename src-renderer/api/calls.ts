import { createORPCClient } from '@orpc/client'
import type {
  ContractRouterClient,
  InferContractRouterInputs,
  InferContractRouterOutputs,
} from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../src-main/contract/contract.ts'
import { openConnection } from './connection.ts'

/** Every call of the contract as a plain function. */
export const client: ContractRouterClient<Contract> = createORPCClient(openConnection())

/** The same calls as options for `useQuery` and `useMutation`. */
export const calls = createTanstackQueryUtils(client)

export type Inputs = InferContractRouterInputs<Contract>
export type Outputs = InferContractRouterOutputs<Contract>
