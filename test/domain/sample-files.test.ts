import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type CheckInput, nothingListed } from '../../src-main/domain/checks/check-input.ts'
import { runChecks } from '../../src-main/domain/checks/run-checks.ts'
import type { SourceLine } from '../../src-main/domain/finding.ts'
import { parseLandRightRow } from '../../src-main/domain/land-row.ts'
import { parseDeceasedRow, parsePayrollRow } from '../../src-main/domain/name-list-row.ts'
import { parseRegisterRow } from '../../src-main/domain/register-row.ts'
import { parseRollRow, type RollRow } from '../../src-main/domain/roll-row.ts'
import type { RowText } from '../../src-main/domain/row-reader.ts'
import type { ParsedRow } from '../../src-main/domain/row-rule.ts'
import { sumFen } from '../../src-main/domain/money.ts'
import { aCheckedLine, landTerms } from '../builders/a-checked-line.ts'
import { sampleRows, samples, sampleSheet } from './sample-sheet.ts'

const truth = JSON.parse(readFileSync(resolve(samples, 'truth.json'), 'utf8'))
const asOf: string = truth.eligibilityDate

const rollColumns = {
  ...{ village: 'B', group: 'C', name: 'D', idNumber: 'E', area: 'F', rate: 'G', amount: 'H' },
  ...{ accountNo: 'I', bankName: 'J', phone: 'K', remark: 'L' },
}
const registerColumns = {
  ...{ householdNo: 'B', village: 'C', group: 'D', name: 'E', relation: 'F', sex: 'G' },
  ...{ idNumber: 'H', birthDate: 'I', ethnicity: 'J', hukouKind: 'K', phone: 'L', remark: 'M' },
}
const landColumns = {
  ...{ village: 'A', group: 'B', name: 'C', idNumber: 'D', confirmedArea: 'E' },
  ...{ nonEligibleArea: 'F', transferredOutArea: 'G', farmedForOthersArea: 'H' },
}

const rollLines = sampleRows(sampleSheet('2025年耕地地力保护补贴发放清册.xlsx'), 5, rollColumns)
  .filter(({ row }) => row['accountNo'])
  .map(({ line, row }) => ({ line, row, parsed: parseRollRow(row) }))
const good = rollLines.flatMap(({ line, parsed }) => (parsed.ok ? [{ line, value: parsed.value }] : []))
const registerLines = sampleRows(sampleSheet('户籍人口花名册.xlsx'), 3, registerColumns)

test('sends back exactly the 47 roll lines that cannot be used, each with its one reason', () => {
  const rejects = rollLines.flatMap(({ line, row, parsed }) =>
    parsed.ok ? [] : [[line, row['name']?.text ?? '', parsed.broken.map(({ rule }) => rule).join()]],
  )

  const expected = truth.farmland.rejects.map(([line, name, rule]: [number, string, string]) => [
    line,
    rule === 'name-missing' ? '' : name,
    rule,
  ])
  expect(rollLines).toHaveLength(truth.farmland.rows)
  expect(rejects).toEqual(expected)
})

test('sums the accepted roll lines to the fen and to the hundredth of a mu', () => {
  const fen = sumFen(good.map(({ value }) => value.amountFen!))
  const centiMu = sumFen(good.map(({ value }) => value.areaCentiMu))

  expect(good).toHaveLength(truth.farmland.goodRows)
  expect(fen).toBe(truth.farmland.goodFen)
  expect(centiMu).toBe(truth.farmland.goodCentiMu)
})

test('warns of exactly the roll lines whose printed amount is wrong', () => {
  const warned = rollLines.flatMap(({ line, row, parsed }) =>
    parsed.ok && parsed.warnings.length > 0 ? [[line, row['name']!.text, parsed.warnings.join()]] : [],
  )

  expect(warned).toEqual(truth.farmland.warnings)
})

test('sends back exactly the 12 register lines without a usable ID number and doubts no other', () => {
  const parsed = registerLines.map(({ line, row }) => ({ line, row, result: parseRegisterRow(row) }))
  const rejects = parsed.flatMap(({ line, row, result }) =>
    result.ok
      ? []
      : [[line, row['name']!.text, result.broken.map(({ rule }) => rule.replace('id-', '')).join()]],
  )

  expect(registerLines).toHaveLength(truth.registerRows)
  expect(rejects).toEqual(truth.registerRejects)
  expect(parsed.filter(({ result }) => result.ok && result.warnings.length > 0)).toEqual([])
})

