import type { ProblemCode } from '../domain/problem.ts'
import type { PicturePage } from './picture-page.ts'

/** One answer for one request; the process then waits for the next. */
export type PictureMessage =
  | { readonly kind: 'page'; readonly page: PicturePage }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly facts: object }
  | { readonly kind: 'defect'; readonly stack: string }
