import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '../../src-main/store/store.ts'
import { rawOf } from '../../src-main/store/raw.ts'
import { searchPeople } from '../../src-main/store/search.ts'
import {
  aDataFolder,
  insertSomebody,
  insertVillages,
  villages,
  type Somebody,
} from '../builders/a-data-folder.ts'

const everything = { programmes: 'all', villages: 'all' } as const
let number = 0
const anId = (tail: string) => `1426251966${String(++number).padStart(8 - tail.length, '0')}${tail}`

const people: Somebody[] = [
  { name: '张三', idNumber: anId('0017'), phone: '15275895908', accountNo: '6229993833355985955' },
  { name: '张三丰', idNumber: anId('1234'), villageCode: villages[1]!, groupName: '二组' },
  { name: '李四', idNumber: anId('017X'), villageCode: villages[1]! },
  { name: '单田芳', idNumber: anId('1111') },
  { name: '解晓东', idNumber: anId('2222') },
  { name: '尉迟敬德', idNumber: anId('3333'), villageCode: villages[2]! },
  { name: '吕布', idNumber: anId('4444') },
  { name: '阿卜杜热西提·买买提', idNumber: anId('5555') },
  { name: '𬍛𠅤', idNumber: anId('6666') },
  { name: '刘张', idNumber: anId('7777') },
]

const questions: readonly (readonly [string, readonly string[]])[] = [
  ['zs', ['张三', '张三丰']],
  ['zhangsan', ['张三', '张三丰']],
  ['zhangs', ['张三', '张三丰']],
  ['ZS', ['张三', '张三丰']],
  ['sanfeng', ['张三丰']],
  ['sf', ['张三丰']],
  ['张三', ['张三', '张三丰']],
  ['三', ['张三', '张三丰']],
  ['三丰', ['张三丰']],
  ['张', ['张三', '张三丰', '刘张']],
  ['三张', []],
  ['0017', ['张三']],
  ['017x', ['李四']],
  ['985955', ['张三']],
  ['6229993833355985955', ['张三']],
  ['5908', ['张三']],
  ['１５２７５８９５９０８', ['张三']],
  ['001', []],
  ['shantianfang', ['单田芳']],
  ['dantian', ['单田芳']],
  ['stf', ['单田芳']],
  ['xiexd', []],
  ['xiexiaodong', ['解晓东']],
  ['jxd', ['解晓东']],
  ['yuchi', ['尉迟敬德']],
  ['ycjd', ['尉迟敬德']],
  ['lvbu', ['吕布']],
  ['lübu', ['吕布']],
  ['阿卜杜热西提买买提', ['阿卜杜热西提·买买提']],
  ['买买提', ['阿卜杜热西提·买买提']],
  ['𬍛', ['𬍛𠅤']],
  ['杨曲', ['张三丰', '李四']],
  ['二组', ['张三丰']],
  ['杨曲村委会二组', ['张三丰']],
  ['张 二组', ['张三丰']],
  ['zs 杨曲', ['张三丰']],
  ['"OR" *', []],
  ['a*', []],
]

test('finds by parts of names, pinyin, initials, places and the last digits of numbers', async () => {
  const store = await aFilledStore()

  for (const [text, names] of questions) {
    const { hits, total } = await searchPeople(store.reader, { text, limit: 50, scope: everything })
    expect([text, hits.map((hit) => hit.name).sort()]).toEqual([text, [...names].sort()])
    expect(total).toBe(names.length)
  }
})

test('puts those called exactly so first and says by what each was found', async () => {
  const store = await aFilledStore([{ name: '王张三', idNumber: anId('8888') }, ...people])

  const { hits, total } = await searchPeople(store.reader, { text: '张三', limit: 2, scope: everything })

  expect(hits.map((hit) => [hit.name, hit.matched])).toEqual([
    ['张三', 'name'],
    ['王张三', 'name'],
  ])
  expect(total).toBe(3)
  expect(
    (await searchPeople(store.reader, { text: '5955', limit: 1, scope: everything })).hits[0]?.matched,
  ).toBe('account-no')
})

test('follows every change of a person, an account and a household by itself', async () => {
  const store = await aFilledStore(people.slice(0, 1))
  const found = async (text: string) =>
    (await searchPeople(store.reader, { text, limit: 5, scope: everything })).total
  const run = (sql: string) => store.inTransaction(async (writer) => void rawOf(writer).exec(sql))

  await run(`UPDATE person SET name = '赵六'`)
  expect([await found('张三'), await found('zl')]).toEqual([0, 1])
  await run(`UPDATE account SET account_no = '6229000000000001111'`)
  expect([await found('985955'), await found('0001111')]).toEqual([0, 1])
  await run(`UPDATE household SET village_code = '${villages[2]}'`)
  expect([await found('甘亭'), await found('北羊')]).toEqual([0, 1])
  await run('DELETE FROM account; UPDATE household SET householder_id = NULL; DELETE FROM person')
  expect(await found('zl')).toBe(0)
})

test('shows nobody outside the scope, whatever is typed', async () => {
  const store = await aFilledStore()
  const texts = people.flatMap(({ name, idNumber }) => [name, name.slice(0, 1), idNumber.slice(-4)])
  const typed = fc.oneof(
    fc.constantFrom(...texts, 'zs', 'z', '村委会', '一组', 'OR', '"'),
    fc.string({ maxLength: 6 }),
  )

  await fc.assert(
    fc.asyncProperty(typed, fc.subarray(villages), async (text, allowed) => {
      const inside = await searchPeople(store.reader, {
        text,
        limit: 50,
        scope: { programmes: 'all', villages: allowed },
      })
      const all = await searchPeople(store.reader, { text, limit: 50, scope: everything })
      const expected = all.hits.filter((hit) => allowed.includes(hit.villageCode)).map((hit) => hit.personId)
      expect(inside.hits.map((hit) => hit.personId).sort()).toEqual(expected.sort())
      expect(inside.total).toBe(expected.length)
    }),
    { numRuns: 200 },
  )
})

async function aFilledStore(somebodies = people): Promise<Store> {
  const { store, userId } = await (await aDataFolder()).open()
  await store.inTransaction(async (writer) => {
    insertVillages(writer)
    for (const somebody of somebodies) insertSomebody(writer, userId, somebody)
  })
  return store
}
