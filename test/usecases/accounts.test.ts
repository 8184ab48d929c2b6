import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aPerson, anOffice, jobRefusal, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import {
  aRecipient,
  applicationsOf,
  concluded,
  period,
  readyToPost,
  submitted,
} from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'

const photo = await readFile(resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png'))
const headId = anIdNumber(1, { birth: '19550312' })
const onTheRoll = aRollPerson(1, { name: '张大山', idNumber: headId })
const reason = '已看卡面'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await registered(office, aFamily())
})
afterEach(() => office.remove())

async function personOf(name: string) {
  return memberOf(await householdOf(office, 'H-1'), name).personId
}

async function accounts() {
  return (await householdOf(office, 'H-1')).accounts
}

async function theAccount() {
  const [account] = await accounts()
  return account!
}

describe('a new card', () => {
  beforeEach(() => submitted(office, [onTheRoll]))

  test('takes over what is on its way, closes the old one, and is found by both numbers', async () => {
    const { accountId } = await theAccount()

    const answer = await office.clerk.register.replaceAccount({
      accountId,
      accountNo: anAccountNo(90),
      reason,
    })

    expect(answer).toMatchObject({ moved: 1, packed: 0 })
    expect(
      (await accounts()).map(({ status, onTheWay, confirmation }) => [status, onTheWay, confirmation]),
    ).toEqual([
      ['active', 1, 'wanted'],
      ['closed', 0, 'none'],
    ])
    const found = async (accountNo: string) =>
      (await office.clerk.register.search({ text: accountNo.slice(-6) })).hits.map(({ name }) => name)
    expect(await found(anAccountNo(90))).toEqual(['张大山'])
    expect(await found(anAccountNo(1))).toEqual(['张大山'])
  })

  test('keeps who entered it from reviewing the record', async () => {
    const { administrator, core } = office
    const { userId } = await administrator.user.create(aPerson('both', 'approver'))
    const roles = ['clerk' as const, 'reviewer' as const]
    const exception = { validTo: '2026-12-31', reason: '人手不足', basis: '会议纪要' }
    await administrator.user.registerException({ userId, roles, ...exception })
    const { version } = (await administrator.user.list()).find((user) => user.userId === userId)!
    const grants = roles.map((role) => ({ role, programmeCode: '*', villageCode: '*' }))
    await administrator.user.setGrants({ userId, version, grants })
    const both = await windowOf(core, 'both')
    const { accountId } = await theAccount()
    await both.register.replaceAccount({ accountId, accountNo: anAccountNo(90), reason })
    await runJob(both, 'review.check', period)
    const [record] = await applicationsOf(office)

    const decided = both.review.decide({
      ...{ applicationId: record!.applicationId, version: record!.version },
      decision: 'approve',
      reason: '',
    })

    expect(await refusalOf(decided)).toBe('permission.own-entry')
  })

  test('an account in use is not closed under a record', async () => {
    const { accountId } = await theAccount()

    const closed = office.clerk.register.setAccountStatus({ accountId, status: 'closed', reason })

    expect(await refusalOf(closed)).toBe('account.in-use')
  })
})

test('a card changed after the review does not leave before a second person has seen it', async () => {
  await readyToPost(office, [onTheRoll])
  await concluded(office)
  const { accountId } = await theAccount()
  const replaced = await office.clerk.register.replaceAccount({
    accountId,
    accountNo: anAccountNo(90),
    reason,
  })
  await runJob(office.reviewer, 'review.check', period)
  const { recipientId } = await aRecipient(office)
  const build = () => jobRefusal(office.clerk, 'package.build', { ...period, recipientId })
  const confirm = (client: AnOffice['clerk'], accountNo: string) =>
    refusalOf(client.register.confirmAccount({ accountId: replaced.accountId, accountNo }))

  expect(await build()).toBe('package.account-unconfirmed')
  expect(await confirm(office.clerk, anAccountNo(90))).toBe('permission.same-person')
  expect(await confirm(office.reviewer, anAccountNo(91))).toBe('account.confirmation-differs')
  expect(await confirm(office.reviewer, anAccountNo(90))).toBe('not refused')
  expect((await theAccount()).confirmedBy).toBe('reviewer同志')
  expect(await build()).toBe('not refused')
})

describe('a guardian’s account', () => {
  const guardian = {
    kind: 'guardian' as const,
    name: '张强',
    idNumber: anIdNumber(3, { birth: '19800105' }),
    relation: '父',
    validTo: '2027-06-30',
  }
  const add = async (withProof: boolean, validTo = guardian.validTo) => {
    const authorisation = { ...guardian, validTo, fileToken: await office.handIn('监护.png', photo) }
    return office.clerk.register.addAccount({
      personId: await personOf('张小雨'),
      values: { accountNo: anAccountNo(88), holderKind: 'guardian' },
      authorisation: withProof ? authorisation : null,
      reason,
    })
  }

  test('needs proof and a day it runs out, and stands in the guardian’s name', async () => {
    expect(await refusalOf(add(false))).toBe('input.invalid')
    expect(await refusalOf(add(true, '2026-06-30'))).toBe('input.invalid')

    await add(true)

    expect(await theAccount()).toMatchObject({
      ownerName: '张小雨',
      holderName: '张强',
      holderKind: 'guardian',
      authorisations: [{ kind: 'guardian', name: '张强', isInForce: true, validTo: '2027-06-30' }],
      warnings: ['新登记或改过，等第二人核对'],
    })
    expect((await householdOf(office, 'H-1')).evidence).toMatchObject([
      { kind: 'authorisation', about: '张小雨' },
    ])
  })

  test('is warned of when the proof has run out', async () => {
    await add(true)

    office.clock.move(366 * 24 * 60)

    expect((await theAccount()).warnings).toContain('监护证明没有登记，或已经到期')
  })
})

test.each([
  ['village-cadre', '卡由村干部保管，须说明'],
  ['other', '卡由他人保管，须说明'],
] as const)('a card kept by %s is warned of', async (custody, warning) => {
  const personId = await personOf('张大山')
  await office.clerk.register.addAccount({ personId, values: { accountNo: anAccountNo(5), custody }, reason })

  expect((await theAccount()).warnings).toContain(warning)
})

test('an organisation’s code is checked and only warned of', async () => {
  const personId = await personOf('张大山')
  const values = { accountNo: anAccountNo(5), holderKind: 'organisation', holderName: '甘亭种植合作社' }
  await office.clerk.register.addAccount({
    personId,
    values: { ...values, creditCode: '91350100M000100Y44' },
    reason,
  })

  expect((await theAccount()).warnings).toContain('统一社会信用代码校验位不符，请照证照核对')
})
