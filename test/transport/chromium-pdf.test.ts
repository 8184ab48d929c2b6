import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { majorVersionOf, startChromium } from '../../src-main/transport/chromium-process.ts'
import { findBrowser } from '../../src-main/transport/find-browser.ts'
import { printInNewPage, printOptions } from '../../src-main/transport/print-in-new-page.ts'
import { pdfPages } from '../documents/pdf-text.ts'

const program = findBrowser() ?? ''
const documentOf = (body: string) => `<!doctype html><meta charset="utf-8"><body>${body}`

describe('the PDF printer', () => {
  it('prints many documents at once and mixes none of them up', async () => {
    const printer = chromiumPdf()
    const words = Array.from({ length: 7 }, (_, index) => `village-${index}`)

    const printed = await Promise.all(words.map((word) => printer.print(documentOf(word))))
    await printer.close()

    expect(printed.map((pdf) => pdfPages(pdf).join('').trim())).toEqual(words)
  })

  it('runs no script and fetches nothing', async () => {
    let asked = 0
    const server = createServer((_, response) => response.end(String((asked += 1)))).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const printer = chromiumPdf()

    const pdf = await printer.print(
      documentOf(
        `still<script>document.body.textContent='changed'</script><img src="${url}"><iframe src="${url}">`,
      ),
    )
    await printer.close()
    server.close()

    expect(pdfPages(pdf).join('')).toContain('still')
    expect(asked).toBe(0)
  })

  it('starts a new browser when the old one has died', async () => {
    const printer = chromiumPdf({ browserPath: rememberingProgram() })
    await printer.print(documentOf('first'))
    process.kill(lastStarted(), 'SIGKILL')

    const second = await printer.print(documentOf('second')).catch(() => printer.print(documentOf('second')))
    await printer.close()

    expect(pdfPages(second).join('')).toContain('second')
  })

  it('takes its browser and its profile away when closed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onecard-profiles-'))
    vi.stubEnv('TMPDIR', folder)
    const printer = chromiumPdf({ browserPath: rememberingProgram() })
    await printer.print(documentOf('first'))
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^onecard-print-/)])

    await printer.close()

    expect(existsSync(`/proc/${lastStarted()}`)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
    vi.unstubAllEnvs()
  })

  it('gives whoever cancels their own reason and goes on printing', async () => {
    const printer = chromiumPdf()
    const cancelled = AbortSignal.abort(new Error('cancelled'))

    await expect(printer.print(documentOf('x'), cancelled)).rejects.toThrow('cancelled')
    await expect(printer.print(documentOf('y'))).resolves.toBeInstanceOf(Uint8Array)
    await printer.close()
  })

  it.each(['/nowhere/chromium', '/bin/true'])(
    'says that there is no PDF when %s is no browser',
    async (path) => {
      const printer = chromiumPdf({ browserPath: path })

      await expect(printer.print(documentOf('x'))).rejects.toMatchObject({ code: 'pdf.unavailable' })
      await printer.close()
    },
  )

  it('says so too when a page takes too long', async () => {
    const printer = chromiumPdf({ printTimeoutMs: 1 })

    await expect(printer.print(documentOf('x'))).rejects.toMatchObject({ code: 'pdf.unavailable' })
    await printer.close()
  })
})

describe('an older browser without margin boxes', () => {
  it('gets the page numbers and the title from the printer instead', async () => {
    const started = await startChromium(program, 30_000)
    const html = '<!doctype html><meta charset="utf-8"><title>notice 2026-014</title><body>text'

    const pdf = await printInNewPage({ ...started, majorVersion: 109 }, html, AbortSignal.timeout(30_000))
    await started.stop()

    expect(pdfPages(pdf)[0]?.replaceAll(' ', '')).toMatch(/notice2026-014.*第1页共1页/)
  })

  it('is told from a newer one by its version', () => {
    expect(majorVersionOf('HeadlessChrome/156.0.8078.79')).toBe(156)
    expect(printOptions(131)).not.toHaveProperty('footerTemplate')
  })
})

const pidFile = join(mkdtempSync(join(tmpdir(), 'onecard-browser-')), 'pid')

/** The real browser, started by a script that writes its own process number down first. */
function rememberingProgram(): string {
  const script = `${pidFile}.sh`
  writeFileSync(script, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${program}' "$@"\n`)
  chmodSync(script, 0o755)
  return script
}

function lastStarted(): number {
  return Number(readFileSync(pidFile, 'utf8'))
}
