import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Exclusion, Requirement } from '../../src-main/domain/check-rules.ts'
import type { CheckedLine, CheckInput } from '../../src-main/domain/checks/check-input.ts'
import type { OtherBenefit, ReliefEntry } from '../../src-main/domain/checks/listed-facts.ts'
import { aCheckedLine, findingsOf, landTerms, personTerms, source } from '../builders/a-checked-line.ts'

const terms = personTerms
const rule: Exclusion = {
  ...{ id: 'X', programme: 'MZ05', with: { programme: 'MZ03', relief: ['tekun'] }, kind: 'hard' },
  ...{ granularity: 'person', basis: '国发〔2015〕52号', source: '证', region: '全国' },
  ...{ validFrom: null, validTo: null, words: '特困不享受' },
}
const line = aCheckedLine({ idNumber: 'x', householdId: 'h', name: '张三' })
const relief: ReliefEntry = {
  ...{ idNumber: 'x', name: '张三', reliefKind: 'tekun', reliefClass: '', since: null, until: null },
  ...{ change: '', householdId: 'h', source },
}
const benefit: OtherBenefit = {
  ...{ applicationId: 'other', programmeCode: 'MZ03', programmeName: '特困供养', idNumber: 'x' },
  ...{ name: '张三', householdId: 'h', source: null },
}

function found(lines: readonly CheckedLine[], over: Partial<CheckInput> = {}): string[] {
  return findingsOf(lines, { terms, ...over }).map(({ check, severity }) => `${check} ${severity}`)
}

describe('C04', () => {
  const shutOut = (over: Partial<CheckInput>) => found([line], { exclusions: [rule], ...over })

  test('blocks who is certainly shut out everywhere, by a list or by another application', () => {
    expect(shutOut({ relief: [relief] })).toEqual(['C04 block'])
    expect(shutOut({ otherBenefits: [benefit] })).toEqual(['C04 block'])
  })

  test.each<[string, Partial<Exclusion>]>([
    ['of another province', { region: '湖北' }],
    ['that is only reprinted', { source: '半' }],
    ['by which the higher one stays', { kind: 'choose-higher' }],
    ['of one county', { kind: 'local' }],
  ])('asks to explain by a rule %s', (_, change) => {
    expect(shutOut({ exclusions: [{ ...rule, ...change }], relief: [relief] })).toEqual(['C04 explain'])
  })

  test('asks to explain when the list has another name to the number', () => {
    expect(shutOut({ relief: [{ ...relief, name: '李四' }] })).toEqual(['C04 explain'])
  })

  test.each<[string, Partial<ReliefEntry>]>([
    ['ended before the day', { until: '2026-06-29' }],
    ['begins after it', { since: '2026-07-01' }],
    ['was stopped', { change: 'stop' }],
    ['is of another kind', { reliefKind: 'dibao' }],
    ['is another’s', { idNumber: 'y' }],
  ])('is silent when the relief %s', (_, change) => {
    expect(shutOut({ relief: [{ ...relief, ...change }] })).toEqual([])
  })

  test.each<[string, Partial<Exclusion>]>([
    ['lets both be drawn', { kind: 'compatible' }],
    ['was not in force yet', { validFrom: '2026-07-01' }],
    ['is no longer in force', { validTo: '2026-06-29' }],
    ['nothing here could tell', { with: { words: '工伤护理费' } }],
  ])('is silent by a rule that %s', (_, change) => {
    expect(
      shutOut({ exclusions: [{ ...rule, ...change }], relief: [relief], otherBenefits: [benefit] }),
    ).toEqual([])
  })

  test('names the other application, the list’s line and the grounds', () => {
    const input = { terms, exclusions: [rule], otherBenefits: [benefit], relief: [relief] }

    const [finding] = findingsOf([line], input)

    expect(finding).toMatchObject({ others: ['other'], sources: [source] })
    expect(finding!.facts).toMatchObject({ others: ['特困供养', 'tekun'], basis: '国发〔2015〕52号' })
  })
})

describe('C23', () => {
  const twoRangers = { ...rule, programme: 'LY03', with: { programme: 'LY03' }, kind: 'local' } as const
  const ofHousehold = { ...twoRangers, granularity: 'household' } as const

  test('asks about two people of a household, not about one or about two households', () => {
    const [a, b] = [aCheckedLine({ householdId: 'h' }), aCheckedLine({ householdId: 'h' })]

    expect(found([a, b], { exclusions: [ofHousehold] })).toEqual(['C23 explain', 'C23 explain'])
    expect(found([a, aCheckedLine()], { exclusions: [ofHousehold] })).toEqual([])
    expect(
      found(
        [
          { ...a, householdId: null },
          { ...b, householdId: null },
        ],
        { exclusions: [ofHousehold] },
      ),
    ).toEqual([])
  })

  test('asks about somebody of the household on the public payroll', () => {
    const exclusions = [{ ...ofHousehold, with: { list: 'payroll' } } as const]
    const payroll = [{ idNumber: 'y', name: '李四', employer: '', category: '', householdId: 'h', source }]

    expect(found([line], { exclusions, payroll })).toEqual(['C23 explain'])
  })
})

