import { describe, expect, it } from 'vitest'
import { withPlainInlineStrings } from '../../src-main/workbook/plain-inline-strings.ts'

describe('strings written into their cells', () => {
  it('become stored texts where they are plain', () => {
    const cell = '<c r="B3" s="1" t="inlineStr"><is><t>甘亭村</t></is></c>'

    expect(withPlainInlineStrings(cell)).toBe('<c r="B3" s="1" t="str"><v>甘亭村</v></c>')
  })

  it.each([
    ['a reference', '<c t="inlineStr"><is><t>A&amp;lt;B</t></is></c>'],
    ['an escaped character', '<c t="inlineStr"><is><t>_x000D_</t></is></c>'],
    ['kept blanks', '<c t="inlineStr"><is><t xml:space="preserve"> 张三</t></is></c>'],
    ['several runs', '<c t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c>'],
    ['nothing', '<c t="inlineStr"><is><t></t></is></c>'],
  ])('stay as they are with %s in them', (_, cell) => {
    expect(withPlainInlineStrings(cell)).toBe(cell)
  })
})
