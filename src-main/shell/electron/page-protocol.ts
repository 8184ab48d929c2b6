import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { everyAnswersHeaders, pageHeaders } from '../content-security.ts'
import { findPageFile } from '../page-files.ts'
import { isOwnPage, pageScheme } from './app-address.ts'

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built pages at our own scheme, so that no page is ever a `file:`. */
export function servePages(session: Session, pages: string): void {
  session.protocol.handle(pageScheme, (request) => answerPage(request.url, pages))
}

async function answerPage(address: string, pages: string): Promise<Response> {
  const file = isOwnPage(address) ? await findPageFile(pages, new URL(address).pathname) : undefined
  if (file === undefined) return new Response('没有这个页面。', { status: 404, headers: everyAnswersHeaders })
  const bytes = new Uint8Array(await readFile(file.path))
  return new Response(bytes, { headers: { ...pageHeaders, 'content-type': file.type } })
}