describe('C02', () => {
  const entry = {
    idNumber: 'x',
    name: '张三',
    measure: 'prison',
    from: '2026-01-01',
    to: '2026-12-31',
    source,
  }
  const severities = (change: Partial<typeof entry>, over: Partial<CheckInput> = {}) =>
    found([line], { convicted: [{ ...entry, ...change }], ...over })

  test('asks about the day within the term', () => {
    expect(severities({})).toEqual(['C02 explain'])
    expect(severities({ to: '2026-06-29' })).toEqual([])
    expect(severities({ from: '2026-07-01' })).toEqual([])
  })

  test('only hints at who is free under supervision, and where a household is paid', () => {
    expect(severities({ measure: 'community' })).toEqual(['C02 hint'])
    expect(severities({}, { terms: landTerms })).toEqual(['C02 hint'])
  })
})

describe('C07 and C20', () => {
  const account = (change: Partial<CheckedLine>) => found([{ ...line, ...change }])

  test('ask about an account in another name, and block it once the bank has said so', () => {
    expect(account({ holderName: '李四' })).toEqual(['C07 explain'])
    expect(account({ bankRefusal: '户名与账号不符' })).toEqual(['C07 block'])
    expect(account({ bankRefusal: '账户已销户' })).toEqual([])
  })

  test('are silent about a registered agent, and about the same name typed otherwise', () => {
    expect(account({ holderName: '李四', agentAuthorised: true, agentNames: ['李四'] })).toEqual([])
    expect(account({ holderName: '张 三' })).toEqual([])
  })

  test('ask about an agent who is not the one on file', () => {
    expect(account({ holderName: '李四', agentAuthorised: true, agentNames: ['王五'] })).toEqual([
      'C07 explain',
    ])
  })

  test('ask for a paper that is over or was never there', () => {
    expect(account({ holderName: '李四', authorisationEndedOn: '2026-01-01' })).toEqual(['C20 explain'])
    expect(account({ holderKind: 'guardian', holderName: '李四' })).toEqual(['C20 explain'])
    expect(account({ payeeName: '李四' })).toEqual(['C20 explain'])
  })

  test('ask about an organisation’s account where the list pays none', () => {
    const line = { holderKind: 'organisation', holderName: '合作社' } as const

    expect(account(line)).toEqual(['C07 explain'])
    expect(found([aCheckedLine(line)], { terms: { ...terms, organisationAccounts: true } })).toEqual([])
  })
})

describe('C13', () => {
  const requirement: Requirement = {
    ...{ id: 'R', programme: 'MZ06', certificate: 'disability', levels: ['1', '2'], alsoKinds: ['6'] },
    ...{ endsWithRelief: ['dibao'], basis: '', source: '证' },
  }
  const held = { idNumber: 'x', name: '张三', kind: '4', level: '2', expiresOn: '2026-06-30', source }
  const kinds = (certificates: CheckInput['certificates'], over: Partial<CheckInput> = {}) =>
    findingsOf([line], { terms, requirement, certificates, ...over }).map(({ facts }) => facts['kind'])

  test('holds until its last day, and any current one will do', () => {
    expect(kinds([held])).toEqual([])
    expect(kinds([{ ...held, expiresOn: '2026-06-29' }])).toEqual(['expired'])
    expect(kinds([{ ...held, expiresOn: '2026-06-29' }, held])).toEqual([])
    expect(kinds([{ ...held, expiresOn: null }])).toEqual([])
  })

  test('must be of a level or a kind that gives a right', () => {
    expect(kinds([{ ...held, level: '3' }])).toEqual(['level'])
    expect(kinds([{ ...held, level: '3', kind: '6' }])).toEqual([])
  })

  test('is missed only where a list was imported and the programme asks for it', () => {
    expect(kinds([{ ...held, idNumber: 'y' }])).toEqual(['not-listed'])
    expect(kinds(undefined)).toEqual([])
    expect(kinds([{ ...held, idNumber: 'y' }], { requirement: undefined })).toEqual([])
  })

  test('tells of relief of the household that has ended and not begun again', () => {
    const ended = { ...relief, idNumber: 'head', reliefKind: 'dibao', until: '2026-05-31' }

    expect(kinds([held], { relief: [ended] })).toEqual(['relief-ended'])
    expect(kinds([held], { relief: [ended, { ...ended, until: null }] })).toEqual([])
    expect(kinds([held], { relief: [{ ...ended, reliefKind: 'tekun' }] })).toEqual([])
  })
})

describe('C17 by person', () => {
  test('asks about a standard the year’s list does not speak of', () => {
    const standards = { ...terms, rateYuan: '122', rateText: '122 元；三、四级智力、精神 61 元' }

    expect(found([aCheckedLine({ rateYuan: '61' })], { terms: standards })).toEqual([])
    expect(found([aCheckedLine({ rateYuan: '109' })], { terms: standards })).toEqual(['C17 explain'])
    expect(found([aCheckedLine({ rateYuan: '109' })], { terms: { ...standards, paidBy: 'land' } })).toEqual(
      [],
    )
  })
})

