import { expect, test } from 'vitest'
import { deathOutcome } from '../../../src-main/domain/household/death-outcome.ts'

type Terms = Parameters<typeof deathOutcome>[0]
const terms: Terms = { deathConsequence: 'stop', extendMonths: 0, eligibilityDate: '2026-06-30' }
const died = (diedOn: string, change: Partial<Terms> = {}, mayTakeOver = true) =>
  deathOutcome({ ...terms, ...change }, { diedOn, status: 'submitted', mayTakeOver })

test.each<[string, Terms['deathConsequence'], string, object]>([
  ['before the day eligibility is judged by', 'stop', '2026-06-30', { kind: 'stop' }],
  ['after that day', 'stop', '2026-07-01', { kind: 'unaffected' }],
  ['in the month before', 'stop-next-month', '2026-05-31', { kind: 'stop' }],
  ['in that very month', 'stop-next-month', '2026-06-01', { kind: 'pay-until', until: '2026-06-30' }],
  ['in a later month', 'stop-next-month', '2026-08-02', { kind: 'pay-until', until: '2026-08-31' }],
])('who died %s: %s', (_, deathConsequence, diedOn, expected) => {
  expect(died(diedOn, { deathConsequence })).toEqual(expected)
})

test('payments that go on for six months end on that day', () => {
  const six = { deathConsequence: 'extend-months', extendMonths: 6 } as const

  expect(died('2025-12-30', six)).toEqual({ kind: 'pay-until', until: '2026-06-30' })
  expect(died('2025-12-29', six)).toEqual({ kind: 'stop' })
})

test('what goes to a household goes on whenever its head died, and stops with its last', () => {
  const household = { deathConsequence: 'change-householder' } as const

  expect(died('2026-08-01', household)).toEqual({ kind: 'take-over' })
  expect(died('2020-01-01', household)).toEqual({ kind: 'take-over' })
  expect(died('2026-08-01', household, false)).toEqual({ kind: 'stop' })
})

test('what has been packed is no longer on the desk', () => {
  const packed = { diedOn: '2026-01-01', status: 'packaged', mayTakeOver: true } as const

  expect(deathOutcome(terms, packed)).toEqual({ kind: 'has-left' })
})
