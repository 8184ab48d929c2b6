import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Shorter patterns would be met by chance in some megabytes of noise. */
const shortestBytes = 6

/**
 * Looks for texts in bytes as UTF-8 and as UTF-16 of both orders, all at once: a window of six bytes is one look
 * into a map, by the end of the text, since ID numbers of a county all begin alike. Two characters in UTF-16 are four bytes, which noise meets by chance: those are sought as UTF-8 only.
 */
export function secretFinder(texts: Iterable<string>): (bytes: Buffer) => string[] {
  const byEnd = new Map<number, { text: string; pattern: Buffer }[]>()
  for (const text of new Set(texts)) {
    for (const pattern of writings(text)) {
      if (pattern.length < shortestBytes) continue
      const end = pattern.readUIntBE(pattern.length - shortestBytes, shortestBytes)
      byEnd.set(end, [...(byEnd.get(end) ?? []), { text, pattern }])
    }
  }
  return (bytes) => {
    const found = new Set<string>()
    for (let at = 0; at <= bytes.length - shortestBytes; at++) {
      for (const { text, pattern } of byEnd.get(bytes.readUIntBE(at, shortestBytes)) ?? []) {
        const from = at + shortestBytes - pattern.length
        if (from >= 0 && bytes.subarray(from, from + pattern.length).equals(pattern)) found.add(text)
      }
    }
    return [...found]
  }
}

function writings(text: string): Buffer[] {
  const little = Buffer.from(text, 'utf16le')
  return [Buffer.from(text, 'utf8'), little, Buffer.from(little).swap16()]
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

export function secretsInFolder(folder: string, find: (bytes: Buffer) => string[]): [string, string[]][] {
  return filesBelow(folder)
    .map((path): [string, string[]] => [path.slice(folder.length + 1), find(readFileSync(path))])
    .filter(([, found]) => found.length > 0)
}
