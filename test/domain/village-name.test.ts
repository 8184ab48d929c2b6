import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseDivisionCode, townshipOf } from '../../src-main/domain/division-code.ts'
import { parseGroupName } from '../../src-main/domain/group-name.ts'
import { findVillage, villageNameMatches, type Village } from '../../src-main/domain/village-name.ts'

interface Township {
  readonly name: string
  readonly villages: readonly { readonly code12: string; readonly name: string }[]
}
const divisions = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../shared/data/divisions.json'), 'utf8'),
) as { readonly townships: readonly Township[] }
const villagesOf = (township: Township): Village[] =>
  township.villages.map(({ code12, name }) => ({ code: code12, name }))
const ganting = divisions.townships.find(({ name }) => name === '甘亭镇')!

describe('a village as townships write it', () => {
  test.each([
    '甘亭村委会',
    '甘亭村',
    '甘亭',
    '甘亭村民委员会',
    '甘亭镇甘亭村',
    ' 甘亭 村委会',
    '洪洞县甘亭镇甘亭村委会',
  ])('%s means 甘亭村委会', (written) => {
    expect(villageNameMatches(written, '甘亭村委会')).toBe(true)
    expect(findVillage(written, villagesOf(ganting), '甘亭镇')).toBe('141024101' + findCode('甘亭村委会'))
  })

  test.each(['常一', '常一社区', '常一居委会', '常一居民委员会', '大槐树镇常一社区'])(
    '%s means the community',
    (written) => {
      expect(villageNameMatches(written, '常一社区居民委员会')).toBe(true)
    },
  )

  test('is found by every usual form in every township of the county', () => {
    for (const township of divisions.townships) {
      const villages = villagesOf(township)
      for (const { code, name } of villages) {
        expect(findVillage(name, villages, township.name)).toBe(code)
        expect(findVillage(township.name + name, villages, township.name)).toBe(code)
        expect(findVillage(code, villages)).toBe(code)
        expect([code, undefined]).toContain(
          findVillage(name.replace(/村委会$/, '村'), villages, township.name),
        )
      }
    }
  })

  test('of another township is not taken for ours of the same name', () => {
    expect(findVillage('赵城镇甘亭村', villagesOf(ganting), '甘亭镇')).toBeUndefined()
  })

  test('is left open when it fits two or none', () => {
    const villages = [
      { code: '1', name: '东梁村委会' },
      { code: '2', name: '东梁社区居民委员会' },
      { code: '3', name: '上庄村委会' },
      { code: '4', name: '上庄村委会' },
    ]

    expect(findVillage('东梁村', villages)).toBe('1')
    expect(findVillage('东梁社区', villages)).toBe('2')
    expect(findVillage('上庄', villages)).toBeUndefined()
    expect(findVillage('西梁', villages)).toBeUndefined()
    expect(findVillage('', villages)).toBeUndefined()
    expect(findVillage('141024101999', villages)).toBeUndefined()
  })

  test('keeps a place word that belongs to its own name', () => {
    expect(villageNameMatches('镇上村', '镇上村委会')).toBe(true)
    expect(villageNameMatches('村', '甘亭村委会')).toBe(false)
    expect(villageNameMatches('王村', '王村委会')).toBe(true)
  })
})

test('a division code has 12 digits and a level', () => {
  expect(parseDivisionCode('141024000000')).toEqual({ ok: true, code: '141024000000', level: 'county' })
  expect(parseDivisionCode('１４１０２４１０１０００')).toMatchObject({ level: 'township' })
  expect(parseDivisionCode(' 141024101200 ')).toMatchObject({ level: 'village' })
  expect(parseDivisionCode('141024101')).toMatchObject({ ok: false, rule: 'division-code-is-12-digits' })
  expect(parseDivisionCode('141000000000')).toMatchObject({
    ok: false,
    rule: 'division-code-is-above-county',
  })
  expect(townshipOf('141024101200')).toBe('141024101000')
})

test.each(['第一村民小组', '一组', '1', '01组', '1组', '一社', '１组', ' 第1小组 ', '一队'])(
  'the group %s is 1组',
  (text) => expect(parseGroupName(text)).toBe('1组'),
)

test('a group is its number, or its name where it has none', () => {
  const groups = ['十二组', '第二十组', '二十一', '东组', ' 河南 组', '', undefined].map((text) =>
    parseGroupName(text),
  )

  expect(groups).toEqual(['12组', '20组', '21组', '东组', '河南组', '', ''])
})

function findCode(name: string): string {
  return ganting.villages.find((village) => village.name === name)!.code12.slice(9)
}
