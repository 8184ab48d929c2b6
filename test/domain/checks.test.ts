import { describe, expect, test } from 'vitest'
import type { CheckedLine, CheckInput } from '../../src-main/domain/checks/check-input.ts'
import { checkTitle, checkTitles } from '../../src-main/domain/checks/check-titles.ts'
import { aCheckedLine as aLine, findingsOf, landTerms as terms, source } from '../builders/a-checked-line.ts'

function found(lines: readonly CheckedLine[], over: Partial<CheckInput> = {}) {
  return findingsOf(lines, over).map(({ applicationId, check, severity }) => [applicationId, check, severity])
}

test('an ordinary line has no finding', () => {
  expect(found([aLine(), aLine()])).toEqual([])
})

describe('C03', () => {
  test('asks to explain the same person twice by land, and blocks it by head', () => {
    const lines = [aLine({ idNumber: 'x', accountNo: '1' }), aLine({ idNumber: 'x', accountNo: '1' })]
    const [first, second] = lines.map(({ applicationId }) => applicationId)

    expect(found(lines)).toEqual([
      [first, 'C03', 'explain'],
      [second, 'C03', 'explain'],
    ])
    expect(found(lines, { terms: { ...terms, paidBy: 'person' } })).toContainEqual([first, 'C03', 'block'])
  })

  test('names the other lines and their sources', () => {
    const lines = [aLine({ idNumber: 'x', source }), aLine({ idNumber: 'x', source: { ...source, line: 9 } })]
    const finding = findingsOf(lines).find(({ check }) => check === 'C03')!

    expect(finding.others).toEqual([lines[1]!.applicationId])
    expect(finding.sources.map(({ line }) => line)).toEqual([3, 9])
    expect(finding.facts).toMatchObject({ lines: 2, villages: 1 })
  })
})

describe('C05', () => {
  const shared = (over: Partial<CheckedLine>, other: Partial<CheckedLine> = {}) =>
    found([aLine({ accountNo: '6', ...over }), aLine({ accountNo: '6', ...over, ...other })]).map(
      ([, ...rest]) => rest,
    )

  test('blocks one account of people of different households', () => {
    expect(shared({})).toEqual([
      ['C05', 'block'],
      ['C05', 'block'],
    ])
    expect(shared({ householdId: null })).toContainEqual(['C05', 'block'])
  })

  test('asks to explain one account in a household or with an authorised agent', () => {
    expect(shared({ householdId: 'h' })).toContainEqual(['C05', 'explain'])
    expect(shared({}, { agentAuthorised: true })).toContainEqual(['C05', 'explain'])
  })

  test('tells no full account number', () => {
    const lines = [aLine({ accountNo: '6229990000000000001' }), aLine({ accountNo: '6229990000000000001' })]
    expect(JSON.stringify(findingsOf(lines))).not.toContain('622999')
  })
})

test('C06 asks about one person with two accounts', () => {
  expect(found([aLine({ idNumber: 'x' }), aLine({ idNumber: 'x' })]).map(([, check]) => check)).toContain(
    'C06',
  )
})

describe('C01', () => {
  const line = aLine()
  const dead = (deathDate: string) => ({ idNumber: line.idNumber, name: '张三', deathDate, source })
  const severityOf = (deathDate: string, over: Partial<CheckInput['terms']> = {}) =>
    found([line], { deceased: [dead(deathDate)], terms: { ...terms, ...over } })[0]?.[2]

  test('looks at the day of death, not at being on the list', () => {
    expect(severityOf('2026-06-30')).toBe('block')
    expect(severityOf('2026-07-01')).toBeUndefined()
  })

  test('follows what the programme says about a death', () => {
    expect(severityOf('2026-06-01', { deathConsequence: 'stop-next-month' })).toBe('hint')
    expect(severityOf('2026-05-31', { deathConsequence: 'stop-next-month' })).toBe('block')
    expect(severityOf('2025-12-30', { deathConsequence: 'extend-months', extendMonths: 6 })).toBe('hint')
    expect(severityOf('2025-12-29', { deathConsequence: 'extend-months', extendMonths: 6 })).toBe('block')
  })

  test('counts the earliest of two entries and says when the name is another', () => {
    const deceased = [dead('2026-08-01'), { ...dead('2026-05-01'), name: '李四' }]

    const [finding] = findingsOf([line], { deceased })

    expect(finding!.facts).toMatchObject({ deathDate: '2026-05-01', nameDiffers: 'yes', listName: '李四' })
    expect(finding!.sources).toEqual([source])
  })
})

describe('C10', () => {
  const land = (capCentiMu: number, idNumber = 'x') => ({ idNumber, capCentiMu, source })
  const lines = [aLine({ idNumber: 'x', accountNo: '1' }), aLine({ idNumber: 'x', accountNo: '1' })]
  const severities = (landRights: CheckInput['landRights']) =>
    found(lines, { landRights }).flatMap(([, check, severity]) => (check === 'C10' ? [severity] : []))

  test('adds up a person’s lines and land rights', () => {
    expect(severities([land(400), land(300)])).toEqual([])
    expect(severities([land(400), land(299)])).toEqual(['explain', 'explain'])
  })

  test('only hints where the ledger has nobody, and is silent without a ledger', () => {
    expect(severities([land(400, 'somebody else')])).toEqual(['hint', 'hint'])
    expect(severities(undefined)).toEqual([])
  })
})

test('C11, C17 and the hints are found where they are', () => {
  const onPayroll = aLine()
  const wrongAmount = aLine({ printedAmountFen: 1 })
  const card = aLine({ accountNo: '6229990000000000002' })
  const upgraded = aLine({ idUpgraded: true })
  const pending = aLine({ householderPending: true })
  const payroll = [
    { idNumber: onPayroll.idNumber, name: '张三', employer: '', category: '', householdId: null, source },
  ]

  expect(found([onPayroll, wrongAmount, card, upgraded, pending], { payroll })).toEqual([
    [card.applicationId, 'C08', 'hint'],
    [upgraded.applicationId, 'C09', 'hint'],
    [onPayroll.applicationId, 'C11', 'explain'],
    [wrongAmount.applicationId, 'C17', 'explain'],
    [pending.applicationId, 'C26', 'hint'],
  ])
})

test('C17 compares with the roll’s own standard, not with this year’s', () => {
  expect(found([aLine({ printedAmountFen: 23_461, rollAmountFen: 23_461, amountFen: 99 })])).toEqual([])
})

test('every check has a title', () => {
  expect(Object.values(checkTitles).every((title) => title.length >= 4)).toBe(true)
  expect(checkTitle('C03')).toBe('同人重复')
  expect(checkTitle('C99')).toBe('C99')
})

test('a column filled with one account names only some of the others', () => {
  const lines = Array.from({ length: 3000 }, () => aLine({ accountNo: '1', source }))

  const findings = findingsOf(lines)

  expect(findings).toHaveLength(3000)
  expect(findings[0]!.facts).toMatchObject({ people: 3000 })
  for (const { others, sources } of findings) expect([others.length, sources.length]).toEqual([20, 21])
})
