import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import type { Contract } from '../../contract/contract.ts'
import type { Host } from '../host.ts'
import type { HostRouter } from '../router.ts'
import type { Holder } from '../session.ts'

/** Every call of the contract as a function. */
export type Client = ContractRouterClient<Contract>

/** Calls without a wire: the command line, the demonstration and tests go through the same dispatch as a page. */
export function inProcessClient(router: HostRouter, host: Host, holder: Holder): Client {
  return createRouterClient(router, { context: { host, holder } }) as unknown as Client
}
