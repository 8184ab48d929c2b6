import { randomUUID } from 'node:crypto'
import { BrowserWindow, session } from 'electron'
import { printPolicy } from '../content-security.ts'
import { pageScheme, printOrigin } from './app-address.ts'
import { refusePermissions } from './guards.ts'

const printPartition = 'onecard-print'

/** Documents waiting to be loaded by a hidden window, by address: a data: address would be too short for them. */
const waiting = new Map<string, string>()

export function servePrintDocuments(): void {
  const printing = session.fromPartition(printPartition)
  refusePermissions(printing)
  printing.protocol.handle(pageScheme, (request) => {
    const html = waiting.get(request.url)
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printPolicy }
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers })
  })
}

/** PDF from one self-contained HTML document, in a hidden window without any way out. */
export async function printHtml(html: string): Promise<Uint8Array> {
  const address = `${printOrigin}/${randomUUID()}`
  waiting.set(address, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: printPartition,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  })
  try {
    await window.loadURL(address)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
  } finally {
    waiting.delete(address)
    window.destroy()
  }
}
