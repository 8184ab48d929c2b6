import { RPCHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import type { Core } from '../compose-core.ts'
import type { Holder } from '../session.ts'

/** Serves one page over its socket; who may open one is the browser host's business. */
export function serveWebSocket(core: Core, holder: Holder, socket: WebSocket): void {
  const { router, context } = core.connect(holder)
  void new RPCHandler(router).upgrade(socket, { context })
}
