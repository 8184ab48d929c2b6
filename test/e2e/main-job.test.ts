import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDemonstrationRun, type DemonstrationRun } from '../builders/a-demonstration-run.ts'
import { secretFinder, secretsInFolder } from '../builders/readable-secrets.ts'
import {
  countNoticeLines,
  noticeTexts,
  openAsAuditor,
  rejectSheet,
  type OpenedByAuditor,
} from '../builders/run-outcome.ts'
import { samplePeople, secretsOf } from '../builders/sample-people.ts'
import { storedTownship, type StoredTownship } from '../builders/stored-township.ts'
import { truth } from '../builders/truth.ts'
import { samples } from '../domain/sample-sheet.ts'
import { unknownHeadTests } from './unknown-heads.ts'

const { farmland } = truth
const people = samplePeople()
const roll = people.get('2025年耕地地力保护补贴发放清册.xlsx')!

let run: DemonstrationRun
let stored: StoredTownship
beforeAll(async () => {
  run = await aDemonstrationRun(samples)
  stored = await storedTownship(run.out, /姓名/)
}, 600_000)
afterAll(() => run?.remove())

describe('the lists', () => {
  test('only the five lists of this job are read; the others in the folder are left alone', () => {
    expect(run.report.steps.imported.map(({ kind, file }) => [kind, file])).toEqual([
      ['household-register', '户籍人口花名册.xlsx'],
      ['farmland-roll', '2025年耕地地力保护补贴发放清册.xlsx'],
      ['land-rights', '土地确权台账.xlsx'],
      ['deceased', '死亡人员名单.xls'],
      ['payroll', '财政供养人员名单.xlsx'],
    ])
  })

  test('sends back exactly the register lines without a usable ID number', () => {
    const rejects = (stored.rejects.get('household-register') ?? []).map(([line, name, rules]) => [
      line,
      name,
      rules.replaceAll('id-', ''),
    ])

    expect(rejects).toEqual(truth.registerRejects)
    expect(imported('household-register')).toMatchObject({
      accepted: truth.registerRows - truth.registerRejects.length,
      rejected: truth.registerRejects.length,
    })
  })

  test('sends back exactly the roll lines that cannot be used, each with its one reason', () => {
    const expected = farmland.rejects.map(([line, name, rule]) => [
      line,
      rule === 'name-missing' ? '' : name,
      rule,
    ])

    expect(stored.rejects.get('farmland-roll')).toEqual(expected)
    expect([...stored.rejects.keys()].toSorted()).toEqual(['farmland-roll', 'household-register'])
  })

  test('keeps every good roll line, to the fen and to the hundredth of a mu', () => {
    const { accepted, rejected, warned, areaCentiMu, amountFen } = imported('farmland-roll')

    expect({ accepted, rejected, areaCentiMu, amountFen }).toEqual({
      accepted: farmland.goodRows,
      rejected: farmland.rows - farmland.goodRows,
      areaCentiMu: farmland.goodCentiMu,
      amountFen: farmland.goodFen,
    })
    expect(warned).toBe(farmland.warnings.length)
    expect(stored.rosterLines).toHaveLength(farmland.goodRows)
    expect(sum(stored.rosterLines, 'amountFen')).toBe(farmland.goodFen)
    expect(sum(stored.rosterLines, 'areaCentiMu')).toBe(farmland.goodCentiMu)
  })

  test('warns of exactly the lines whose printed amount is not area times standard', () => {
    const differing = stored.rosterLines
      .filter(({ amountFen, printedAmountFen }) => (printedAmountFen ?? amountFen) !== amountFen)
      .map(({ line, name }) => [line, name, 'amount-mismatch'])

    expect(differing).toEqual(farmland.warnings)
  })
})

