import { describe, expect, test } from 'vitest'
import { applicationStatuses, stepsFrom } from '../../src-main/domain/application-status.ts'
import { checkCatalogue, knownChecks } from '../../src-main/domain/checks/check-catalogue.ts'
import { Problem, problemKinds, type ProblemCode } from '../../src-main/domain/problem.ts'
import { conditionsText } from '../../src-main/wording/extract-sentences.ts'
import { findingSentence } from '../../src-main/wording/finding-sentences.ts'
import { sentenceOf, sentences } from '../../src-main/wording/problem-sentences.ts'
import { rowRuleSentences } from '../../src-main/wording/row-rules.ts'
import { labelOf } from '../../src-main/wording/status-labels.ts'

// Facts of any shape: every name asked for is there, so a sentence that reads a wrong one shows `undefined`.
const facts = {
  ...{ fields: [{ path: 'name', rule: 'x' }], limit: 50, unit: 'MB', waitSeconds: 30, signInName: 'wang' },
  ...{
    fileName: '清册.xlsx',
    presence: 'dead',
    seconds: 60,
    expected: '户籍花名册',
    wanted: ['姓名'],
    sheet: 'Sheet1',
    missing: ['账号'],
  },
  ...{
    name: '王五',
    importedOn: '2026-06-30',
    by: '王五',
    village: '甘亭村',
    programme: '耕地地力保护补贴',
    found: 'heic',
    year: 2026,
    count: 3,
  },
  ...{
    settings: ['举报电话'],
    serial: '甘亭公示〔2026〕1号',
    lines: [3],
    lastDay: '2026-11-20',
    villages: ['甘亭村'],
  },
  ...{ where: '甘亭村', expectedFen: 100, foundFen: 99, recipient: '农业农村局', what: 'application' },
  ...{
    status: 'approved',
    step: 'publish',
    needs: 'reviewer',
    signature: '负责人',
    member: 'data.csv',
    why: 'expired',
  },
  ...{
    owner: '李四',
    fingerprint: 'ab12',
    fileVersion: 9,
    programVersion: 8,
    folder: '数据',
    needed: '20 MB',
    seq: 7,
  },
  ...{ kind: 'survey-results', township: '苏堡镇', format: 'onecard-package/2', packageId: '0198' },
  ...{
    dependents: [{ what: 'application', rows: 3 }],
    lastSeen: '2026-06-30',
    number: 'E1',
    name: '张三',
    changed: ['phone'],
    householdNo: '141024101200000001',
  },
  ...{ round: '摸底', conflicts: 1, drafts: 2, unvisited: 3, questions: ['第一题'], place: '甘亭村一组' },
  ...{ page: 3, pages: 2, householdTail: '00037' },
  ...{ identity: '工作簿编号 KQRT', rows: 30_000, most: 20_000, hours: 24, asked: 3, found: 4 },
}
/** Where one name means another thing. */
const ownFacts: Partial<Record<ProblemCode, object>> = {
  'machine.not-an-enrolment': { wanted: 'request' },
  'picture.not-a-picture': { found: 'heic' },
  'policy.lines-refused': { lines: [{ line: 7, rule: 'twice', name: '高龄津贴', otherLine: 4 }] },
  'rule.refused': { rule: 'unknown-fact', line: 2, column: 3, at: 'person.agee' },
  'objection.must-withdraw': { names: ['张敏'] },
  'policy.other-year': { said: '2025', year: 2026 },
  'gate.rechecks-open': { villages: [{ village: '甘亭村', undrawn: 1, open: 2, contradicted: 0 }] },
  'gate.pages-missing': { villages: [{ village: '甘亭村', missing: 2, printed: true }] },
}
const codes = Object.keys(problemKinds) as ProblemCode[]

describe('the sentence of', () => {
  test.each(codes)('%s says in Chinese what happened and what to do', (code) => {
    const say = sentences[code] as (given: object) => { what: string; now: string }
    const { what, now } = say({ ...facts, ...ownFacts[code] })

    for (const part of [what, now]) {
      expect(part).toMatch(/^.{5,}。$/)
      expect(part).not.toMatch(/undefined|\[object|NaN|!|！/)
    }
  })
})

test('a problem is told with its facts', () => {
  const problem = new Problem('publicity.still-open', { serial: '公示1号', lastDay: '2026-11-20' })

  expect(sentenceOf(problem).what).toBe('公示 公示1号 要到2026年11月20日才满。')
})

test('a wrong step is named in the words of the office', () => {
  const problem = new Problem('record.wrong-status', { status: 'approved', step: 'pack' })

  expect(sentenceOf(problem).what).toBe('现在的状态是“初审通过”，不能办“打包”。')
})

test('a long row of names is cut and counted', () => {
  const villages = ['一村', '二村', '三村', '四村', '五村', '六村', '七村']

  expect(sentenceOf(new Problem('gate.verification-missing', { villages })).what).toContain('五村等 7 项')
})

test('every status and step has a Chinese word', () => {
  const ofApplications = applicationStatuses.flatMap((status) => [status, ...stepsFrom(status)])
  const ofPublicities = ['frozen', 'posted', 'concluded', 'withdrawn', 'post', 'withdraw', 'statement']
  const ofPackages = ['built', 'released', 'cancelled', 'release', 'cancel', 'file']
  for (const word of [...ofApplications, ...ofPublicities, ...ofPackages]) {
    expect(labelOf(word)).toMatch(/^[\p{Script=Han}]+$/u)
  }
  expect(labelOf('constructor')).toBe('constructor')
})

test('every reason on a reject sheet tells what to do in one cell', () => {
  for (const text of Object.values(rowRuleSentences)) expect(text).toMatch(/^[^。]{8,60}$/)
})

test('a finding is told with its facts', () => {
  const over = {
    check: 'C10',
    facts: { areaCentiMu: 900, capCentiMu: 700, overCentiMu: 200, lines: 2 },
  } as const
  const dead = {
    check: 'C01',
    facts: { deathDate: '2026-06-24', consequence: 'change-householder' },
  } as const

  expect(findingSentence(over)).toEqual({
    title: '超过确权上限',
    detail: '2 笔合计 9.00 亩，确权可补上限 7.00 亩，多出 2.00 亩。请核实流转、代耕和不予补贴面积。',
  })
  expect(findingSentence(dead).detail).toBe(
    '2026年6月24日死亡（按死亡人员名单）。地还在户里的，请先变更户主和收款人；绝户的停发。',
  )
})

test('every check that runs has a detail of its own', () => {
  const codes = knownChecks.filter((check) => checkCatalogue[check].places.some((place) => place === 'run'))

  expect(codes.length).toBeGreaterThan(20)
  for (const check of codes)
    expect(findingSentence({ check, facts: {} }).detail).not.toBe('请核实并写明意见。')
})

describe('conditions of an extract in words', () => {
  const names = { village: (code: string) => `村${code.slice(-3)}`, programme: () => '高龄津贴' }

  test.each<[Parameters<typeof conditionsText>[0], string]>([
    [{}, '全部可见的村'],
    [{ villages: ['141024101200'], ageFrom: 80 }, '村：村200；年龄 80 周岁以上'],
    [{ ageFrom: 60, ageTo: 79 }, '全部可见的村；年龄 60 周岁至 79 周岁'],
    [{ programmeCode: 'MZ01', year: 2026, takesPart: false }, '全部可见的村；没有2026年高龄津贴'],
    [{ amountToFen: 12_345, hasAccount: false }, '全部可见的村；没有账户；金额 123.45 元以下'],
  ])('%j', (conditions, text) => {
    expect(conditionsText(conditions, names)).toBe(text)
  })
})
