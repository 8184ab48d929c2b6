import { expect, test } from 'vitest'
import { checkCatalogue, knownChecks } from '../../src-main/domain/checks/check-catalogue.ts'
import { runChecks } from '../../src-main/domain/checks/run-checks.ts'
import { nothingListed } from '../../src-main/domain/checks/check-input.ts'
import { checkTitle } from '../../src-main/domain/checks/check-titles.ts'
import { checkTexts } from '../../src-main/wording/check-texts.ts'
import { aCheckedLine, asOf, personTerms, source } from '../builders/a-checked-line.ts'

test('the catalogue has all 28 checks, each with a title, what it needs and what resolves it', () => {
  expect(knownChecks).toEqual(Array.from({ length: 28 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`))
  for (const check of knownChecks) {
    expect(checkTitle(check).length).toBeGreaterThanOrEqual(4)
    expect(checkTexts[check].needs.length).toBeGreaterThan(3)
    expect(checkTexts[check].resolves.length).toBeGreaterThan(5)
  }
})

test('what is not run yet says why, and nothing that is run says so', () => {
  for (const check of knownChecks) {
    const isRun = !checkCatalogue[check].places.some((place) => place === 'not-yet')
    expect(checkTexts[check].resolves.includes('现在不查')).toBe(!isRun)
  }
})

test('no check finds more than the catalogue says of it', () => {
  const dead = { idNumber: 'x', name: '李四', deathDate: '2026-01-01', source }
  const lines = [
    aCheckedLine({ idNumber: 'x', accountNo: '1', bankRefusal: '户名不符', custody: 'other' }),
    aCheckedLine({ idNumber: 'x', accountNo: '1', personStatus: 'moved-out', payeeName: '李四' }),
    aCheckedLine({ accountNo: '1', holderName: '王五', rateYuan: '1' }),
  ]

  const found = runChecks({ ...nothingListed, lines, deceased: [dead], terms: personTerms }, asOf)

  expect(new Set(found.map(({ check }) => check)).size).toBeGreaterThan(6)
  for (const { check, severity } of found) {
    const { severities } = checkCatalogue[check as keyof typeof checkCatalogue]
    expect(severities as readonly string[]).toContain(severity)
  }
})
