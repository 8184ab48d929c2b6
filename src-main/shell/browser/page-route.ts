import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { pageHeaders } from '../content-security.ts'
import { findPageFile } from '../page-files.ts'
import { sendText } from './answers.ts'

export async function sendPage(response: ServerResponse, pages: string, urlPath: string): Promise<void> {
  const file = await findPageFile(pages, urlPath)
  if (file === undefined) return sendText(response, 404, '没有这个页面。')
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type })
  await pipeline(createReadStream(file.path), response)
}
