import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { auditDetails } from '../../src-main/wording/audit-details.ts'
import { auditActionLabel } from '../../src-main/wording/audit-labels.ts'

const root = resolve(import.meta.dirname, '../../src-main')
const leavesTrace =
  /(?:\baction: |\btrace\(\s*\w+,\s*|\bchangeBoth\(\s*\w+,\s*|\brecord\([\w.]+, )'([a-z-]+\.[a-z-]+)'/g

test('every action that leaves a trace has its Chinese word', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  )
  const source = files.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  const actions = [...new Set([...source.matchAll(leavesTrace)].map((match) => match[1]!))]

  expect(actions).toEqual(
    expect.arrayContaining(['user.create', 'session.lock', 'list.commit', 'signer.end']),
  )
  expect(actions.filter((action) => auditActionLabel(action) === action)).toEqual([])
  expect(auditActionLabel('application.return')).toBe('申报退回补正')
  expect(auditActionLabel('something.new')).toBe('something.new')
})

test.each([
  [{ from: 'approved', to: 'publicizing', version: 3 }, '由 初审通过、到 公示中、版次 3'],
  [
    { serial: '2026-001', villageCode: '141024101200', lines: 222, amountFen: 9970520, frozenHash: 'ab' },
    '公示编号 2026-001、村代码 141024101200、行数 222、金额 99,705.20 元',
  ],
  [
    { areaCentiMu: [500, 600], amountFen: [33515, 40218], accountChanged: false },
    '面积 5.00 亩→6.00 亩、金额 335.15 元→402.18 元、换了账户 否',
  ],
  [
    { grants: [{ role: 'clerk', programmeCode: '*', villageCode: '141024101200' }] },
    '授权 经办人（全部项目，141024101200）',
  ],
  [{ postedOn: '2026-11-17', late: true }, '张贴日 2026年11月17日、事后补 是'],
  [
    { kind: 'farmland-roll', label: '发放清册', fileSha256: 'ab', year: 2025 },
    '种类 耕地地力保护补贴发放清册、年度 2025',
  ],
  [{ subject: 'id-number', reason: '核对存折' }, '所看 证号、事由 核对存折'],
  [
    { counts: { rows: 2, areaCentiMu: 1000 }, totalFen: 67030 },
    '内含 （行数 2、面积 10.00 亩）、合计 670.30 元',
  ],
  [
    { mendedFiles: 2, missingFiles: 0, replacedSeq: 1204, replacedHash: 'ab' },
    '补回附件 2、缺失附件 0、恢复前末条序号 1204',
  ],
  [{ keys: ['email'], nobodyKnows: 1, nothing: null }, '改了 电子邮箱、nobodyKnows 1'],
])('the details %j are read as words', (details, said) => {
  expect(auditDetails(details)).toBe(said)
})
