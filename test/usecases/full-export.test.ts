import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unseal, unsealWithPassphrase } from '../../src-main/crypto/envelope.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aRecipient } from '../builders/a-period.ts'
import { aRollPerson, aRollSheet, gantingCode } from '../builders/a-roll-sheet.ts'
import { password } from '../builders/a-workstation.ts'
import { aPerson, anOffice, jobRefusal, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { packedText, sheetLines } from '../builders/sheet-text.ts'
import { openedByStockAge } from '../builders/stock-age.ts'

let office: AnOffice
const people = [1, 2].map((order) => aRollPerson(order))
beforeEach(async () => {
  office = await anOffice()
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(people), year: 2025 })
})
afterEach(() => office.remove())

const asked = {
  definition: {
    grain: 'person' as const,
    columns: ['name', 'idNumber', 'accountNo', 'birthDate'],
    conditions: {},
  },
  title: '预核名单',
  format: 'xlsx' as const,
  reason: '银行核对户名',
  recipient: '农商行',
}

async function askedFor(): Promise<string> {
  return (await runJob(office.clerk, 'extract.ask-full', asked)).requestId
}

function decide(requestId: string, change: object = {}) {
  const decision = { requestId, signInName: 'reviewer', password, agrees: true }
  return office.clerk.extract.decideFull({ ...decision, ...change })
}

async function bytesOf(token: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile((await office.core.files.take(token)).path))
}

test('a second person agrees with their own password; the file leaves sealed, marked, and once', async () => {
  const requestId = await askedFor()
  expect(await jobRefusal(office.clerk, 'extract.make-full', { requestId })).toBe('extract.not-approved')
  await decide(requestId)

  const { file, serial, passphrase } = await runJob(office.clerk, 'extract.make-full', { requestId })

  const sealed = await bytesOf(file.token)
  expect(file.name).toBe(`预核名单_全号_${serial}.xlsx.age`)
  expect(passphrase).toMatch(/^([2-9A-Z]{4}-){4}[2-9A-Z]{4}$/)
  expect(Buffer.from(sealed).includes(people[0]!.idNumber)).toBe(false)
  const plain = (await unsealWithPassphrase(passphrase!, sealed)) as Uint8Array
  const lines = sheetLines(plain)
  expect(lines[2]!.slice(1)).toEqual([
    '张二',
    people[0]!.idNumber,
    people[0]!.accountNo,
    '1960-01-01',
    serial,
  ])
  const text = packedText(plain)
  for (const said of [`全号件 ${serial}`, '导出 clerk同志', '同意 reviewer同志', '只供 农商行'])
    expect(text).toContain(said)
  expect(await jobRefusal(office.clerk, 'extract.make-full', { requestId })).toBe('extract.not-approved')
  expect((await office.approver.extract.ledger({ fullOnly: true })).rows).toMatchObject([
    {
      serial,
      fullNumbers: true,
      madeBy: 'clerk同志',
      secondBy: 'reviewer同志',
      rows: 2,
      reason: '银行核对户名',
    },
  ])
})

test('with the passphrase and the age tool alone anybody opens the file, with another one nobody', async () => {
  const requestId = await askedFor()
  await decide(requestId)
  const { file, passphrase } = await runJob(office.clerk, 'extract.make-full', { requestId })
  const sealed = await bytesOf(file.token)

  const plain = openedByStockAge(sealed, passphrase!)

  expect(sheetLines(plain!)[2]!.slice(1, 3)).toEqual(['张二', people[0]!.idNumber])
  expect(
    openedByStockAge(
      sealed,
      passphrase!.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ),
  ).toBeUndefined()
})

test('to a recipient with a key no passphrase is needed, and only they open it', async () => {
  const { recipientId, identity } = await aRecipient(office)
  const requestId = await askedFor()
  await decide(requestId)

  const { file, passphrase } = await runJob(office.clerk, 'extract.make-full', { requestId, recipientId })

  expect(passphrase).toBeNull()
  const plain = (await unseal(identity, await bytesOf(file.token))) as Uint8Array
  expect(sheetLines(plain)[2]![1]).toBe('张二')
})

