import { Problem } from '../domain/problem.ts'
import type { PdfPrinter } from '../ports/pdf.ts'

/** A sheet that must leave now: where no PDF can be made, the page itself does. */
export async function printOrHtml(
  pdf: PdfPrinter,
  html: string,
  signal?: AbortSignal,
): Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }> {
  try {
    return { bytes: await pdf.print(html, signal), extension: 'pdf' }
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== 'pdf.unavailable') throw thrown
    return { bytes: new TextEncoder().encode(html), extension: 'html' }
  }
}
