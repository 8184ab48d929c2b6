import { Problem } from '../domain/problem.ts'

/** Why a package is not one, each as a word the sentences know. */
export type Malformation =
  | 'too-large'
  | 'too-many-members'
  | 'not-a-package'
  | 'zip-not-canonical'
  | 'member-compressed'
  | 'member-name'
  | 'member-repeated'
  | 'member-unexpected'
  | 'member-missing'
  | 'member-order'
  | 'tag-file'
  | 'header'
  | 'record'
  | 'record-order'
  | 'record-outside-batch'
  | 'counts'
  | 'kind-not-readable'

/** `detail` is a member, field or record id: never what stands in it. */
export function malformed(why: Malformation, detail = ''): Problem<'package.malformed'> {
  return new Problem('package.malformed', { why: detail === '' ? why : `${why}: ${detail}` })
}
