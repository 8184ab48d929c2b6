import type { IncomingMessage, ServerResponse } from 'node:http'
import { everyAnswersHeaders } from '../content-security.ts'
import { sendJson, sendRefusal, sendText } from './answers.ts'
import type { HostParts } from './browser-host.ts'
import { receiveUpload, sendDownload } from './file-routes.ts'
import { sameSecret } from './launch-gate.ts'
import { sendPage } from './page-route.ts'
import { changingRefusal, foreignRefusal, holderOrRefusal } from './request-guard.ts'

/** Every HTTP request, by what it asks for; calls do not come this way but over the WebSocket. */
export async function routeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HostParts,
): Promise<void> {
  const url = URL.parse(`http://127.0.0.1${request.url}`)
  if (url === null) return sendText(response, 404, '没有这个地址。')
  if (request.method === 'GET') return answerGet(request, response, parts, url)
  if (request.method !== 'POST') return sendText(response, 405, '不支持这种请求。')
  if (url.pathname === '/launch') return launchAgain(request, response, parts)
  const asked = holderOrRefusal(request, parts.gate, changingRefusal(request, parts.port))
  if ('refusal' in asked) return sendRefusal(response, asked.refusal)
  if (url.pathname !== '/files') return sendText(response, 404, '没有这个地址。')
  await receiveUpload(request, response, parts.desk, url.searchParams.get('name') ?? '')
}

async function answerGet(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HostParts,
  url: URL,
): Promise<void> {
  const foreign = foreignRefusal(request, parts.port)
  const launch = url.searchParams.get('launch')
  if (foreign === undefined && launch !== null && letIn(response, parts, launch)) return
  const asked = holderOrRefusal(request, parts.gate, foreign)
  if ('refusal' in asked) return sendRefusal(response, asked.refusal)
  if (launch !== null) return toCleanAddress(response)
  const token = /^\/files\/([\w-]+)$/.exec(url.pathname)?.[1]
  if (token !== undefined) return sendDownload(response, parts.desk, token)
  await sendPage(response, parts.pages, url.pathname)
}

/** The token leaves the address bar, and with it the history, at once. */
function letIn(response: ServerResponse, parts: HostParts, token: string): boolean {
  const cookie = parts.gate.admit(token)
  if (cookie === undefined) return false
  response.setHeader('set-cookie', cookie)
  toCleanAddress(response)
  return true
}

function toCleanAddress(response: ServerResponse): void {
  response.writeHead(303, { ...everyAnswersHeaders, location: '/' })
  response.end()
}

/** The launcher, started a second time, asks the host that is already running for another address. */
function launchAgain(request: IncomingMessage, response: ServerResponse, parts: HostParts): void {
  const foreign = foreignRefusal(request, parts.port)
  const brought = (request.headers.authorization ?? '').replace(/^Bearer /, '')
  if (foreign !== undefined || !sameSecret(brought, parts.launchSecret)) {
    return sendRefusal(response, foreign ?? 'foreign-page')
  }
  sendJson(response, 200, { address: parts.newAddress() })
}
