import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../src-main/domain/problem.ts'
import { inScopeOf, roles, type Grant, type Role, type Scope } from '../../src-main/domain/role.ts'
import { admit, formBlocks, scopeOf } from '../../src-main/host/scope.ts'

const programmes = ['NY01', 'NY02', 'MZ01']
const villages = ['141024101201', '141024101202', '141024101203']
const grant = fc.record({
  role: fc.constantFrom<Role>(...roles),
  programmeCode: fc.constantFrom('*', ...programmes),
  villageCode: fc.constantFrom('*', ...villages),
})
const grants = fc.uniqueArray(grant, { maxLength: 8, selector: (one) => JSON.stringify(one) })
const someRoles = fc.uniqueArray(fc.constantFrom<Role>(...roles), { minLength: 1 })

const covers = (granted: string, asked: string) => granted === '*' || granted === asked
const isGranted = (given: readonly Grant[], programmeCode: string, villageCode: string) =>
  given.some((one) => covers(one.programmeCode, programmeCode) && covers(one.villageCode, villageCode))

function scopeFor(given: readonly Grant[], who: readonly Role[], input: unknown): Scope | undefined {
  const actor = { userId: 'x', displayName: 'x', roles: given.map((one) => one.role), grants: given }
  try {
    return scopeOf(admit(actor, { who }), input)
  } catch (error) {
    if (error instanceof Problem && error.code === 'permission.denied') return undefined
    throw error
  }
}

test('a scope holds exactly what the permitting roles were granted, where grants form blocks', () => {
  fc.assert(
    fc.property(grants, someRoles, (given, who) => {
      fc.pre(formBlocks(given))
      const permitting = given.filter((one) => who.includes(one.role))
      const scope = scopeFor(given, who, {})
      for (const programmeCode of programmes)
        for (const villageCode of villages)
          expect(scope !== undefined && inScopeOf(scope, { programmeCode, villageCode })).toBe(
            isGranted(permitting, programmeCode, villageCode),
          )
    }),
  )
})

test('a call that names a programme and a village goes through exactly where both were granted together', () => {
  fc.assert(
    fc.property(
      grants,
      someRoles,
      fc.constantFrom(...programmes),
      fc.constantFrom(...villages),
      (given, who, programmeCode, villageCode) => {
        const permitting = given.filter((one) => who.includes(one.role))

        const scope = scopeFor(given, who, { programmeCode, villageCode })

        expect(scope !== undefined).toBe(isGranted(permitting, programmeCode, villageCode))
      },
    ),
  )
})

test('one village of many outside refuses the whole call', () => {
  const given: Grant[] = [{ role: 'clerk', programmeCode: '*', villageCode: villages[0]! }]

  expect(scopeFor(given, ['clerk'], { villageCodes: villages })).toBeUndefined()
  expect(scopeFor(given, ['clerk'], { villageCodes: [villages[0]] })).toBeDefined()
})

test.each<[string, Grant[], boolean]>([
  ['everything', [{ role: 'clerk', programmeCode: '*', villageCode: '*' }], true],
  [
    'two villages of one programme',
    [
      { role: 'clerk', programmeCode: 'NY01', villageCode: villages[0]! },
      { role: 'clerk', programmeCode: 'NY01', villageCode: villages[1]! },
    ],
    true,
  ],
  [
    'a corner missing',
    [
      { role: 'clerk', programmeCode: 'NY01', villageCode: villages[0]! },
      { role: 'clerk', programmeCode: 'MZ01', villageCode: villages[1]! },
    ],
    false,
  ],
  [
    'a corner missing between two roles',
    [
      { role: 'clerk', programmeCode: 'NY01', villageCode: villages[0]! },
      { role: 'reviewer', programmeCode: 'MZ01', villageCode: villages[1]! },
    ],
    false,
  ],
  [
    'two roles for two programmes everywhere',
    [
      { role: 'clerk', programmeCode: 'NY01', villageCode: '*' },
      { role: 'reviewer', programmeCode: 'MZ01', villageCode: '*' },
    ],
    true,
  ],
])('grants over %s', (_, given, expected) => {
  expect(formBlocks(given)).toBe(expected)
})