describe('the reject sheets', () => {
  test.each([
    ['退回_户籍人口花名册.xlsx', truth.registerRejects],
    ['退回_2025年耕地地力保护补贴发放清册.xlsx', farmland.rejects],
  ])('%s gives back every line under its own number with a reason in Chinese', (file, rejects) => {
    const { headers, rows } = rejectSheet(run.out, file)
    const [lineAt, reasonAt] = [headers.indexOf('原行号'), headers.indexOf('退回原因')]

    expect(rows.map((row) => Number(row[lineAt]))).toEqual(rejects.map(([line]) => line))
    for (const row of rows) expect(row[reasonAt]).toMatch(/\p{Script=Han}{4,}/u)
  })

  test('shows no more of an account than its last four digits', () => {
    const { headers, rows } = rejectSheet(run.out, '退回_2025年耕地地力保护补贴发放清册.xlsx')
    const [lineAt, accountAt] = [headers.indexOf('原行号'), headers.findIndex((one) => /账号/.test(one))]
    const written = new Map(roll.map(({ line, accountNo }) => [line, accountNo]))

    const cells = rows.map((row) => [row[accountAt], written.get(Number(row[lineAt]))] as const)

    expect(accountAt).toBeGreaterThan(0)
    for (const [shown, original] of cells) {
      if (/^\d+$/.test(original!)) expect(shown).toBe(`…${original!.slice(-4)}`)
      else expect(shown).toMatch(/^[\d.]+E\+\d+$/i)
    }
  })
})

describe('the checks', () => {
  test.each([
    ['C01', farmland.deceasedOnList],
    ['C03', farmland.duplicatePersons],
    ['C10', farmland.overCap],
    ['C11', farmland.publicEmployeesOnList],
  ])('%s finds exactly the people the lists name', (check, expected) => {
    expect(idsOf(stored.findings.filter((one) => one.check === check && one.severity !== 'hint'))).toEqual(
      expected,
    )
  })

  test('C05 finds exactly the shared cards, each with all who share it', () => {
    const groups = stored.findings
      .filter(({ check }) => check === 'C05')
      .map((found) => idsOf([found, ...found.others.map((applicationId) => ({ applicationId }))]))

    const distinct = [...new Map(groups.map((group) => [group.join(), group])).values()]
    expect(distinct.toSorted((a, b) => (a.join() < b.join() ? -1 : 1))).toEqual(farmland.sharedCards)
  })

  test('C17 finds exactly the lines with another printed amount', () => {
    const lines = stored.findings
      .filter(({ check }) => check === 'C17')
      .map(({ applicationId }) => stored.applications.get(applicationId)!.line)

    expect(lines.toSorted((a, b) => a - b)).toEqual(farmland.warnings.map(([line]) => line))
  })

  test('returns what has something to handle and approves the rest, to the fen', () => {
    const { demo } = farmland
    const found = new Set(
      stored.findings.filter((one) => one.severity !== 'hint').map((one) => one.applicationId),
    )
    const returned = [...stored.applications.values()].filter(({ status }) => status === 'returned')

    expect(new Set(returned.map(({ id }) => id))).toEqual(found)
    expect(run.report.steps.returned.rows).toBe(demo.returnedRows)
    expect(run.report.steps.checked.withFindings).toBe(demo.returnedRows)
    expect(run.report.steps.approved).toMatchObject({ rows: demo.approvedRows, amountFen: demo.approvedFen })
  })

  function idsOf(findings: readonly { applicationId: string }[]): string[] {
    return [
      ...new Set(findings.map((one) => stored.applications.get(one.applicationId)!.idNumber)),
    ].toSorted()
  }
})

test('every step of the report ties to the next', () => {
  const { ties, tiesOut, degraded, verification, noticesFailed, steps } = run.report

  expect({ tiesOut, degraded, noticesFailed, verified: verification.ok }).toEqual({
    tiesOut: true,
    degraded: false,
    noticesFailed: [],
    verified: true,
  })
  expect(ties.filter((tie) => !tie.holds)).toEqual([])
  expect(ties.length).toBeGreaterThan(8)
  const { demo } = farmland
  for (const step of [steps.publicized, steps.package, steps.openedAgain])
    expect(step).toMatchObject({ rows: demo.approvedRows, amountFen: demo.approvedFen })
  expect(JSON.parse(readFileSync(join(run.out, 'report.json'), 'utf8'))).toEqual(run.report)
})

