import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobResult } from '../../src-main/contract/job.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { type ExternalKind, readEntries } from '../../src-main/store/external-entries.ts'
import type { Reader } from '../../src-main/store/reader.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { truth } from '../builders/truth.ts'
import { samples } from '../domain/sample-sheet.ts'

type Imported = JobResult<'list.commit'>

/** Every list of the folder, in the order a clerk would take them, without a word about any of them. */
const files = [
  '户籍人口花名册.xlsx',
  '2025年耕地地力保护补贴发放清册.xlsx',
  '土地确权台账.xlsx',
  '死亡人员名单.xls',
  '残疾人证名单.csv',
  '低保特困在册.xlsx',
  '财政供养人员名单.xlsx',
  '残疾人两项补贴发放名册.xlsx',
] as const

let office: AnOffice
let reader: Reader
const imported = new Map<string, Imported>()
beforeAll(async () => {
  office = await anOffice()
  for (const name of files) imported.set(name, await importUnseen(name))
  reader = office.core.connect('any').context.host.door.store.reader
}, 240_000)
afterAll(() => office.remove())

async function importUnseen(name: string): Promise<Imported> {
  const fileToken = await office.handIn(name, await readFile(resolve(samples, name)))
  const { stageId } = await runJob(office.clerk, 'list.stage', { fileToken })
  return runJob(office.clerk, 'list.commit', { stageId })
}

describe('the sample files, their proposed mappings accepted unseen', () => {
  test.each([
    ['户籍人口花名册.xlsx', 'household-register', truth.registerRows - 12, 12],
    ['2025年耕地地力保护补贴发放清册.xlsx', 'farmland-roll', truth.farmland.goodRows, 47],
    ['土地确权台账.xlsx', 'land-rights', 4093, 0],
    ['死亡人员名单.xls', 'deceased', Object.keys(truth.deceased).length, 0],
    ['残疾人证名单.csv', 'disability-certificates', Object.keys(truth.disabled).length, 0],
    ['低保特困在册.xlsx', 'social-relief', truth.dibaoHeads.length + truth.tekunHeads.length, 0],
    ['财政供养人员名单.xlsx', 'payroll', truth.publicEmployees.length, 0],
    ['残疾人两项补贴发放名册.xlsx', 'allowance-roll', 125, 0],
  ] as const)('%s is taken for %s: %i lines in, %i back', (name, kind, accepted, rejected) => {
    expect(imported.get(name)).toMatchObject({ kind, counts: { accepted, rejected } })
  })

  test('the years and months their titles say are theirs', () => {
    expect(imported.get('2025年耕地地力保护补贴发放清册.xlsx')).toMatchObject({ year: 2025, month: null })
    expect(imported.get('残疾人两项补贴发放名册.xlsx')).toMatchObject({ year: 2026, month: 6 })
    expect(imported.get('户籍人口花名册.xlsx')).toMatchObject({ asOf: '2026-06-30' })
  })

  test('the farmland roll gives its sums to the fen and the hundredth of a mu', () => {
    const { goodFen, goodCentiMu } = truth.farmland

    expect(imported.get('2025年耕地地力保护补贴发放清册.xlsx')?.sums).toEqual({
      amountFen: goodFen,
      areaCentiMu: goodCentiMu,
    })
  })

  test('the deceased and the public employees are exactly those', async () => {
    const deceased = await readEntries(reader, 'deceased')
    const dead = Object.fromEntries(deceased.map(({ idNumber, onDay }) => [idNumber, onDay]))

    expect(dead).toEqual(truth.deceased)
    expect(await idsOf('payroll')).toEqual(truth.publicEmployees.toSorted())
  })

  test('every certificate has its kind, level and last day', async () => {
    const certificates = await readEntries(reader, 'disability')
    const disabled = Object.fromEntries(
      certificates.map(({ idNumber, category, level, untilDay }) => [
        idNumber,
        { kind: Number(category), level: Number(level), expires: untilDay },
      ]),
    )

    expect(certificates).toHaveLength(Object.keys(truth.disabled).length)
    expect(disabled).toEqual(truth.disabled)
  })

  test('both sheets of the relief list come in as one import, each head under its kind', async () => {
    const relief = await readEntries(reader, 'relief')
    const heads = (kind: string) =>
      relief.flatMap(({ category, idNumber }) => (category === kind ? [idNumber] : [])).toSorted()

    expect(heads('dibao')).toEqual(truth.dibaoHeads.toSorted())
    expect(heads('tekun')).toEqual(truth.tekunHeads.toSorted())
    expect(imported.get('低保特困在册.xlsx')?.sheets.map(({ sheet }) => sheet)).toEqual(['低保', '特困'])
    expect(relief.find(({ idNumber }) => idNumber === truth.dibaoHeads[0])?.source).toMatchObject({
      fileName: '低保特困在册.xlsx',
      sheet: '低保',
    })
  })

  test('the allowance roll is of two programmes, as its category says', async () => {
    const lines = await reader
      .selectFrom('rosterLine')
      .select((e) => [
        'programmeCode',
        e.fn.countAll<number>().as('lines'),
        e.fn.sum<number>('amountFen').as('fen'),
      ])
      .where('month', '=', 6)
      .groupBy('programmeCode')
      .orderBy('programmeCode')
      .execute()

    expect(lines.map(({ programmeCode }) => programmeCode)).toEqual(['MZ05', 'MZ06'])
    expect(lines.reduce((sum, { lines: count }) => sum + count, 0)).toBe(125)
    expect(lines.every(({ fen, lines: count }) => fen === count * 12_200 || fen > 0)).toBe(true)
  })

  test('what the lists say together finds exactly the allowances that must be looked at', async () => {
    const paid = await allowanceIds()
    const certificates = new Map((await readEntries(reader, 'disability')).map((one) => [one.idNumber, one]))
    const tekun = new Set(
      (await readEntries(reader, 'relief')).flatMap((one) =>
        one.category === 'tekun' ? [one.idNumber] : [],
      ),
    )
    const dead = new Set(await idsOf('deceased'))
    const those = (isOne: (idNumber: string) => boolean) => [...new Set(paid.filter(isOne))].toSorted()

    expect({
      特困: those((id) => tekun.has(id)),
      证件过期: those((id) => (certificates.get(id)?.untilDay ?? '9999') < truth.asOf),
      死亡: those((id) => dead.has(id)),
      不在残疾人证名单: those((id) => !certificates.has(id)),
    }).toEqual({
      特困: truth.allowances['特困'].toSorted(),
      证件过期: truth.allowances['证件过期'].toSorted(),
      死亡: truth.allowances['死亡'].toSorted(),
      不在残疾人证名单: truth.allowances['不在残疾人证名单'].toSorted(),
    })
  })
})

async function idsOf(kind: ExternalKind): Promise<string[]> {
  return (await readEntries(reader, kind)).map(({ idNumber }) => idNumber).toSorted()
}

async function allowanceIds(): Promise<string[]> {
  const rows = await reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .select('p.idNumber')
    .where('r.programmeCode', 'in', ['MZ05', 'MZ06'])
    .execute()
  return rows.map(({ idNumber }) => idNumber)
}