test('checks find exactly the people the lists name, and 166 lines to return', () => {
  const findings = runChecks(checkInput(), asOf)
  const people = (check: string, severities = ['block', 'explain']) =>
    uniqueIds(findings.filter((found) => found.check === check && severities.includes(found.severity)))

  expect(people('C03')).toEqual(truth.farmland.duplicatePersons)
  expect(people('C01')).toEqual(truth.farmland.deceasedOnList)
  expect(people('C11')).toEqual(truth.farmland.publicEmployeesOnList)
  expect(people('C10')).toEqual(truth.farmland.overCap)
  expect(sharedGroups(findings)).toEqual(truth.farmland.sharedCards)
  const returned = new Set(findings.filter(({ severity }) => severity !== 'hint').map((f) => f.applicationId))
  const kept = good.filter(({ line }) => !returned.has(String(line)))
  expect(returned.size).toBe(truth.farmland.demo.returnedRows)
  expect(kept).toHaveLength(truth.farmland.demo.approvedRows)
  expect(sumFen(kept.map(({ value }) => value.amountFen!))).toBe(truth.farmland.demo.approvedFen)
})

function checkInput(): CheckInput {
  const households = householdsById()
  const deceasedRows = sampleRows(sampleSheet('死亡人员名单.xls'), 3, {
    name: 'B',
    idNumber: 'C',
    deathDate: 'D',
  })
  const payrollRows = sampleRows(sampleSheet('财政供养人员名单.xlsx'), 2, {
    ...{ employer: 'A', name: 'B', idNumber: 'C', category: 'D' },
  })
  const payroll = accepted(payrollRows, parsePayrollRow)
  return {
    ...nothingListed,
    lines: good.map(({ line, value }) => checkedLine(line, value, households)),
    deceased: accepted(deceasedRows, parseDeceasedRow),
    payroll: payroll.map((entry) => ({ ...entry, householdId: households.get(entry.idNumber) ?? null })),
    landRights: accepted(sampleRows(sampleSheet('土地确权台账.xlsx'), 3, landColumns), parseLandRightRow),
    terms: landTerms,
  }
}

function checkedLine(line: number, value: RollRow, households: ReadonlyMap<string, string>) {
  const { idNumber, name, village, accountNo, areaCentiMu, printedAmountFen, idUpgraded, phone } = value
  return aCheckedLine({
    ...{ applicationId: String(line), idNumber, name, villageCode: village, accountNo, areaCentiMu },
    ...{ householdId: households.get(idNumber) ?? null, amountFen: value.amountFen!, printedAmountFen },
    ...{ rollAmountFen: value.amountFen, idUpgraded, phone },
    source: { batchId: 'roll', fileName: 'roll', sheet: '清册', line },
  })
}

function householdsById(): ReadonlyMap<string, string> {
  const rows = registerLines.map(({ row }) => parseRegisterRow(row))
  return new Map(
    rows.flatMap((row) => (row.ok ? [[row.value.idNumber, row.value.householdNo] as const] : [])),
  )
}

function accepted<T>(rows: readonly { line: number; row: RowText }[], parse: (row: RowText) => ParsedRow<T>) {
  return rows.map(({ line, row }) => {
    const parsed = parse(row)
    if (!parsed.ok) throw new Error(`line ${line}: ${JSON.stringify(parsed.broken)}`)
    const source: SourceLine = { batchId: 'list', fileName: 'list', sheet: 'list', line }
    return { ...parsed.value, source }
  })
}

const idOf = new Map(good.map(({ line, value }) => [String(line), value.idNumber]))

function uniqueIds(findings: readonly { applicationId: string }[]): readonly string[] {
  return [...new Set(findings.map(({ applicationId }) => idOf.get(applicationId)!))].sort()
}

function sharedGroups(
  findings: readonly { check: string; applicationId: string; others: readonly string[] }[],
) {
  const groups = findings
    .filter(({ check }) => check === 'C05')
    .map((found) => uniqueIds([found, ...found.others.map((applicationId) => ({ applicationId }))]))
  return [...new Map(groups.map((group) => [group.join(), group])).values()].sort((a, b) =>
    a.join() < b.join() ? -1 : 1,
  )
}
