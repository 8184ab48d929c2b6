import { expect, test } from 'vitest'
import { lineThisYear } from '../../src-main/domain/surveyed-line.ts'

const previous = { areaCentiMu: 500, accountId: 'old' }
const left = { areaMu: null, accountId: null, continues: null }

test('a line nobody visited is carried over as it was', () => {
  expect(lineThisYear(previous, undefined)).toEqual(previous)
})

test('a visit that left it as it was carries it over too', () => {
  expect(lineThisYear(previous, { ...left, continues: 'yes' })).toEqual(previous)
})

test('the area and account the visit found are this year’s', () => {
  expect(lineThisYear(previous, { ...left, areaMu: '4.80', accountId: 'new' })).toEqual({
    ...{ areaCentiMu: 480, accountId: 'new' },
  })
})

test('a household that applies no more has no line', () => {
  expect(lineThisYear(previous, { ...left, continues: 'no' })).toBeUndefined()
})
