/** A piece of a page that is never cut: a table row, a paragraph, a block of lines to sign on. */
export interface Piece<T> {
  readonly heightMm: number
  readonly value: T
  /** Stays on the page of the piece before it. */
  readonly withPrevious?: boolean
}

/**
 * 分页 — pieces to pages, in order, none cut and none lost. Heights are fixed in the style sheet too, so that what is
 * counted here is what is printed; only a piece taller than a whole page could stand out of it.
 */
export function fillPages<T>(
  pieces: readonly Piece<T>[],
  roomMm: number,
  /** What has to be repeated above a piece that begins a page. */
  repeatedMm: (first: T) => number = () => 0,
): T[][] {
  const pages: T[][] = []
  let usedMm = Infinity
  for (const block of blocksOf(pieces)) {
    const heightMm = block.reduce((sum, piece) => sum + piece.heightMm, 0)
    if (usedMm + heightMm > roomMm) {
      pages.push([])
      usedMm = block[0] === undefined ? 0 : repeatedMm(block[0].value)
    }
    pages.at(-1)?.push(...block.map((piece) => piece.value))
    usedMm += heightMm
  }
  return pages
}

function blocksOf<T>(pieces: readonly Piece<T>[]): Piece<T>[][] {
  const blocks: Piece<T>[][] = []
  for (const piece of pieces) {
    if (piece.withPrevious === true && blocks.length > 0) blocks.at(-1)?.push(piece)
    else blocks.push([piece])
  }
  return blocks
}

/** Width in ems: a Han character is one, a digit or letter a little over half of one. */
export function emOf(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u0300' && character !== '·' ? 0.56 : 1
  return width
}

/** How many lines a text takes in a column; a little is kept back, because words do not break everywhere. */
export function linesIn(text: string, widthMm: number, fontSizePt: number): number {
  const perLine = Math.max(1, (widthMm * 72) / 25.4 / fontSizePt - 0.6)
  return Math.max(1, Math.ceil(emOf(text) / perLine))
}

/** How far a text is made smaller to stay on one line of its column. */
export function scaleToFit(text: string, widthMm: number, fontSizePt: number): number {
  const room = (widthMm * 72) / 25.4 / fontSizePt
  return Math.min(1, room / Math.max(emOf(text), 0.1))
}