describe('C18', () => {
  const many = (count: number, over: (at: number) => Partial<CheckedLine>) =>
    Array.from({ length: count }, (_, at) => aCheckedLine(over(at)))

  test('asks about one phone in three households, not in two, and not within one', () => {
    expect(found(many(3, () => ({ phone: '13800000000' })))).toEqual(Array(3).fill('C18 explain'))
    expect(found(many(2, () => ({ phone: '13800000000' })))).toEqual([])
    expect(found(many(3, () => ({ phone: '13800000000', householdId: 'h' })))).toEqual([])
    expect(found(many(3, () => ({ phone: '无' })))).toEqual([])
  })

  test('hints at one door with three households; a group is no door', () => {
    expect(found(many(3, () => ({ address: '甘亭村 12 号' })))).toEqual(Array(3).fill('C18 hint'))
    expect(found(many(3, () => ({ address: '甘亭村一组' })))).toEqual([])
  })

  test('hints at ten accounts in a row in one village', () => {
    const inRow = (count: number) => many(count, (at) => ({ accountNo: String(89_000_000_000 + at) }))

    expect(found(inRow(10))).toEqual(Array(10).fill('C18 hint'))
    expect(found(inRow(9))).toEqual([])
    expect(found(inRow(10).map((one, at) => ({ ...one, villageCode: String(at % 2) })))).toEqual([])
  })
})

test('C12, C19 and C27 tell what the visit said', () => {
  const cadre = { householdId: 'h', mark: 'cadre', who: '张三，村主任' } as const
  const signed = {
    householdId: 'h',
    mode: 'relative',
    signer: '李四',
    relation: '配偶',
    isSigned: true,
  } as const

  expect(found([line, aCheckedLine()], { householdMarks: [cadre] })).toEqual(['C12 explain'])
  expect(found([line], { signedByOthers: [signed] })).toEqual(['C19 hint'])
  expect(found([line], { signedByOthers: [{ ...signed, isSigned: false }] })).toEqual(['C19 explain'])
  expect(found([{ ...line, custody: 'village-cadre' }])).toEqual(['C27 explain'])
  expect(found([{ ...line, custody: 'family' }])).toEqual([])
})

test('C22 asks about who has left by the day; where land is paid it only hints', () => {
  const left = { ...line, personStatus: 'moved-out', movedOn: '2026-06-30' } as const

  expect(found([left])).toEqual(['C22 explain'])
  expect(found([{ ...left, movedOn: '2026-07-01' }])).toEqual([])
  expect(found([left], { terms: landTerms })).toEqual(['C22 hint'])
})

test('C28 asks about two people of a household only where the household is paid once', () => {
  const two = [aCheckedLine({ householdId: 'h' }), aCheckedLine({ householdId: 'h' })]

  expect(found(two, { terms: { ...terms, paidBy: 'household' } })).toEqual(['C28 explain', 'C28 explain'])
  expect(found(two)).toEqual([])
  expect(found(two, { terms: landTerms })).toEqual([])
})

test('whatever is on the lists about others, nobody is found by it', () => {
  const anyDay = fc.option(fc.constantFrom('2020-01-01', '2026-06-30', '2030-01-01'))
  const others = fc.array(
    fc.record({
      reliefKind: fc.constantFrom('tekun', 'dibao'),
      since: anyDay,
      until: anyDay,
      change: fc.constantFrom('', 'stop'),
    }),
  )

  fc.assert(
    fc.property(others, (entries) => {
      const listed = entries.map((one) => ({ ...relief, ...one, idNumber: 'somebody', householdId: null }))

      expect(found([line], { exclusions: [rule], relief: listed })).toEqual([])
    }),
  )
})

test('the order of the lines and of the lists changes nothing about what is found', () => {
  const id = fc.constantFrom('a', 'b', 'c')
  const lines = fc.array(
    fc.record({
      idNumber: id,
      householdId: fc.constantFrom('h', 'g', null),
      phone: fc.constantFrom('', '13800000000'),
    }),
    { maxLength: 8 },
  )
  const listed = fc.array(fc.record({ idNumber: id, until: fc.constantFrom(null, '2026-01-01') }), {
    maxLength: 5,
  })
  const shown = (of: readonly CheckedLine[], entries: readonly ReliefEntry[]) =>
    findingsOf(of, { terms, exclusions: [rule], relief: entries })
      .map(({ applicationId, check, severity }) => `${applicationId} ${check} ${severity}`)
      .toSorted()

  fc.assert(
    fc.property(lines, listed, (drawn, entries) => {
      const all = drawn.map((one) => aCheckedLine(one))
      const list = entries.map((one) => ({ ...relief, ...one }))

      expect(shown(all.toReversed(), list.toReversed())).toEqual(shown(all, list))
    }),
  )
})
