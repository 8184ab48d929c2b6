import { type PackedRows, rawRow, unpackBlock, type UnpackedBlock } from './pack-rows.ts'

const blocksKept = 3

/** 表内各行 — the rows of a read sheet, packed until one of them is looked at. */
export class SheetRows {
  readonly #blocks: readonly PackedRows[]
  readonly #width: number
  readonly #starts: readonly number[]
  readonly #open = new Map<number, UnpackedBlock>()
  readonly count: number

  constructor(blocks: readonly PackedRows[], width: number) {
    this.#blocks = blocks
    this.#width = width
    let count = 0
    this.#starts = blocks.map(({ lines }) => (count += lines.length) - lines.length)
    this.count = count
  }

  /** Every block once, in order, with the number of its first row. */
  *blocks(): Generator<{ readonly block: UnpackedBlock; readonly from: number }> {
    for (const [at, packed] of this.#blocks.entries())
      yield { block: unpackBlock(packed), from: this.#starts[at] ?? 0 }
  }

  /** A row as it is given back, every column of it. */
  raw(row: number): string[] {
    const at = this.#starts.findLastIndex((start) => start <= row)
    return rawRow(this.#opened(at), row - (this.#starts[at] ?? 0), this.#width)
  }

  /** The rows a text stands in, wherever in the row; blocks without it are not opened. */
  rowsWith(text: string): number[] {
    return this.#blocks.flatMap((packed, at) => {
      if (!packed.texts.includes(text)) return []
      const { texts, lines } = unpackBlock(packed)
      const from = this.#starts[at] ?? 0
      return Array.from(lines.keys()).flatMap((row) => {
        const start = row * this.#width
        const isIn = texts.slice(start, start + this.#width).some((cell) => cell.includes(text))
        return isIn ? [from + row] : []
      })
    })
  }

  #opened(at: number): UnpackedBlock {
    const known = this.#open.get(at)
    const packed = this.#blocks[at]
    if (known !== undefined) return known
    if (packed === undefined) throw new RangeError('no such row')
    const block = unpackBlock(packed)
    this.#open.set(at, block)
    const [oldest] = this.#open.keys()
    if (this.#open.size > blocksKept && oldest !== undefined) this.#open.delete(oldest)
    return block
  }
}