describe('the package', () => {
  let opened: OpenedByAuditor
  beforeAll(() => {
    opened = openAsAuditor(run.out)
  })

  test('opens and proves itself with the four stock commands', () => {
    expect(opened.said.match(/Signature Verified Successfully/g)).toHaveLength(2)
    expect(opened.said).toMatch(/data\/applications\.jsonl: OK/)
    expect(opened.said).toMatch(/manifest-sha256\.txt: OK/)
  })

  test('was signed by the keys the report names', () => {
    const { signers } = run.report.verification

    expect(signers.map(({ role }) => role)).toEqual(['workstation', 'approver'])
    expect(signers.map(({ fingerprint }) => fingerprint)).toEqual(opened.fingerprints)
  })

  test('holds exactly the approved lines, to the fen', () => {
    const approved = [...stored.applications.values()].filter(({ status }) => status === 'packaged')

    expect(opened.records).toHaveLength(farmland.demo.approvedRows)
    expect(sum(opened.records, 'amountFen')).toBe(farmland.demo.approvedFen)
    expect(opened.records.map(({ id }) => id).toSorted()).toEqual(approved.map(({ id }) => id).toSorted())
  })

  test('leaves no ID or account number readable before it is opened', () => {
    const find = secretFinder(secretsOf([...people.values()].flat()).numbers)

    expect(secretsInFolder(join(run.out, 'packages'), find)).toEqual([])
    expect(secretsInFolder(join(run.out, 'opened'), find)).not.toEqual([])
  })

  test('and the notices name everybody in it, and only as many lines', () => {
    const notices = noticeTexts(run.out)
    const missing = opened.records.filter(
      ({ publicity, beneficiary }) =>
        !notices.get(publicity.serial)?.replace(/\s/g, '').includes(beneficiary.name.replace(/\s/g, '')),
    )

    const rows = [...notices.values()].map(countNoticeLines)
    expect(notices.size).toBe(run.report.steps.publicized.notices)
    expect(missing).toEqual([])
    expect(rows.reduce((a, b) => a + b, 0)).toBe(run.report.steps.publicized.rows)
  })
})

describe('what must not be read', () => {
  test('a notice holds no seven digits in a row of anybody’s ID or account number', () => {
    const windows = new Set<string>()
    for (const number of secretsOf([...people.values()].flat()).numbers)
      for (let at = 0; at + 7 <= number.length; at++) windows.add(number.slice(at, at + 7))
    const leaked = [...noticeTexts(run.out)].flatMap(([serial, text]) =>
      windowsIn(text.replace(hotline, ''))
        .filter((seven) => windows.has(seven))
        .map((seven) => [serial, seven]),
    )

    expect(windows.size).toBeGreaterThan(100_000)
    expect(leaked).toEqual([])
  })

  test('the workstation folder holds no readable name, ID or account number', () => {
    const { names, numbers } = secretsOf([...people.values()].flat())
    // the office's own people are listed in the key file, so that they can choose themselves at sign-in
    const staff = run.report.demonstration ? '演示管理员 李娟 王秀英 张建军' : ''
    const find = secretFinder([...names.filter((name) => !staff.includes(name)), ...numbers])

    expect(find(readFileSync(join(samples, 'truth.json'))).length).toBeGreaterThan(100)
    expect(secretsInFolder(join(run.out, 'workstation'), find)).toEqual([])
  })

  test('nothing is left in the exchange folder', () => {
    expect(readdirSync(join(run.out, 'workstation', 'exchange'))).toEqual([])
  })
})

unknownHeadTests(() => ({ out: run.out, stored }))

/** The office's own telephone numbers, printed on purpose. */
const hotline = /0357-\d{7}/g

function windowsIn(text: string): string[] {
  const runs = text.match(/[\dXx]{7,}/g) ?? []
  return runs.flatMap((digits) =>
    Array.from({ length: digits.length - 6 }, (_, at) => digits.slice(at, at + 7).toUpperCase()),
  )
}

function imported(kind: string) {
  return run.report.steps.imported.find((list) => list.kind === kind)!
}

function sum<K extends string>(rows: Iterable<Readonly<Record<K, number>>>, key: K): number {
  let total = 0
  for (const row of rows) total += row[key]
  return total
}
