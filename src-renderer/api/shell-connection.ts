import { RPCLink } from '@orpc/client/message-port'

declare global {
  interface Window {
    /** The one function the desktop shell gives the page. */
    readonly onecardShell?: { connect(): void }
  }
}

export const isInShell = (): boolean => window.onecardShell !== undefined

/** Asks the shell for a port to the core; the preload posts it, because a port cannot cross its bridge. */
export function openShellLink(): Promise<RPCLink<Record<never, never>>> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent): void => {
      if (event.source !== window || event.data !== 'onecard-port') return
      const port = event.ports[0]
      if (port === undefined) return
      window.removeEventListener('message', onMessage)
      port.start()
      resolve(new RPCLink({ port }))
    }
    window.addEventListener('message', onMessage)
    window.onecardShell?.connect()
  })
}
