import type { BagFile } from './bag-file.ts'

/** As `sha256sum` writes and checks it. */
export function manifestOf(files: readonly BagFile[]): string {
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join('')
}

/** Path → digest; undefined when a line is not written the one way or a path stands twice. */
export function parseManifest(text: string): ReadonlyMap<string, string> | undefined {
  const listed = new Map<string, string>()
  const lines = text.split('\n')
  if (lines.pop() !== '') return undefined
  for (const line of lines) {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}([!-~]+)$/.exec(line) ?? []
    if (sha256 === undefined || path === undefined || listed.has(path)) return undefined
    listed.set(path, sha256)
  }
  return listed
}
