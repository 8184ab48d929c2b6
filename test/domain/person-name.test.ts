import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePersonName, sameName } from '../../src-main/domain/person-name.ts'

const name = (text: string) => {
  const parsed = parsePersonName(text)
  return parsed.ok ? parsed.name : parsed.rule
}

test('takes the padding out of short names', () => {
  expect(name('张　三')).toBe('张三')
  expect(name(' 张 三\t')).toBe('张三')
  expect(name('沈  鑫福')).toBe('沈鑫福')
  expect(name("'张三")).toBe('张三')
  expect(name('张\u200b三')).toBe('张三')
})

test('writes every dot between characters as one', () => {
  for (const dot of '·•・‧∙．.') expect(name(`买买提${dot}阿不都热合曼`)).toBe('买买提·阿不都热合曼')
  expect(name('买买提 · 阿不都')).toBe('买买提·阿不都')
})

test('keeps the structure of names in letters', () => {
  expect(name('John  Smith')).toBe('John Smith')
  expect(name('Mary A. Smith')).toBe('Mary A. Smith')
})

test('keeps rare characters, compatibility forms and private-use ones as they are', () => {
  for (const rare of ['王𠅤', '𠅤', '郑燕䶮', '贺军㛃', '李\ue863', '郎\uf92c']) expect(name(rare)).toBe(rare)
})

test('does not take a formula, markup, digits or control characters for a name', () => {
  const never = [
    "=cmd|' /C calc'!A0",
    '＝1+1',
    '+张三',
    '-张三',
    '@张三',
    '<b>张三</b>',
    '张|三',
    '12345',
    '—',
    '张\u0000三',
  ]

  for (const text of never) expect(name(text)).toBe('name-not-a-name')
  expect(name('　')).toBe('name-missing')
})

test('reads its own names back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
      const parsed = parsePersonName(text)
      if (parsed.ok) expect(parsePersonName(parsed.name)).toEqual(parsed)
    }),
  )
})

test('knows a name typed differently as the same', () => {
  expect(sameName('张　三', '张三')).toBe(true)
  expect(sameName('买买提•阿不都', '买买提.阿不都')).toBe(true)
  expect(sameName('JOHN SMITH', 'John  Smith')).toBe(true)
  expect(sameName('张三', '张山')).toBe(false)
})
