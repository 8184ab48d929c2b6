import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type FontWeight = 400 | 700

/** One file of a font that comes cut into pieces, and the code points it really has. */
export interface FontPiece {
  readonly path: (weight: FontWeight) => string
  readonly hasBold: boolean
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

interface IndexEntry {
  readonly file: string
  readonly ranges: FontPiece['ranges']
}

interface Run {
  readonly first: number
  readonly last: number
  readonly piece: FontPiece
}

let loaded: readonly Run[] | undefined

/** The piece of a shipped font that has this character, or undefined when none has. */
export function pieceFor(codePoint: number): FontPiece | undefined {
  const runs = (loaded ??= loadRuns())
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle] as Run
    if (codePoint < run.first) high = middle - 1
    else if (codePoint > run.last) low = middle + 1
    else return run.piece
  }
  return undefined
}

function loadRuns(): Run[] {
  const runs = [...notoPieces(), ...rarePieces()].flatMap((piece) =>
    piece.ranges.map(([first, last]) => ({ first, last, piece })),
  )
  return runs.sort((a, b) => a.first - b.first)
}

function notoPieces(): FontPiece[] {
  const shipped = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/unicode.json'))
  return readIndex('noto-serif-sc.json').map(({ file, ranges }) => ({
    path: (weight) => join(shipped, 'files', `${file}-${weight}-normal.woff2`),
    hasBold: true,
    ranges,
  }))
}

function rarePieces(): FontPiece[] {
  return readIndex('rare.json').map(({ file, ranges }) => ({
    path: () => join(fontFolder(), 'rare', file),
    hasBold: false,
    ranges,
  }))
}

function readIndex(name: string): IndexEntry[] {
  return JSON.parse(readFileSync(join(fontFolder(), name), 'utf8')) as IndexEntry[]
}

/** Source, tests and bundles stand at different depths below the folder that holds `resources`. */
function fontFolder(): string {
  for (let folder = import.meta.dirname; dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', 'fonts')
    if (existsSync(join(candidate, 'rare.json'))) return candidate
  }
  throw new Error('resources/fonts is missing from this installation')
}
