import type { IncomingMessage } from 'node:http'
import type { LaunchGate } from './launch-gate.ts'

export type Refusal = 'foreign-host' | 'foreign-page' | 'no-cookie'

/** The names this host answers to; any other name in a request is somebody's DNS pointed at us. */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`]
}

/** Refuses other names, and other pages of this machine: to a browser every port of 127.0.0.1 is the same site. */
export function foreignRefusal(request: IncomingMessage, port: number): Refusal | undefined {
  const host = request.headers.host ?? ''
  if (!ownHosts(port).includes(host)) return 'foreign-host'
  const site = request.headers['sec-fetch-site'] ?? 'none'
  const opensPage = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET'
  if (site !== 'none' && site !== 'same-origin' && !opensPage) return 'foreign-page'
  const origin = request.headers.origin
  if (origin !== undefined && origin !== `http://${host}`) return 'foreign-page'
  return undefined
}

/** For what changes something or opens a channel: the browser must say that our own page asks. */
export function changingRefusal(request: IncomingMessage, port: number): Refusal | undefined {
  const foreign = foreignRefusal(request, port)
  if (foreign !== undefined) return foreign
  return request.headers.origin === undefined ? 'foreign-page' : undefined
}

/** The holder of a request that nothing is wrong with, or why it is refused. */
export function holderOrRefusal(
  request: IncomingMessage,
  gate: LaunchGate,
  refusal: Refusal | undefined,
): { readonly holder: string } | { readonly refusal: Refusal } {
  if (refusal !== undefined) return { refusal }
  const holder = gate.holderOf(request.headers.cookie)
  return holder === undefined ? { refusal: 'no-cookie' } : { holder }
}
