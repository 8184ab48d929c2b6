import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aRecipient, built, concluded, period, readyToPost, submitted } from '../builders/a-period.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { password } from '../builders/a-workstation.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

async function userNamed(name: string) {
  return (await office.administrator.user.list()).find(({ signInName }) => signInName === name)!
}

async function handOver(name: string) {
  const { userId } = await userNamed(name)
  const media = 'U 盘一只、盖章清册三本'
  const made = await office.administrator.user.handover({ userId, receivedBy: '刘接手', media })
  return { ...made, html: await textOf(made.file.token) }
}

async function textOf(token: string): Promise<string> {
  return readFile((await office.core.files.take(token)).path, 'utf8')
}

async function deactivate(name: string) {
  const { userId, version } = await userNamed(name)
  return office.administrator.user.deactivate({ userId, version, reason: '调离' })
}

test('nobody’s account is closed before a handover sheet was made for that very person', async () => {
  await handOver('reviewer')
  expect(await refusalOf(deactivate('clerk'))).toBe('user.handover-missing')
  expect((await userNamed('clerk')).handoverAt).toBeNull()

  await handOver('clerk')

  expect((await userNamed('clerk')).handoverAt).toBe('2026-07-01T01:00:00.000Z')
  expect(await refusalOf(deactivate('clerk'))).toBe('not refused')
  expect((await userNamed('clerk')).active).toBe(false)
})

test('the sheet names the records the person entered that wait, by village and state, and no person of them', async () => {
  await submitted(office, [aRollPerson(1), aRollPerson(2)])
  const [first] = (await office.reviewer.review.list(period)).rows
  const { applicationId, version, name } = first!
  await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason: '缺账户' })

  const { html, openTasks } = await handOver('clerk')

  expect(openTasks).toBe(2)
  expect(html).toContain('2026年耕地地力保护补贴 申报 1 笔')
  expect(html).toContain('待初审')
  expect(html).toContain('退回补正')
  for (const said of ['刘接手', 'U 盘一只、盖章清册三本', 'clerk同志', '经办人', '甘亭村'])
    expect(html).toContain(said)
  expect(html).not.toContain(name)
  expect((await handOver('reviewer')).openTasks).toBe(0)
})

test('it names a notice that still hangs, and then a package nobody has released', async () => {
  await readyToPost(office, [aRollPerson(1)])
  const { publicityIds } = await runJob(office.clerk, 'publicity.freeze', period)
  const { serial, version } = await office.clerk.publicity.get({ publicityId: publicityIds[0]! })
  expect((await handOver('clerk')).html).toContain(`公示 ${serial}`)

  await office.clerk.publicity.withdraw({ publicityId: publicityIds[0]!, version, reason: '重做' })
  await concluded(office)
  const packageId = await built(office, await aRecipient(office))

  const { html, openTasks } = await handOver('clerk')
  expect(openTasks).toBe(1)
  expect(html).toContain(packageId)
  expect(html).not.toContain(`公示 ${serial}`)
})

test('the approver’s key stands on the sheet, and ends with the account', async () => {
  const { reader } = office.core.connect('any').context.host.door.store
  const keys = () =>
    reader.selectFrom('signingKey').selectAll().where('ownerKind', '=', 'person').executeTakeFirstOrThrow()
  const { fingerprint } = await keys()

  expect((await handOver('approver')).html).toContain(fingerprint)
  expect((await handOver('clerk')).html).not.toContain(fingerprint)

  await deactivate('approver')
  expect((await keys()).revokedAt).toBe('2026-07-01T01:00:00.000Z')
})

test('the sheet is kept as it was printed and can be had again', async () => {
  const { html } = await handOver('clerk')
  const { userId } = await userNamed('clerk')

  const again = await office.administrator.user.handoverFile({ userId })

  expect(again.name).toBe('离任交接单_clerk同志.html')
  expect(await textOf(again.token)).toBe(html)
  const other = (await userNamed('reviewer')).userId
  expect(await refusalOf(office.administrator.user.handoverFile({ userId: other }))).toBe('record.not-found')
})

test('who comes back and leaves again needs another sheet', async () => {
  await handOver('clerk')
  office.clock.move(1)
  await deactivate('clerk')
  const { userId } = await userNamed('clerk')
  await office.administrator.user.resetPassword({ userId, newPassword: password, reason: '返岗' })
  office.clock.move(1)

  expect((await userNamed('clerk')).handoverAt).toBeNull()
  expect(await refusalOf(deactivate('clerk'))).toBe('user.handover-missing')
  await handOver('clerk')
  expect(await refusalOf(deactivate('clerk'))).toBe('not refused')
})

test('an account that is closed has nothing to hand over', async () => {
  await handOver('clerk')
  await deactivate('clerk')

  expect(await refusalOf(handOver('clerk'))).toBe('record.stale')
})
