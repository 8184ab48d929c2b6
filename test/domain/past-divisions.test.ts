import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  findPresentVillage,
  type PastDivision,
  presentCode,
  splitVillageAndGroup,
} from '../../src-main/domain/past-divisions.ts'

interface Entry {
  readonly name: string
  readonly code12: string
  readonly villages: readonly { readonly code12: string; readonly name: string }[]
}
const reference = resolve(import.meta.dirname, '../../resources/reference')
const read = (name: string) => JSON.parse(readFileSync(resolve(reference, name), 'utf8'))
const { townships } = read('divisions.json') as { townships: Entry[] }
const changes = read('division-changes.json') as {
  townships: { oldCode: string; oldName: string; newCode: string }[]
}

const divisionsOf = (township: Entry, past: readonly PastDivision[] = []) => ({
  villages: township.villages.map(({ code12, name }) => ({ code: code12, name })),
  townshipName: township.name,
  past: [
    ...changes.townships
      .filter(({ newCode }) => newCode === township.code12)
      .map(({ oldCode, oldName, newCode }) => ({
        ...{ code: oldCode, name: oldName, level: 'township' as const, replacedBy: newCode },
      })),
    ...past,
  ],
})
const named = (name: string) => townships.find((township) => township.name === name)!
const xincun = named('辛村镇')
const shanmu = named('山目乡')

describe('an old code', () => {
  test('of a township that was renamed leads to the village of the same number', () => {
    for (const { code12 } of xincun.villages) {
      const old = `141024203${code12.slice(9)}`
      expect(presentCode(old, divisionsOf(xincun))).toBe(code12)
      expect(findPresentVillage(old, divisionsOf(xincun))).toBe(code12)
    }
    expect(presentCode('141024203999', divisionsOf(xincun))).toBeUndefined()
  })

  test('of townships that became one is not guessed; registered by itself it is known', () => {
    const [first] = shanmu.villages
    const own = { code: '141024205200', name: '旧村', level: 'village' as const, replacedBy: first!.code12 }

    expect(presentCode('141024205200', divisionsOf(shanmu))).toBeUndefined()
    expect(presentCode('141024205200', divisionsOf(shanmu, [own]))).toBe(first!.code12)
  })

  test('leads through several changes, and not for ever in a circle', () => {
    const [first] = xincun.villages
    const line = (code: string, replacedBy: string) => ({
      code,
      name: code,
      level: 'village' as const,
      replacedBy,
    })
    const a = line('141024299201', '141024299202')

    expect(presentCode(a.code, divisionsOf(xincun, [a, line(a.replacedBy, first!.code12)]))).toBe(
      first!.code12,
    )
    expect(presentCode(a.code, divisionsOf(xincun, [a, line(a.replacedBy, a.code)]))).toBeUndefined()
  })
})

describe('a name', () => {
  test('under the township’s old name means the same village', () => {
    for (const { name, code12 } of xincun.villages)
      expect(findPresentVillage(`辛村乡${name}`, divisionsOf(xincun))).toBe(code12)
  })

  test('of a village that was merged leads to the one that took it in', () => {
    const [first] = xincun.villages
    const gone = {
      code: '141024109900',
      name: '小辛庄村委会',
      level: 'village' as const,
      replacedBy: first!.code12,
    }

    expect(findPresentVillage('小辛庄村', divisionsOf(xincun, [gone]))).toBe(first!.code12)
    expect(findPresentVillage('小辛庄', divisionsOf(xincun))).toBeUndefined()
  })

  test('that repeats across townships is never taken for another township’s village', () => {
    const byName = Map.groupBy(
      townships.flatMap((township) => township.villages.map((village) => ({ township, village }))),
      ({ village }) => village.name,
    )
    const repeated = [...byName.values()].filter((same) => same.length > 1)

    expect(repeated).toHaveLength(9)
    for (const same of repeated)
      for (const { township, village } of same)
        for (const other of same) {
          const found = findPresentVillage(other.township.name + village.name, divisionsOf(township))
          expect(found).toBe(other.township === township ? village.code12 : undefined)
        }
  })
})

describe('a village and a group in one cell', () => {
  const split = (text: string) => splitVillageAndGroup(text, divisionsOf(named('甘亭镇')))

  test('are told apart where both are clear', () => {
    expect(split('甘亭村一组')).toEqual({ village: '甘亭村', group: '一组' })
    expect(split('甘亭镇 士师村委会 第12村民小组')).toEqual({
      village: '甘亭镇士师村委会',
      group: '第12村民小组',
    })
  })

  test('are left alone where the village is not known, or nothing says it is a group', () => {
    for (const text of ['某某村一组', '甘亭村', '甘亭村12', '一组', '']) expect(split(text)).toBeUndefined()
  })
})
