import type { MessagePort } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import type { Core } from '../compose-core.ts'
import type { Holder } from '../session.ts'

/** Serves one page over its port: a worker thread's, or the one Electron's utility process was given. */
export function serveMessagePort(core: Core, holder: Holder, port: MessagePort): void {
  const { router, context } = core.connect(holder)
  new RPCHandler(router).upgrade(port, { context })
  port.start()
}
