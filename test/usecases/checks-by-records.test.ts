import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { period, putInForce, terms, termsInForce } from '../builders/a-period.ts'
import { anOpenRound, nameOf, onSiteVisit, type TypedValue, typed } from '../builders/a-survey.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
let tasks: Awaited<ReturnType<AnOffice['clerk']['survey']['tasks']>>['rows']
const reason = '核对登记'
const photo = await readFile(resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png'))

/** Three households; the heads of two of them, 张二 (1) and 张四 (3), stand on last year's roll. */
beforeEach(async () => {
  office = await anOffice()
  const { roundId } = await anOpenRound(office)
  tasks = (await office.clerk.survey.tasks({ roundId })).rows
  await termsInForce(office)
})
afterEach(() => office.remove())

async function visit(...said: readonly TypedValue[]): Promise<void> {
  const { taskId } = tasks[0]!
  await office.clerk.survey.saveVisit({ taskId, edits: typed(...said) })
}

/** What stands on the first household's record, as check and severity. */
async function found(of: { programmeCode: string; fromYear: number } = { ...period, fromYear: 2025 }) {
  const input = { programmeCode: of.programmeCode, year: 2026 }
  await runJob(office.clerk, 'application.roll-forward', { ...input, fromYear: of.fromYear })
  await runJob(office.reviewer, 'review.check', input)
  const { rows } = await office.reviewer.review.list(input)
  const { applicationId } = rows.find(({ name }) => name === nameOf(1))!
  const { details } = await office.reviewer.review.record({ applicationId })
  return details
    .filter(({ check }) => check !== 'C08')
    .map(({ check, severity, detail }) => ({ kind: `${check} ${severity}`, detail }))
}

const kinds = (all: Awaited<ReturnType<typeof found>>) => all.map(({ kind }) => kind)

async function accountId(): Promise<string> {
  const { reader } = office.core.connect('any').context.host.door.store
  const row = await reader
    .selectFrom('account as k')
    .innerJoin('person as p', 'p.id', 'k.personId')
    .select('k.id')
    .where('p.idNumber', '=', anIdNumber(1))
    .executeTakeFirstOrThrow()
  return row.id
}

test('a cadre in the household, as it said at the visit, has to be explained', async () => {
  const who = { subject: 'household', field: 'q.cadreWho', value: '张二任村主任' }
  const cadre = { subject: 'household', field: 'q.cadre', value: '1' }
  await visit(...onSiteVisit.filter((one) => !('field' in one) || one.field !== 'q.cadre'), cadre, who)

  const [only, ...others] = await found()

  expect(others).toEqual([])
  expect(only!.kind).toBe('C12 explain')
  expect(only!.detail).toContain('户里有现任村干部（张二任村主任）')
})

test('a visit somebody of the village answered for, without a signature, has to be explained', async () => {
  await visit(
    ...([
      ['visit.state', '1'],
      ['visit.mode', '5'],
      ['visit.on', '2026-07-01'],
      ['visit.visitor', '李娟'],
      ['visit.notified', '1'],
      ['visit.signer', '赵六'],
      ['visit.signerRelation', '村民小组长'],
      ['visit.why', '全家在外'],
      ['visit.basis', '组长代核'],
      ['visit.confirmation', '4'],
    ] as const),
  )

  const [only] = await found()

  expect(only!.detail).toContain('村民小组长赵六代签（村组代核）')
  expect(only!.kind).toBe('C19 explain')
})

test('an account in another name, and a card kept by the village, have to be explained', async () => {
  const account = { accountId: await accountId(), reason, seen: {} }
  await office.clerk.register.changeAccount({ ...account, changes: { holderName: '李四' } })
  await office.clerk.register.changeAccount({ ...account, changes: { custody: 'village-cadre' } })

  const all = await found()

  expect(kinds(all)).toEqual(['C07 explain', 'C27 explain'])
  expect(all[0]!.detail).toContain('户名是李四')
})

test('an agent on file makes another’s name right, until the day the paper runs out', async () => {
  const id = await accountId()
  await office.clerk.register.changeAccount({
    accountId: id,
    reason,
    seen: {},
    changes: { holderName: '李四' },
  })
  const fileToken = await office.handIn('委托书.png', photo)
  const agent = { kind: 'agent' as const, name: '李四', idNumber: anIdNumber(50), relation: '子' }
  await office.clerk.register.authoriseAccount({ accountId: id, ...agent, validTo: '2026-11-30', fileToken })
  expect(kinds(await found())).toEqual([])

  const later = { ...terms, eligibilityDate: '2026-12-01' }
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms: later })
  await office.reviewer.programme.activate({ termsId })

  const [only] = await found()
  expect(only!.kind).toBe('C20 explain')
  expect(only!.detail).toContain('2026年11月30日已到期')
})

test('somebody in prison is found by the list, as something to see where land is paid', async () => {
  const lines = [
    ['姓名', '身份证号', '人员类别', '刑期起止', '服刑监狱'],
    [nameOf(1), anIdNumber(1), '服刑', '自2024年3月5日起至2027年3月4日止', '临汾监狱'],
  ]
  await office.importList({ kind: 'convicted', bytes: aWorkbook({ lines }) })

  const [only] = await found()

  expect(only!.kind).toBe('C02 hint')
  expect(only!.detail).toContain('服刑，2024年3月5日至2027年3月4日')
})

test('on a roll by person the bank’s word about the name blocks, and another step of the standard is asked about', async () => {
  const lines = [
    ['姓名', '身份证号', '补贴类别', '月标准', '金额', '一卡通账号', '发放状态', '失败原因'],
    [nameOf(1), anIdNumber(1), '高龄津贴', 80, 80, '6229990000000000001', '失败', '户名与账号不符'],
  ]
  await office.importList({ kind: 'allowance-roll', bytes: aWorkbook({ lines }), year: 2026 })
  const monthly = { ...terms, name: '高龄津贴', unit: '人·月', rateYuan: '100', rateText: '每月 100 元' }
  await putInForce(office, { programmeCode: 'MZ09', year: 2026 }, monthly)

  const all = await found({ programmeCode: 'MZ09', fromYear: 2026 })

  expect(kinds(all)).toEqual(['C07 block', 'C17 explain'])
  expect(all[0]!.detail).toContain('户名与账号不符')
  expect(all[1]!.detail).toContain('名册上的标准是 80 元，今年清单是 100 元')
})
