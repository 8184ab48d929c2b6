import { expect, test } from 'vitest'
import { judgedLandRights, type LandFacts } from '../../src-main/domain/judged-land.ts'

const [giver, taker, late] = ['142625195503120010', '142625196001019018', '142625193001019017']
const day = '2026-06-30'
const line = (idNumber: string, confirmed: number, line: number) => ({
  ...{ idNumber, confirmed, nonEligible: 50, transferredOut: 200, farmedForOthers: 100 },
  source: { batchId: 'b', fileName: '确权.xlsx', sheet: '表1', line },
})
const transfer = {
  ...{ giverName: '甲', giverIdNumber: giver, takerName: '乙', takerIdNumber: taker, takerCreditCode: '' },
  ...{
    areaCentiMu: 300,
    startsOn: null,
    endsOn: null,
    subsidyTo: 'taker' as const,
    batchId: null,
    source: null,
  },
}
const capsOf = (change: Partial<LandFacts>) => {
  const facts = { ledger: [], transfers: [], heirs: new Map(), isKnown: () => true, ...change }
  const caps = new Map<string, number>()
  for (const { idNumber, capCentiMu } of judgedLandRights(facts, day))
    caps.set(idNumber, (caps.get(idNumber) ?? 0) + capCentiMu)
  return Object.fromEntries(caps)
}

test('without single transfers the ledger’s own sums count', () => {
  expect(capsOf({ ledger: [line(giver, 1000, 2), line(giver, 500, 3)] })).toEqual({ [giver]: 850 + 350 })
})

test('single transfers count in place of the sums, and move to whoever takes', () => {
  const ledger = [line(giver, 1000, 2), line(giver, 500, 3)]

  expect(capsOf({ ledger, transfers: [transfer] })).toEqual({ [giver]: 950 + 450 - 300, [taker]: 300 })
})

test('a taker keeps their own land besides', () => {
  expect(capsOf({ ledger: [line(taker, 400, 2)], transfers: [transfer] })).toMatchObject({
    [taker]: 350 + 300,
  })
})

test('nobody has less than nothing', () => {
  expect(capsOf({ ledger: [line(giver, 200, 2)], transfers: [transfer] })).toMatchObject({ [giver]: 0 })
})

test('land and transfers of somebody whose place another took are that one’s', () => {
  const heirs = new Map([[late, giver]])

  expect(
    capsOf({ ledger: [line(late, 1000, 2)], transfers: [{ ...transfer, giverIdNumber: late }], heirs }),
  ).toEqual({ [giver]: 950 - 300, [taker]: 300 })
})
