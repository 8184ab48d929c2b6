import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontFaces, uncoveredCharacters } from '../../src-main/documents/font-faces.ts'
import { pieceFor } from '../../src-main/documents/font-library.ts'

const countOf = (css: string) => css.match(/@font-face/g)?.length ?? 0

describe('the shipped fonts', () => {
  it('cover common, rare and very rare characters, and their files are there', () => {
    for (const character of '张·䶮㛃𠅤𬭎𫠠A，') {
      const piece = pieceFor(character.codePointAt(0) as number)
      expect(piece, character).toBeDefined()
      expect(
        readFileSync(piece?.path(400) ?? '')
          .subarray(0, 4)
          .toString(),
      ).toBe('wOF2')
    }
  })

  it('cover every Han character up to extension F', () => {
    const blocks: [number, number][] = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fea],
      [0x20000, 0x2a6d6],
      [0x2a700, 0x2b734],
      [0x2b740, 0x2b81d],
      [0x2b820, 0x2cea1],
      [0x2ceb0, 0x2ebe0],
    ]
    const missing = blocks.flatMap(([first, last]) => {
      const points = Array.from({ length: last - first + 1 }, (_, index) => first + index)
      return points.filter((point) => !pieceFor(point))
    })

    expect(missing).toEqual([])
  })

  it('tell which characters would print as boxes', () => {
    expect(uncoveredCharacters('张三\ue001 李四\u{e0100}\u{31350}\ue001')).toEqual(['\ue001', '\u{31350}'])
    expect(uncoveredCharacters('卫𠅤\u3000㛃\n')).toEqual([])
  })

  it('go into a document only as far as its text needs them', () => {
    expect(countOf(fontFaces('', ''))).toBe(0)
    expect(countOf(fontFaces('𠅤', ''))).toBe(1)
    expect(countOf(fontFaces('𠅤𠅤', '𠅤'))).toBe(1)
    expect(countOf(fontFaces('张', '张'))).toBe(2)
  })
})
