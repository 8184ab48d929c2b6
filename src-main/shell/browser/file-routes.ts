import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../../domain/problem.ts'
import type { FileRef, HandedFile } from '../../ports/files.ts'
import { everyAnswersHeaders } from '../content-security.ts'
import { sendJson, sendProblem } from './answers.ts'

const uploadLimitMb = 60
const uploadLimitBytes = uploadLimitMb * 1024 * 1024
const nameLimit = 200

/** The core's side of a file going up or down. */
export interface FileDesk {
  /** Where files wait for the core: on the data folder's own disk, never in a shared temporary folder. */
  readonly exchangeFolder: string
  receive(path: string, name: string): Promise<FileRef>
  hand(token: string): Promise<HandedFile>
}

/** `POST /files?name=…` — the body goes to disk as it comes and becomes a token. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  desk: FileDesk,
  askedName: string,
): Promise<void> {
  const name = plainName(askedName)
  const path = join(desk.exchangeFolder, `${randomUUID()}.upload`)
  try {
    await mkdir(desk.exchangeFolder, { recursive: true })
    refuseTooLarge(Number(request.headers['content-length'] ?? 0), name)
    await pipeline(
      request,
      (body) => limited(body, name),
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    )
    sendJson(response, 200, await desk.receive(path, name))
  } catch (thrown) {
    await rm(path, { force: true })
    if (!(thrown instanceof Problem)) throw thrown
    response.setHeader('connection', 'close')
    sendProblem(response, thrown.code === 'file.too-large' ? 413 : 409, thrown)
  }
}

/** `GET /files/<token>` — sends the file once, always as something to save. */
export async function sendDownload(response: ServerResponse, desk: FileDesk, token: string): Promise<void> {
  try {
    const file = await desk.hand(token)
    response.writeHead(200, { ...everyAnswersHeaders, ...downloadHeaders(file) })
    await pipeline(createReadStream(file.path), response)
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    sendProblem(response, 404, thrown)
  }
}

function downloadHeaders(file: HandedFile): Record<string, string | number> {
  return {
    'content-type': 'application/octet-stream',
    'content-length': file.size,
    'content-disposition': `attachment; filename*=UTF-8''${rfc5987(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  }
}

async function* limited(body: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    refuseTooLarge(bytes, name)
    yield chunk
  }
}

function refuseTooLarge(bytes: number, fileName: string): void {
  if (bytes > uploadLimitBytes)
    throw new Problem('file.too-large', { fileName, limit: uploadLimitMb, unit: 'MB' })
}

/** A name for people to read; it never becomes a path, and a page cannot put one into it. */
function plainName(asked: string): string {
  const name = basename(asked.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '')
  return name.slice(-nameLimit) || '未命名'
}

function rfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
