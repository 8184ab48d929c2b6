import { describe, expect, test } from 'vitest'
import type { Entitlement, Exclusion } from '../../src-main/domain/check-rules.ts'
import { ageOn, findMissed, type MissedInput } from '../../src-main/domain/checks/missed-beneficiaries.ts'
import { asOf, source } from '../builders/a-checked-line.ts'

const person = {
  ...{ personId: 'p', idNumber: 'x', name: '张三', birthDate: '1946-06-30', householdId: 'h' },
  ...{ villageCode: '141024101200', groupName: '一组' },
}
const nothing: MissedInput = {
  ...{ people: [person], exclusions: [], certificates: [], relief: [], deceased: [], applied: new Map() },
}
const oldAge: Entitlement = {
  ...{ id: 'E', programme: 'MZ09', minimumAge: 80, needsCertificate: false, levels: [], relief: [] },
  ...{ words: '', basis: '', source: '半' },
}
const poor: Entitlement = {
  ...{ ...oldAge, programme: 'MZ05', minimumAge: null, needsCertificate: true, relief: ['dibao'] },
}
const certificate = { idNumber: 'x', name: '张三', kind: '4', level: '2', expiresOn: '2026-06-30', source }
const relief = {
  ...{ idNumber: 'head', name: '李四', reliefKind: 'dibao', reliefClass: 'A', since: null, until: null },
  ...{ change: '', householdId: 'h', source },
}

const missed = (entitlement: Entitlement, over: Partial<MissedInput>) =>
  findMissed(entitlement, { ...nothing, ...over }, asOf).length

describe('who has missed the old-age allowance', () => {
  test('is of age from the birthday on', () => {
    expect(missed(oldAge, {})).toBe(1)
    expect(missed(oldAge, { people: [{ ...person, birthDate: '1946-07-01' }] })).toBe(0)
    expect([ageOn('1946-06-30', '2026-06-30'), ageOn('1946-07-01', '2026-06-30')]).toEqual([80, 79])
  })

  test('has not applied and is not dead by the day', () => {
    const dead = { idNumber: 'x', name: '张三', deathDate: '2026-06-30', source }

    expect(missed(oldAge, { applied: new Map([['MZ09', new Set(['x'])]]) })).toBe(0)
    expect(missed(oldAge, { applied: new Map([['MZ05', new Set(['x'])]]) })).toBe(1)
    expect(missed(oldAge, { deceased: [dead] })).toBe(0)
    expect(missed(oldAge, { deceased: [{ ...dead, deathDate: '2026-07-01' }] })).toBe(1)
  })
})

describe('who has missed the allowance of the poor and disabled', () => {
  const both = { certificates: [certificate], relief: [relief] }

  test('holds a certificate in force in a household on relief', () => {
    expect(missed(poor, both)).toBe(1)
    expect(missed(poor, { certificates: [certificate] })).toBe(0)
    expect(missed(poor, { relief: [relief] })).toBe(0)
    expect(missed(poor, { ...both, certificates: [{ ...certificate, expiresOn: '2026-06-29' }] })).toBe(0)
    expect(missed(poor, { ...both, relief: [{ ...relief, until: '2026-06-29' }] })).toBe(0)
    expect(missed({ ...poor, levels: ['1'] }, both)).toBe(0)
  })

  test('is not certainly shut out of it', () => {
    const rule: Exclusion = {
      ...{ id: 'X', programme: 'MZ05', with: { programme: 'MZ03', relief: ['tekun'] }, kind: 'hard' },
      ...{
        granularity: 'person',
        basis: '',
        source: '证',
        region: '全国',
        validFrom: null,
        validTo: null,
        words: '',
      },
    }
    const destitute = { ...relief, idNumber: 'x', reliefKind: 'tekun' }
    const shutOut = { ...both, relief: [relief, destitute], exclusions: [rule] }

    expect(missed(poor, shutOut)).toBe(0)
    expect(missed(poor, { ...shutOut, exclusions: [{ ...rule, source: '未' }] })).toBe(1)
    expect(missed(poor, { ...both, exclusions: [rule], applied: new Map([['MZ03', new Set(['x'])]]) })).toBe(
      0,
    )
  })
})
