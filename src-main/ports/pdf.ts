/** Turns one self-contained HTML document into a PDF. Refuses with `pdf.unavailable` when it cannot. */
export interface PdfPrinter {
  print(html: string, signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}
