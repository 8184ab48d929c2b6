import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { period, submitted } from '../builders/a-period.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'
import { deathOf, eventOf } from '../builders/household-events.ts'

const numberOf = { 张大山: anIdNumber(1, { birth: '19550312' }), 张强: anIdNumber(3, { birth: '19800105' }) }
const oneCard = anAccountNo(40)
let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

/** Father and son are paid to one card: within one household that is explained, across two it is refused. */
const fatherAndSon = Object.entries(numberOf).map(([name, idNumber], at) =>
  aRollPerson(at + 1, { name, idNumber, accountNo: oneCard }),
)

async function recordOf(name: string) {
  const { rows } = await office.reviewer.review.list(period)
  const { applicationId } = rows.find((row) => row.name === name)!
  return office.reviewer.review.record({ applicationId })
}

/** What stands on a record now, as check and severity; the made-up card's check digit is nobody's business here. */
async function found(name: string): Promise<string[]> {
  const { details } = await recordOf(name)
  return details.filter(({ check }) => check !== 'C08').map(({ check, severity }) => `${check} ${severity}`)
}

const outdated = async () => (await office.reviewer.review.overview(period)).checksOutdated

describe('whoever is linked from the household’s page is judged anew at once', () => {
  /** The register’s head has a bad number, so the household waits for one; the roll knows the right number. */
  beforeEach(async () => {
    const lines = aFamily().map((line) => (line.name === '张大山' ? { ...line, idNumber: '123' } : line))
    await registered(office, lines)
    await submitted(office, fatherAndSon)
  })

  const theHead = async () =>
    (await office.clerk.register.search({ text: '张大山' })).hits.find(
      ({ householdId }) => householdId === null,
    )!
  const reason = '核对户口簿'

  test('as householder: the household is complete and the two are one household', async () => {
    expect(await found('张强')).toEqual(['C05 block', 'C26 hint'])
    const { personId } = await theHead()
    const { householdId, version } = await householdOf(office, 'H-1')

    await office.clerk.register.linkHouseholder({ householdId, version, personId, reason })

    expect(await outdated()).toBe(false)
    expect(await found('张强')).toEqual(['C05 explain'])
    expect(await found('张大山')).toEqual(['C05 explain'])
    const { applicationId, version: read, whyMayNotDecide } = await recordOf('张强')
    expect(whyMayNotDecide).toBeNull()
    const decision = {
      applicationId,
      version: read,
      decision: 'approve',
      reason: '父子共用一卡，已核实',
    } as const
    expect(await office.reviewer.review.decide(decision)).toMatchObject({ status: 'approved' })
  })

  test('as a member: who is paid to one card with somebody of the household no longer stands apart', async () => {
    const { personId } = await theHead()
    const { householdId } = await householdOf(office, 'H-1')

    await office.clerk.register.joinHousehold({ personId, householdId, relation: '父', reason })

    expect(await outdated()).toBe(false)
    expect(await found('张强')).toEqual(['C05 explain', 'C26 hint'])
  })
})

