import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListKind } from '../../src-main/domain/list-kind.ts'
import { anOffice, jobRefusal, type AnOffice } from '../builders/an-office.ts'

const samples = resolve(import.meta.dirname, '../../../shared/samples')
const files = {
  register: '户籍人口花名册.xlsx',
  roll: '2025年耕地地力保护补贴发放清册.xlsx',
  land: '土地确权台账.xlsx',
  deceased: '死亡人员名单.xls',
  payroll: '财政供养人员名单.xlsx',
}

const taken: readonly [file: keyof typeof files, as: ListKind][] = [
  ['register', 'household-register'],
  ['roll', 'farmland-roll'],
  ['land', 'land-rights'],
  ['deceased', 'deceased'],
  ['payroll', 'payroll'],
]

describe('a list handed in', () => {
  let office: AnOffice
  beforeAll(async () => {
    office = await anOffice()
  })
  afterAll(() => office.remove())

  const stage = async (file: keyof typeof files, kind: ListKind): Promise<string> => {
    const name = files[file]
    const fileToken = await office.handIn(name, await readFile(resolve(samples, name)))
    return jobRefusal(office.clerk, 'list.stage', { fileToken, kind, year: 2025 })
  }

  test.each(taken)('%s is taken as %s', async (file, kind) => {
    expect(await stage(file, kind)).toBe('not refused')
  })

  test('as the register when it is a roll is refused: the kind was left as it stood', async () => {
    expect(await stage('roll', 'household-register')).toBe('file.wrong-kind')
  })

  test('as land ledger or register when it is the other goes no further', async () => {
    expect(await stage('land', 'household-register')).not.toBe('not refused')
    expect(await stage('register', 'land-rights')).not.toBe('not refused')
  })
})
