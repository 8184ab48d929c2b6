import { evidenceFile } from './bag-names.ts'
import { malformed } from './malformed.ts'
import type { OpenedBag } from './examine-package.ts'

/** The bytes a record points at; a record that points at nothing makes the package no package. */
export function bytesOfAttachment({ attachments }: OpenedBag, sha256: string, extension: string): Uint8Array {
  const path = evidenceFile(sha256, extension)
  const found = attachments.find((attachment) => attachment.path === path)
  if (found === undefined) throw malformed('member-missing', path)
  return found.bytes
}
