import { describe, expect, test } from 'vitest'
import type { BulkPerson, PastedLine } from '../../src-main/domain/bulk-change.ts'
import { judgeBulk } from '../../src-main/domain/judge-bulk.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'

function aPerson(order: number, change: Partial<BulkPerson> = {}): BulkPerson {
  return {
    personId: `p${order}`,
    name: `张${order}`,
    idNumber: anIdNumber(order),
    status: 'registered',
    villageName: '甘亭村委会',
    householdId: `h${order}`,
    householdNo: `14102410120000000${order}`,
    isHead: true,
    values: { phone: '13800000001', relation: '户主', ethnicity: '汉', hukouKind: '', remark: '' },
    household: { groupName: '1组', address: '' },
    accounts: [
      { id: `k${order}`, accountNo: anAccountNo(order), bankName: '农商行', custody: '', isInPackage: false },
    ],
    ...change,
  }
}

const one = aPerson(1)
const judge = (line: Partial<PastedLine>, people: readonly BulkPerson[] = [one]) =>
  judgeBulk([{ line: 2, keys: {}, values: {}, ...line }], people)[0]!

describe('whom a line is about', () => {
  const phone = { phone: '13900000002' }
  const twins = [one, aPerson(2, { name: '张1', household: { groupName: '2组', address: '' } })]

  test.each<[string, PastedLine['keys'], readonly BulkPerson[], string | null]>([
    ['a whole number', { idNumber: one.idNumber }, twins, null],
    ['a number nobody here has', { idNumber: anIdNumber(7) }, twins, 'person-unknown'],
    ['a mistyped number', { idNumber: `${one.idNumber.slice(0, 17)}Y` }, twins, 'id-length'],
    ['number and another name', { idNumber: one.idNumber, name: '李四' }, twins, 'name-differs'],
    ['a name two people have', { name: '张1' }, twins, 'several-people'],
    [
      'name and the tail our tables print',
      { name: '张1', idNumber: `…${one.idNumber.slice(-4)}` },
      twins,
      null,
    ],
    ['name and group, however written', { name: '张1', group: '第一村民小组' }, twins, null],
    ['name and village', { name: '张1', village: '甘亭' }, [one], null],
    ['name and another village', { name: '张1', village: '士师村' }, [one], 'person-unknown'],
    ['a tail alone', { idNumber: '1234' }, twins, 'needs-name'],
    ['a household’s number as our tables print it', { householdNo: '000001' }, [one], null],
    ['nothing', {}, twins, 'nobody-named'],
    ['somebody who died', { idNumber: one.idNumber }, [aPerson(1, { status: 'dead' })], 'not-registered'],
  ])('%s', (_, keys, people, rule) => {
    const line = judge({ keys, values: phone }, people)

    expect(line.rule).toBe(rule)
    if (rule === null) expect(line.person!.personId).toBe('p1')
  })
})

describe('what a cell changes', () => {
  const keys = { idNumber: one.idNumber }

  test.each<[string, PastedLine['values'], Partial<BulkPerson>, string, string | null]>([
    ['a new number', { phone: '139 0000 0002' }, {}, 'change', null],
    ['the same number', { phone: '13800000001' }, {}, 'same', null],
    ['the masked number of our own table', { phone: '138****0001' }, {}, 'same', null],
    ['no number', { phone: '没有' }, {}, 'wrong', 'phone-not-a-number'],
    ['the word that clears', { phone: '清空' }, {}, 'change', null],
    ['a group', { groupName: '第三组' }, {}, 'change', null],
    ['a group of nobody’s household', { groupName: '3组' }, { householdId: null }, 'wrong', 'no-household'],
    ['a keeper in words', { custody: '村干部' }, {}, 'change', null],
    ['another keeper', { custody: '邻居' }, {}, 'wrong', 'custody-unknown'],
    ['an account number', { accountNo: anAccountNo(9) }, {}, 'change', null],
    [
      'an account number spoiled by the spreadsheet',
      { accountNo: '6.217E+18' },
      {},
      'wrong',
      'account-scientific',
    ],
    ['an account of who has none', { accountNo: anAccountNo(9) }, { accounts: [] }, 'wrong', 'no-account'],
    [
      'one of two accounts',
      { bankName: '工行' },
      { accounts: [one.accounts[0]!, { ...one.accounts[0]!, id: 'k9' }] },
      'wrong',
      'several-accounts',
    ],
    [
      'an account that has left in a package',
      { accountNo: anAccountNo(9) },
      { accounts: [{ ...one.accounts[0]!, isInPackage: true }] },
      'wrong',
      'in-package',
    ],
  ])('%s', (_, values, change, state, rule) => {
    const [cell] = judge({ keys, values }, [{ ...one, ...change }]).cells

    expect(cell).toMatchObject({ state, rule })
  })

  test('an empty cell leaves everything as it is', () => {
    expect(judge({ keys, values: { phone: ' ' } }).cells).toEqual([])
  })

  test('the same thing said twice counts once, said differently is refused the second time', () => {
    const lines = ['13900000002', '13900000002', '13900000003'].map((phone, at) => ({
      ...{ line: at + 2, keys, values: { phone } },
    }))

    const states = judgeBulk(lines, [one]).map(({ cells }) => [cells[0]!.state, cells[0]!.rule])

    expect(states).toEqual([
      ['change', null],
      ['same', 'said-above'],
      ['wrong', 'said-otherwise'],
    ])
  })
})