describe('a household event has the checks look again', () => {
  beforeEach(async () => {
    await registered(office, aFamily())
    await submitted(office, fatherAndSon)
  })

  const split = async () => {
    const { event, idOf } = await eventOf(office, 'H-1')
    return office.clerk.household.split({
      ...event,
      ...{ memberIds: [idOf('张强')], newHeadId: idOf('张强'), remainingHeadId: null, relations: {} },
      newHousehold: { villageCode: gantingCode, groupName: '1组' },
    })
  }

  test('when a household is split, and when two are one again', async () => {
    expect(await found('张强')).toEqual(['C05 explain'])

    await split()

    expect(await outdated()).toBe(false)
    expect(await found('张强')).toEqual(['C05 block'])
    expect(await found('张大山')).toEqual(['C05 block'])

    const { event } = await eventOf(office, 'H-1')
    const { householdId: otherHouseholdId } = await householdOf(office, 'H-1-1')
    await office.clerk.household.merge({ ...event, otherHouseholdId, headId: null, relations: {} })

    expect(await outdated()).toBe(false)
    expect(await found('张强')).toEqual(['C05 explain'])
  })

  test('when somebody who is paid to dies', async () => {
    await deathOf(office, '张大山')

    expect(await outdated()).toBe(false)
    expect((await found('张大山')).filter((one) => !one.startsWith('C05'))).toHaveLength(1)
  })

  test('when another heads it: what a reviewer sees is younger than the change', async () => {
    const before = (await office.reviewer.review.overview(period)).lastCheck!.at
    office.clock.move(1)
    const { event, idOf } = await eventOf(office, 'H-1')

    await office.clerk.household.changeHouseholder({ ...event, headId: idOf('张强'), relations: {} })

    const { lastCheck, checksOutdated } = await office.reviewer.review.overview(period)
    expect([checksOutdated, lastCheck!.at > before]).toEqual([false, true])
  })

  test('when the last who could head it leaves: the household waits for one', async () => {
    const { event, idOf, household } = await eventOf(office, 'H-1')
    const others = household.members.filter(({ name }) => name !== '张强').map(({ personId }) => personId)
    expect(others).not.toContain(idOf('张强'))

    await office.clerk.household.moveOut({
      ...event,
      ...{ personIds: others, to: '临汾市', successorId: null, relations: {} },
    })

    expect(await found('张强')).toContain('C26 hint')
  })
})

test('a period nobody has checked waits for its first check', async () => {
  await registered(office, aFamily())
  await deathOf(office, '张大山')

  expect(await office.reviewer.review.overview(period)).toMatchObject({
    lastCheck: null,
    checksOutdated: false,
  })
})

test('what came in without a check is said on the record before the click', async () => {
  await registered(office, aFamily())
  await submitted(office, fatherAndSon)
  await registered(office, aFamily('H-2', 20))

  expect(await recordOf('张强')).toMatchObject({
    mayDecide: false,
    mayReturn: false,
    whyMayNotDecide: expect.stringContaining('重新检查') as string,
  })
})

test('a transfer of land is judged at once for who gives it, and for nobody else', async () => {
  await registered(office, aFamily())
  await submitted(office, fatherAndSon)
  const ledger = [
    ['村', '承包方代表', '身份证号', '确权面积'],
    ...fatherAndSon.map(({ name, idNumber }) => ['甘亭村', name, idNumber, 5]),
  ]
  await office.importList({ kind: 'land-rights', bytes: aWorkbook({ lines: ledger }) })
  await runJob(office.reviewer, 'review.check', period)
  expect(await found('张强')).toEqual(['C05 explain'])
  const { personId } = memberOf(await householdOf(office, 'H-1'), '张强')

  const { transferId } = await office.clerk.land.addTransfer({
    ...{ personId, side: 'giver', counterpart: { name: '李四' }, areaCentiMu: 100, subsidyTo: 'taker' },
    ...{ startsOn: '2026-01-01', endsOn: null, reason: '合同补登' },
  })

  expect(await outdated()).toBe(false)
  expect(await found('张强')).toEqual(['C05 explain', 'C10 explain'])
  expect(await found('张大山')).toEqual(['C05 explain'])
  await office.clerk.land.endTransfer({ transferId, version: 1, reason: '登记错了' })
  expect(await found('张强')).toEqual(['C05 explain'])
})

describe('all programmes of a year at once', () => {
  test('finds of each what its own check finds, and brings it up to date', async () => {
    await registered(office, aFamily())
    await submitted(office, fatherAndSon)
    const before = [await found('张强'), await found('张大山')]
    await registered(office, aFamily('H-2', 20))
    expect(await outdated()).toBe(true)

    const { checked, withoutTerms } = await runJob(office.reviewer, 'review.check-year', {
      year: period.year,
    })

    expect(checked).toEqual([{ programmeCode: 'NY01', name: '耕地地力保护补贴', rows: 2, withFindings: 2 }])
    expect(withoutTerms).toEqual([])
    expect(await outdated()).toBe(false)
    expect([await found('张强'), await found('张大山')]).toEqual(before)
  })

  test('leaves out what has nothing on its way', async () => {
    await registered(office, aFamily())
    const nothing = await runJob(office.reviewer, 'review.check-year', { year: period.year })
    expect(nothing).toEqual({ checked: [], withoutTerms: [] })
  })
})
