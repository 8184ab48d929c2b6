import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKey, asOnePerson } from '../../src-main/domain/same-person.ts'
import type { SurveyEdit } from '../../src-main/domain/survey-edit.ts'
import { isConflict, mergeEdits } from '../../src-main/domain/survey-merge.ts'

const idNumber = '141024198801010006'

describe('somebody new entered on two laptops', () => {
  it('is one person by the ID number; what both say is kept together', () => {
    const states = mergeEdits(
      asOnePerson([
        anEdit('1', 'a', 'person.idNumber', idNumber),
        anEdit('2', 'a', 'person.phone', '13800000001'),
        anEdit('3', 'b', 'person.idNumber', idNumber),
        anEdit('4', 'b', 'person.relation', '长子'),
      ]),
    )

    expect(states.map(({ subject, field }) => `${subject} ${field}`)).toEqual([
      'a person.idNumber',
      'a person.phone',
      'a person.relation',
    ])
    expect(states.filter(isConflict)).toEqual([])
  })

  it('is asked about where the two laptops say different things', () => {
    const states = mergeEdits(
      asOnePerson([
        anEdit('1', 'a', 'person.idNumber', idNumber),
        anEdit('2', 'a', 'person.name', '张三'),
        anEdit('3', 'b', 'person.idNumber', idNumber),
        anEdit('4', 'b', 'person.name', '张山'),
      ]),
    )

    expect(states.filter(isConflict).map(({ field }) => field)).toEqual(['person.name'])
  })

  it('stays two while the numbers differ or nobody knows one of them', () => {
    const apart = [
      anEdit('1', 'a', 'person.idNumber', idNumber),
      anEdit('2', 'b', 'person.idNumber', '141024197512310008'),
      anEdit('3', 'c', 'person.idNumber', null),
      anEdit('4', 'd', 'person.name', '张三'),
    ]

    expect(asOnePerson(apart)).toEqual(apart)
  })

  it('has one account where both entered its number, and two people may share one', () => {
    const shared = '6229990000000000001'
    const edits = [
      anEdit('1', 'a', 'person.idNumber', idNumber),
      anEdit('2', 'b', 'person.idNumber', idNumber),
      ...anAccount('k1', 'a', shared),
      ...anAccount('k2', 'b', shared),
      ...anAccount('k3', 'c', shared),
      anEdit('9', 'l1', 'line.account', 'k2'),
    ]

    const states = mergeEdits(asOnePerson(edits))

    expect(states.filter(({ field }) => field === 'account.accountNo').map(({ subject }) => subject)).toEqual(
      ['k1', 'k3'],
    )
    expect(states.find(({ field }) => field === 'line.account')?.heads[0]?.value).toBe('k1')
  })

  it('is whom the register knows under that number, and so is their account', () => {
    const accountNo = '6229990000000000001'
    const known = {
      people: new Map([[idNumber, 'z']]),
      accounts: new Map([[accountKey('z', accountNo), 'k9']]),
    }
    const edits = [anEdit('1', 'a', 'person.idNumber', idNumber), ...anAccount('k1', 'a', accountNo)]

    expect(asOnePerson(edits, known).map(({ subject, value }) => [subject, value])).toEqual([
      ['z', idNumber],
      ['k9', 'z'],
      ['k9', accountNo],
    ])
  })

  it('comes apart again when a number is put right', () => {
    const edits = [
      anEdit('1', 'a', 'person.idNumber', idNumber),
      anEdit('2', 'b', 'person.idNumber', idNumber),
      { ...anEdit('3', 'b', 'person.idNumber', '141024197512310008'), supersedes: ['2'] },
    ]

    expect(new Set(asOnePerson(edits).map(({ subject }) => subject))).toEqual(new Set(['a', 'b']))
  })
})

it('says the same whatever the order, and loses no edit', () => {
  const one = fc.record({
    subject: fc.constantFrom('a', 'b', 'c'),
    field: fc.constantFrom('person.idNumber', 'person.name', 'account.accountNo', 'account.person'),
    value: fc.option(fc.constantFrom('x', 'y', 'a', 'b')),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (made, random) => {
      const edits = made.map(({ subject, field, value }, at) => anEdit(String(at), subject, field, value))
      const shuffled = edits
        .map((edit) => ({ edit, at: random.next().value ?? 0 }))
        .sort((x, y) => x.at - y.at)
        .map(({ edit }) => edit)

      expect(mergeEdits(asOnePerson(shuffled))).toEqual(mergeEdits(asOnePerson(edits)))
      expect(asOnePerson(edits).map(({ id }) => id)).toEqual(edits.map(({ id }) => id))
    }),
  )
})

function anAccount(subject: string, person: string, accountNo: string): SurveyEdit[] {
  return [
    anEdit(`${subject}-1`, subject, 'account.person', person),
    anEdit(`${subject}-2`, subject, 'account.accountNo', accountNo),
  ]
}

function anEdit(id: string, subject: string, field: string, value: string | null): SurveyEdit {
  return {
    ...{ id, taskId: 't1', subject, field, value, baseValue: null, supersedes: [] },
    ...{ workstationId: 'w', editedBy: 'u', editedAt: '2026-07-12T02:00:00.000Z' },
  }
}
