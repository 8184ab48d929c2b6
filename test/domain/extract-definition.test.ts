import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  brokenDefinition,
  type ExtractDefinition,
  scopeCovers,
} from '../../src-main/domain/extract-definition.ts'
import { extractFields, extractGrains } from '../../src-main/domain/extract-field.ts'
import { inScopeOf, type Scope } from '../../src-main/domain/role.ts'

const sound: ExtractDefinition = { grain: 'application', columns: ['name', 'amount'], conditions: {} }
const roundId = '01980a3c-5b7e-7d10-8f2a-3c4d5e6f7081'

test.each<[string, Partial<ExtractDefinition>, string[]]>([
  ['a sound one', {}, []],
  ['no column', { columns: [] }, ['columns']],
  ['a column twice', { columns: ['name', 'name'] }, ['columns']],
  ['a column of other lines', { grain: 'person' }, ['columns.1']],
  ['an answer without a round', { columns: ['q.dibao'] }, ['columns.0']],
  ['an answer of a round', { columns: ['q.dibao'], conditions: { survey: { roundId } } }, []],
  ['ages the wrong way round', { conditions: { ageFrom: 80, ageTo: 60 } }, ['conditions.ageTo']],
  [
    'a status of what has none',
    { grain: 'roster', conditions: { statuses: ['approved'] } },
    ['conditions.statuses'],
  ],
  [
    'taking part in nothing',
    { grain: 'person', columns: ['name'], conditions: { takesPart: true } },
    ['conditions.takesPart'],
  ],
])('%s: what is wrong is said at its place', (_, change, paths) => {
  expect(brokenDefinition({ ...sound, ...change }).map(({ path }) => path)).toEqual(paths)
})

test('every kind of line has the columns that say who it is about', () => {
  for (const grain of extractGrains) {
    const keys = extractFields.filter((field) => field.grains.includes(grain)).map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(['village', 'group', 'householder', 'idNumber']))
  }
  expect(new Set(extractFields.map(({ key }) => key)).size).toBe(extractFields.length)
})

const codes = (all: string[]) =>
  fc.oneof(fc.constant('all' as const), fc.uniqueArray(fc.constantFrom(...all)))
const programmes = ['NY01', 'MZ01', 'MZ02']
const villages = ['141024101201', '141024101202', '141024101203']
const scope: fc.Arbitrary<Scope> = fc.record({ programmes: codes(programmes), villages: codes(villages) })

test('who covers a scope sees everything that is in it', () => {
  fc.assert(
    fc.property(scope, scope, (outer, inner) => {
      fc.pre(scopeCovers(outer, inner))
      for (const programmeCode of programmes)
        for (const villageCode of villages)
          if (inScopeOf(inner, { programmeCode, villageCode }))
            expect(inScopeOf(outer, { programmeCode, villageCode })).toBe(true)
    }),
  )
})

test('a part of the township never covers all of it', () => {
  expect(scopeCovers({ programmes: 'all', villages }, { programmes: 'all', villages: 'all' })).toBe(false)
  expect(scopeCovers({ programmes, villages: 'all' }, { programmes: 'all', villages: 'all' })).toBe(false)
})
