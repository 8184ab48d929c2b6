import { describe, expect, it } from 'vitest'
import { mayHoldTogether, rolesInEffect } from '../../src-main/domain/role-exception.ts'

const until = (validTo: string) => [{ roles: ['clerk', 'reviewer'] as const, validTo }]

describe('one person with several duties', () => {
  it('keeps a single duty without any exception', () => {
    expect(rolesInEffect(['reviewer', 'reviewer'], [], '2026-11-22')).toEqual(['reviewer'])
  })

  it('counts together what an exception in force covers, its last day included', () => {
    expect(rolesInEffect(['reviewer', 'clerk'], until('2026-11-22'), '2026-11-22')).toEqual([
      'clerk',
      'reviewer',
    ])
    expect(mayHoldTogether(['reviewer', 'clerk'], until('2026-11-22'), '2026-11-22')).toBe(true)
  })

  it('falls back to one duty the day after', () => {
    expect(rolesInEffect(['reviewer', 'clerk'], until('2026-11-21'), '2026-11-22')).toEqual(['clerk'])
    expect(mayHoldTogether(['reviewer', 'clerk'], until('2026-11-21'), '2026-11-22')).toBe(false)
  })

  it('gives nothing an exception does not name', () => {
    expect(rolesInEffect(['clerk', 'reviewer', 'approver'], until('2099-01-01'), '2026-11-22')).toEqual([
      'clerk',
      'reviewer',
    ])
  })
})
