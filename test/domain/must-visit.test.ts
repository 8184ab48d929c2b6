import { expect, test } from 'vitest'
import { mustVisitReasons, type PreviousLine } from '../../src-main/domain/must-visit.ts'

const line: PreviousLine & { status: string | null } = {
  ...{ lineId: 'l', personId: 'p', name: '关海林', areaCentiMu: 500, amountFen: 33515, accountId: 'a' },
  ...{ remark: '', status: null },
}
const head = { personId: 'p', name: '关海林', deathDay: null }
const codes = (ground: Partial<Parameters<typeof mustVisitReasons>[0]>) =>
  mustVisitReasons({ lines: [line], householder: head, deaths: new Map(), ...ground }).map(({ code }) => code)

test('a household nothing speaks against need not be visited one by one', () => {
  expect(codes({})).toEqual([])
})

test.each([
  ['stopped', 'previous-stopped'],
  ['suspended', 'previous-stopped'],
  ['withheld', 'previous-stopped'],
  ['recovering', 'previous-recovered'],
  ['declined', 'previous-declined'],
])('last year’s %s is %s', (status, code) => {
  expect(codes({ lines: [{ ...line, status }] })).toEqual([code])
})

test.each([
  ['发放失败，户名不符', 'previous-failed'],
  ['已停发', 'previous-stopped'],
  ['追缴 2024 年多发', 'previous-recovered'],
])('a remark of “%s” is %s', (remark, code) => {
  expect(codes({ lines: [{ ...line, remark }] })).toEqual([code])
})

test('a reason told twice is told once', () => {
  expect(codes({ lines: [{ ...line, status: 'stopped', remark: '停发' }] })).toEqual(['previous-stopped'])
})

test('a dead head, a dead beneficiary and a missing head each ask for a visit', () => {
  expect(codes({ householder: { ...head, deathDay: '2026-03-01' } })).toEqual(['head-died'])
  expect(codes({ householder: null })).toEqual(['householder-missing'])
  expect(
    codes({ lines: [{ ...line, name: '畅桂兰', personId: 'q' }], deaths: new Map([['q', '2026-03-01']]) }),
  ).toEqual(['beneficiary-died'])
})
