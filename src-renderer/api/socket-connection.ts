import { RPCLink } from '@orpc/client/websocket'
import { setConnectionState } from './connection-state.ts'

type SocketLink = RPCLink<Record<never, never>>

const firstWaitMilliseconds = 300
const longestWaitMilliseconds = 5_000

/** One WebSocket a page; after it closes the next one is tried until it opens. */
export class SocketConnection {
  #link: Promise<SocketLink> | undefined
  #waitMilliseconds = firstWaitMilliseconds

  link(): Promise<SocketLink> {
    this.#link ??= this.#open()
    return this.#link
  }

  async #open(): Promise<SocketLink> {
    for (;;) {
      const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`)
      if (await hasOpened(socket)) return this.#use(socket)
      await new Promise((resolve) => setTimeout(resolve, this.#waitMilliseconds))
      this.#waitMilliseconds = Math.min(this.#waitMilliseconds * 2, longestWaitMilliseconds)
    }
  }

  #use(socket: WebSocket): SocketLink {
    this.#waitMilliseconds = firstWaitMilliseconds
    setConnectionState('open')
    socket.addEventListener('close', () => {
      setConnectionState('lost')
      this.#link = this.#open()
    })
    return new RPCLink({ websocket: socket })
  }
}

function hasOpened(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve(true), { once: true })
    socket.addEventListener('close', () => resolve(false), { once: true })
  })
}
