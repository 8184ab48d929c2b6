import type { ClientLink } from '@orpc/client'
import { setConnectionState } from './connection-state.ts'
import { isInShell, openShellLink } from './shell-connection.ts'
import { SocketConnection } from './socket-connection.ts'

type Link = ClientLink<Record<never, never>>

function connectToShell(): () => Promise<Link> {
  const link = openShellLink().then((opened) => {
    setConnectionState('open')
    return opened
  })
  return () => link
}

function connectToHost(): () => Promise<Link> {
  const connection = new SocketConnection()
  return () => connection.link()
}

/** The way of every call, whichever of the two shells carries it. */
export function openConnection(): Link {
  const current = isInShell() ? connectToShell() : connectToHost()
  return { call: async (path, input, options) => (await current()).call(path, input, options) }
}