test('the first person cannot be the second, and a wrong password confirms nothing', async () => {
  const requestId = (await runJob(office.reviewer, 'extract.ask-full', asked)).requestId

  expect(await refusalOf(decide(requestId))).toBe('permission.same-person')
  expect(await refusalOf(decide(requestId, { signInName: 'approver', password: 'wrong password' }))).toBe(
    'sign-in.wrong-password',
  )
  expect((await office.reviewer.extract.fullRequests())[0]!.status).toBe('waiting')
  await decide(requestId, { signInName: 'approver' })
  expect((await office.reviewer.extract.fullRequests())[0]).toMatchObject({
    ...{ status: 'approved', decidedBy: 'approver同志', mayMake: true },
  })
})

test('who does not check the work of others cannot be the second person', async () => {
  await office.administrator.user.create(aPerson('other', 'clerk'))
  const requestId = await askedFor()

  expect(await refusalOf(decide(requestId, { signInName: 'other' }))).toBe('extract.second-person-unfit')
  expect(await refusalOf(decide(requestId, { signInName: 'administrator' }))).toBe(
    'extract.second-person-unfit',
  )
})

test('nor can a reviewer of one village for a table of all', async () => {
  const { userId } = await office.administrator.user.create(aPerson('narrow', 'reviewer'))
  const { version } = (await office.administrator.user.list()).find((user) => user.userId === userId)!
  const grants = [{ role: 'reviewer' as const, programmeCode: '*', villageCode: gantingCode }]
  await office.administrator.user.setGrants({ userId, version, grants })
  const requestId = await askedFor()

  expect(await refusalOf(decide(requestId, { signInName: 'narrow' }))).toBe('extract.second-person-unfit')
})

test('what was agreed to is that content: anything changed since needs a new agreement', async () => {
  const requestId = await askedFor()
  await decide(requestId)
  const more = aRollSheet([aRollPerson(3)])
  await office.importList({ kind: 'farmland-roll', bytes: more, year: 2024 })

  expect(await jobRefusal(office.clerk, 'extract.make-full', { requestId })).toBe(
    'extract.changed-since-asked',
  )
})

test('an agreement is good for a day, for who asked, and may be refused or taken back', async () => {
  const late = await askedFor()
  await decide(late)
  expect(await jobRefusal(office.reviewer, 'extract.make-full', { requestId: late })).toBe('record.not-found')
  office.clock.move(24 * 60 + 1)
  expect(await jobRefusal(office.clerk, 'extract.make-full', { requestId: late })).toBe(
    'extract.approval-expired',
  )

  const refused = await askedFor()
  await decide(refused, { agrees: false, reason: '用脱敏表就够' })
  expect(await jobRefusal(office.clerk, 'extract.make-full', { requestId: refused })).toBe(
    'extract.not-approved',
  )

  const takenBack = await askedFor()
  await office.clerk.extract.withdrawFull({ requestId: takenBack })
  expect(await refusalOf(decide(takenBack))).toBe('record.wrong-status')
})

test('guessing the second person’s password is slowed down as at sign-in, and leaves its trace', async () => {
  const requestId = await askedFor()
  const guesses: string[] = []
  for (let guess = 0; guess < 6; guess++)
    guesses.push(await refusalOf(decide(requestId, { password: `guess number ${guess}` })))

  expect(guesses.at(-1)).toBe('sign-in.too-many-attempts')
  const { reader } = office.core.connect('any').context.host.door.store
  const failed = await reader
    .selectFrom('auditEntry')
    .selectAll()
    .where('action', '=', 'session.open-failed')
    .execute()
  expect(failed).toHaveLength(5)
})
