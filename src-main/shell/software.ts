import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const manifest = z.object({ description: z.string(), version: z.string() })

export interface Software {
  readonly name: string
  readonly version: string
  /** Tells one build from another of the same version. */
  readonly build: string
}

/** What this program is, from its own files under `root`. */
export function readSoftware(root: string): Software {
  const { description, version } = manifest.parse(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  )
  return { name: description, version, build: buildDigest(root) }
}

/** The entry names its parts by digests of their own, so that its digest stands for the whole core. */
function buildDigest(root: string): string {
  const entry = readFileSync(join(root, 'out/main/core-entry.js'))
  return createHash('sha256').update(entry).digest('hex').slice(0, 12)
}
