import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pageHeaders } from '../content-security.ts'
import { findPageFile } from '../page-files.ts'
import { sendText } from './answers.ts'

/** In one piece: the files are small, and a page that waits for them in pieces is there later. */
export async function sendPage(response: ServerResponse, pages: string, urlPath: string): Promise<void> {
  const file = await findPageFile(pages, urlPath)
  if (file === undefined) return sendText(response, 404, '没有这个页面。')
  const bytes = await readFile(file.path)
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type, 'content-length': bytes.length })
  response.end(bytes)
}
