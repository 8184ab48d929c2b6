import { readFileSync } from 'node:fs'
import { pieceFor, type FontPiece, type FontWeight } from './font-library.ts'

/** Names of the shipped fonts inside a document; the official fonts stand before them in every stack. */
export const shippedFont = 'Onecard Song'
export const shippedBoldFont = 'Onecard Song Bold'

const alreadyRead = new Map<string, string>()

/** `@font-face` rules with the pieces of the shipped fonts this text needs, inside the document: prints offline. */
export function fontFaces(text: string, boldText: string): string {
  const regular = piecesFor(text).map((piece) => fontFace(shippedFont, piece, 400))
  const bold = piecesFor(boldText).filter((piece) => piece.hasBold)
  return [...regular, ...bold.map((piece) => fontFace(shippedBoldFont, piece, 700))].join('\n')
}

/** Characters of the text that no shipped font has: they could print as a box, so somebody must be told. */
export function uncoveredCharacters(text: string): string[] {
  return [...new Set(text)].filter((character) => {
    const codePoint = character.codePointAt(0) as number
    return !/[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character) && !pieceFor(codePoint)
  })
}

function piecesFor(text: string): FontPiece[] {
  const pieces = [...new Set(text)].map((character) => pieceFor(character.codePointAt(0) as number))
  return [...new Set(pieces)].filter((piece) => piece !== undefined)
}

function fontFace(family: string, piece: FontPiece, weight: FontWeight): string {
  const ranges = piece.ranges.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`)
  const source = `url(data:font/woff2;base64,${base64(piece.path(weight))}) format("woff2")`
  return `@font-face{font-family:"${family}";src:${source};font-display:swap;unicode-range:${ranges.join()}}`
}

function base64(path: string): string {
  const known = alreadyRead.get(path)
  if (known !== undefined) return known
  const encoded = readFileSync(path).toString('base64')
  alreadyRead.set(path, encoded)
  return encoded
}
