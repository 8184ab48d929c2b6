import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../crypto/digest.ts'
import { Problem } from '../domain/problem.ts'
import { openPdf, type OpenPdf } from './pdf-pages.ts'
import { isPicture, pictureKind } from './picture-kind.ts'
import { pictureLimits } from './picture-limits.ts'
import type { PictureRequest } from './picture-page.ts'
import type { PictureSource } from './shrink-picture.ts'

/** A file whose pages are asked for one after the other. */
export interface OpenPicture {
  readonly path: string
  readonly fileSha256: string
  /** null where only the decoder knows. */
  readonly pages: number | null
  page(number: number): Promise<PictureSource>
  close(): void
}

/** Reads a file once and says what it is; what is neither picture nor scan is refused by name. */
export async function openPicture({ path, fileName }: PictureRequest): Promise<OpenPicture> {
  const bytes = await readFile(path)
  const kind = pictureKind(bytes)
  if (!isPicture(kind)) throw new Problem('picture.not-a-picture', { fileName, found: kind })
  const file = { path, fileSha256: sha256Hex(bytes) }
  if (kind !== 'pdf') {
    const page = (number: number) => Promise.resolve({ bytes, page: number })
    return { ...file, pages: kind === 'tiff' ? null : 1, page, close: () => undefined }
  }
  const pdf = await openPdf(bytes).catch((thrown: unknown) => refusePdf(thrown, fileName))
  refuseManyPages(pdf.pages, fileName)
  return { ...file, pages: pdf.pages, page: (number) => pdf.draw(number), close: () => pdf.close() }
}

export function refuseManyPages(pages: number, fileName: string): void {
  const limit = pictureLimits.pages
  if (pages > limit) throw new Problem('picture.too-many-pages', { fileName, limit })
}

function refusePdf(thrown: unknown, fileName: string): OpenPdf {
  const isLocked = thrown instanceof Error && thrown.message.startsWith('Password')
  throw isLocked
    ? new Problem('file.is-password-protected', { fileName })
    : new Problem('picture.damaged', { fileName })
}
