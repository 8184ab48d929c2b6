import { expect, test } from 'vitest'
import { proposeRelation } from '../../../src-main/domain/household/relations.ts'

const born = { old: '1955-01-01', middle: '1980-01-01', young: '1985-01-01', child: '2010-01-01' }
const he = (relation: string, birthDate: string) => ({ relation, sex: 'male' as const, birthDate })
const she = (relation: string, birthDate: string) => ({ relation, sex: 'female' as const, birthDate })

const father = he('户主', born.old)
const mother = she('妻', born.old)
const son = he('长子', born.middle)
const younger = she('女', born.young)
const daughterInLaw = she('儿媳', born.middle)
const grandson = he('孙子', born.child)

test.each([
  ['the father under his wife', father, mother, '夫'],
  ['a child under the mother', son, mother, '子'],
  ['a daughter under the mother', younger, mother, '女'],
  ['a grandson under the grandmother', grandson, mother, '孙子'],
  ['the son’s wife under the mother', daughterInLaw, mother, '儿媳'],
  ['the father under his son', father, son, '父'],
  ['the mother under her son', mother, son, '母'],
  ['a younger sister under her brother', younger, son, '妹'],
  ['an elder brother under his sister', son, younger, '兄'],
])('proposes %s', (_, member, newHead, expected) => {
  expect(proposeRelation(member, newHead)).toBe(expected)
})

test('proposes nothing where several answers are likely', () => {
  expect(proposeRelation(daughterInLaw, son)).toBe('')
  expect(proposeRelation(grandson, son)).toBe('')
  expect(proposeRelation(he('外甥', born.child), son)).toBe('')
})
