import { Problem } from '../domain/problem.ts'
import { findCodes } from './find-codes.ts'
import { openPicture, refuseManyPages, type OpenPicture } from './open-picture.ts'
import { pictureLimits } from './picture-limits.ts'
import type { PictureMessage } from './picture-message.ts'
import type { PicturePage, PictureRequest } from './picture-page.ts'
import { shrinkPicture } from './shrink-picture.ts'

let current: OpenPicture | undefined

/** Answers one page a request, for as long as the process that started this one keeps asking. */
process.on('message', (request: PictureRequest) => {
  void read(request)
    .then((page): PictureMessage => ({ kind: 'page', page }))
    .catch(asMessage)
    .then((message) => process.send?.(message))
})
process.once('disconnect', () => process.exit())

async function read(request: PictureRequest): Promise<PicturePage> {
  const { fileSha256, pages, page } = await opened(request)
  const { source, small } = await decoded(page, request)
  refuseManyPages(small.pages, request.fileName)
  return { ...small, pages: pages ?? small.pages, codes: await findCodes(source), fileSha256 }
}

/** Whatever a decoder says about bytes it was given is about the bytes. */
async function decoded(open: OpenPicture['page'], { page, keepPlace, fileName }: PictureRequest) {
  try {
    const source = await open(page)
    return { source, small: await shrinkPicture(source, keepPlace) }
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : ''
    throw /pixel limit|too large/i.test(said)
      ? new Problem('picture.too-large', { fileName, limit: pictureLimits.megapixels })
      : new Problem('picture.damaged', { fileName })
  }
}

/** The file stays open while its pages are asked for in turn. */
async function opened(request: PictureRequest): Promise<OpenPicture> {
  if (current?.path === request.path && request.page > 0) return current
  current?.close()
  current = undefined
  return (current = await openPicture(request))
}

function asMessage(thrown: unknown): PictureMessage {
  if (thrown instanceof Problem) return { kind: 'problem', code: thrown.code, facts: thrown.facts }
  return {
    kind: 'defect',
    stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
  }
}
