import { Problem } from '../domain/problem.ts'
import type { PdfPrinter } from '../ports/pdf.ts'
import { startChromium, type ChromiumProcess } from './chromium-process.ts'
import { findBrowser } from './find-browser.ts'
import { printInNewPage } from './print-in-new-page.ts'
import { waitingLine } from './waiting-line.ts'

export interface ChromiumPdfOptions {
  readonly browserPath?: string | undefined
  readonly pagesAtOnce?: number
  readonly startTimeoutMs?: number
  readonly printTimeoutMs?: number
}

/** PDF by the machine's own Chromium-family browser: one process for many documents, started at the first. */
export function chromiumPdf(options: ChromiumPdfOptions = {}): PdfPrinter {
  const { pagesAtOnce = 2, startTimeoutMs = 30_000, printTimeoutMs = 120_000 } = options
  const inLine = waitingLine(pagesAtOnce)
  let starting: Promise<ChromiumProcess> | undefined

  async function browser(): Promise<ChromiumProcess> {
    const asked = (starting ??= start())
    const known = await asked.catch(() => undefined)
    if (known?.pipe.isOpen) return known
    if (starting === asked) starting = undefined
    await known?.stop()
    return known === undefined ? asked : browser()
  }

  async function start(): Promise<ChromiumProcess> {
    const browserPath = options.browserPath ?? findBrowser()
    if (browserPath === undefined) throw new Problem('pdf.unavailable')
    return startChromium(browserPath, startTimeoutMs)
  }

  async function print(html: string, signal?: AbortSignal): Promise<Uint8Array> {
    return inLine(async () => {
      const process = await browser()
      const late = AbortSignal.timeout(printTimeoutMs)
      return printInNewPage(process, html, signal ? AbortSignal.any([late, signal]) : late)
    }, signal)
  }

  return {
    print: (html, signal) => print(html, signal).catch((reason: unknown) => refuse(reason, signal)),
    close: async () => {
      const stopping = starting
      starting = undefined
      await stopping?.then((process) => process.stop()).catch(() => undefined)
    },
  }
}

/** Whoever cancels gets their own reason back; everything else means there is no PDF now, whatever the cause. */
function refuse(reason: unknown, signal: AbortSignal | undefined): never {
  if (signal?.aborted) throw signal.reason
  if (reason instanceof Problem) throw reason
  throw Object.assign(new Problem('pdf.unavailable'), { cause: reason })
}
