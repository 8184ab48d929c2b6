import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import { WebSocketServer } from 'ws'
import { sendText } from './answers.ts'
import { type FileDesk } from './file-routes.ts'
import { createLaunchGate, secret, type LaunchGate } from './launch-gate.ts'
import { changingRefusal, holderOrRefusal } from './request-guard.ts'
import { routeRequest } from './route-request.ts'
import { bridgeSocket } from './socket-bridge.ts'

const frameLimitBytes = 8 * 1024 * 1024

export interface BrowserHostOptions {
  /** The built pages. */
  readonly pages: string
  /** 0 takes a free one. */
  readonly port: number
  readonly desk: FileDesk
  openPage(holder: string): Promise<MessagePort>
}

/** 浏览器宿主 — the pages and the core at http://127.0.0.1, for one machine and nobody else. */
export interface BrowserHost {
  readonly port: number
  /** Whoever knows it may ask for another address; it stays on this machine. */
  readonly launchSecret: string
  /** An address that lets one browser in, once. */
  newAddress(): string
  close(): Promise<void>
}

/** What a request is answered with. */
export interface HostParts extends BrowserHostOptions {
  readonly gate: LaunchGate
  readonly launchSecret: string
  newAddress(): string
}

export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const gate = createLaunchGate()
  const server = createServer()
  const port = await listen(server, options.port)
  const newAddress = () => `http://127.0.0.1:${port}/?launch=${gate.newToken()}`
  const parts: HostParts = { ...options, port, gate, launchSecret: secret(), newAddress }
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameLimitBytes,
    perMessageDeflate: false,
  })
  server.on('request', (request, response) => void answer(request, response, parts))
  server.on('upgrade', (request, socket, head) => upgrade(request, socket, head, sockets, parts))
  return { port, launchSecret: parts.launchSecret, newAddress, close: () => close(server, sockets) }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: HostParts): Promise<void> {
  try {
    await routeRequest(request, response, parts)
  } catch {
    if (response.headersSent) response.destroy()
    else sendText(response, 500, '出现意外错误，请重试；仍不行请联系维护人员。')
  }
}

function upgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  sockets: WebSocketServer,
  parts: HostParts,
): void {
  const asked = holderOrRefusal(request, parts.gate, changingRefusal(request, parts.port))
  if ('refusal' in asked) return refuseUpgrade(socket, asked.refusal === 'no-cookie' ? 401 : 403)
  if (request.url !== '/rpc') return refuseUpgrade(socket, 404)
  sockets.handleUpgrade(request, socket, head, (page) => {
    bridgeSocket(page, () => parts.openPage(asked.holder)).catch(() => page.terminate())
  })
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const page of sockets.clients) page.terminate()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
