import { describe, expect, test } from 'vitest'
import { brokenVisit, visitFields, type VisitValues } from '../../src-main/domain/survey-visit.ts'
import { verificationModes } from '../../src-main/domain/verification-mode.ts'

const onSite: VisitValues = {
  ...{ 'visit.state': 'visited', 'visit.mode': 'on-site', 'visit.on': '2026-07-01', 'visit.visitor': '李娟' },
  ...{ 'visit.respondent': '关海林', 'visit.relation': '户主' },
  ...{ 'visit.confirmation': 'signed', 'visit.notified': 'yes' },
}
const broken = (values: VisitValues, modes = verificationModes) =>
  brokenVisit(values, modes).map(({ field, rule }) => `${field} ${rule}`)

test('a complete visit has nothing broken', () => {
  expect(broken(onSite)).toEqual([])
})

test.each(['visit.on', 'visit.visitor', 'visit.respondent', 'visit.relation', 'visit.confirmation'])(
  'a household visited on site asks for %s',
  (field) => {
    expect(broken({ ...onSite, [field]: null })).toEqual([`${field} required`])
  },
)

test.each(['on-site', 'phone', 'video', 'relative', 'village'])(
  'no way of verifying, %s neither, does without the notice on personal data',
  (mode) => {
    expect(broken({ 'visit.state': 'visited', 'visit.mode': mode })).toContain('visit.notified required')
  },
)

test('verified is nothing without the way it was', () => {
  expect(broken({ 'visit.state': 'visited' })).toEqual(['visit.mode required'])
})

test('a telephone call cannot be signed, and a visit not be confirmed by word alone', () => {
  expect(broken({ ...onSite, 'visit.mode': 'phone', 'visit.phone': '13800000001' })).toEqual([
    'visit.confirmation code-unknown',
  ])
  expect(broken({ ...onSite, 'visit.confirmation': 'oral' })).toEqual(['visit.confirmation code-unknown'])
})

test('only relations the programme names may sign for the household', () => {
  const byRelative: VisitValues = {
    ...onSite,
    ...{
      'visit.mode': 'relative',
      'visit.signer': '关鹏',
      'visit.phone': '13800000001',
      'visit.why': '外出',
    },
  }

  expect(broken({ ...byRelative, 'visit.signerRelation': '子女' })).toEqual([])
  expect(broken({ ...byRelative, 'visit.signerRelation': '邻居' })).toEqual([
    'visit.signerRelation code-unknown',
  ])
})

describe('where two visitors go', () => {
  const two = verificationModes.map((mode) =>
    mode.mode === 'on-site' ? { ...mode, visitors: 2 as const } : mode,
  )

  test('the second is asked for beside the first', () => {
    expect(visitFields(onSite, two).shown).toContain('visit.secondVisitor')
    expect(broken(onSite, two)).toEqual(['visit.secondVisitor required'])
  })

  test('they are two people', () => {
    expect(broken({ ...onSite, 'visit.secondVisitor': '李娟' }, two)).toEqual([
      'visit.secondVisitor same-as-visitor',
    ])
    expect(broken({ ...onSite, 'visit.secondVisitor': '王强' }, two)).toEqual([])
  })
})

test.each(['away', 'refused', 'not-found'])('%s is followed by when, who and how', (state) => {
  const missing = broken({ 'visit.state': state })

  for (const field of ['visit.nextOn', 'visit.nextBy', 'visit.nextHow'])
    expect(missing).toContain(`${field} required`)
})

test('nobody comes back on a day before the visit', () => {
  const away: VisitValues = {
    ...{ 'visit.state': 'away', 'visit.on': '2026-07-01', 'visit.visitor': '李娟', 'visit.asked': '邻居' },
    ...{ 'visit.nextBy': '李娟', 'visit.nextHow': 'phone' },
  }

  expect(broken({ ...away, 'visit.nextOn': '2026-07-01' })).toEqual(['visit.nextOn is-past'])
  expect(broken({ ...away, 'visit.nextOn': '2026-07-05' })).toEqual([])
})
