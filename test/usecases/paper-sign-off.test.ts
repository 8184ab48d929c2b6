import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { openPackage } from '../../src-main/package-file/open-package.ts'
import {
  aRecipient,
  built,
  concluded,
  dayOf,
  readyToPost,
  released,
  type Recipient,
} from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { password, pin } from '../builders/a-workstation.ts'

let office: AnOffice
let recipient: Recipient
let packageId: string
beforeEach(async () => {
  office = await anOffice()
  await readyToPost(office, [aRollPerson(1)])
  await concluded(office)
  recipient = await aRecipient(office)
  packageId = await built(office, recipient)
})
afterEach(() => office.remove())

const scan = await readFile(resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png'))

async function registered(
  change: { approverName?: string; signedOn?: string; bytes?: Uint8Array | string } = {},
) {
  const { approverName = '李镇长', signedOn = dayOf(office.clock), bytes = scan } = change
  const fileToken = await office.handIn('签批单.png', bytes)
  const paperSignOff = { approverName, signedOn, fileToken }
  return runJob(office.approver, 'package.release', { packageId, pin, password, paperSignOff })
}

test('a sheet signed on paper is registered by somebody else, who signs as approver with an own key', async () => {
  const { file } = await registered()
  const { path } = await office.core.files.take(file.token)

  const { identity } = recipient
  const at = office.clock.now().toISOString()
  const opened = await openPackage(await readFile(path), { identity, knownKeys: 'none', at })

  expect(opened.header.approvedBy).toBe('李镇长（线下签批，登记人 approver同志）')
  const verified = await runJob(office.approver, 'package.verify', { packageId })
  expect(verified.ok).toBe(true)
  expect(verified.signers.map(({ role, owner }) => [role, owner])).toContainEqual([
    'approver',
    'approver同志',
  ])
})

test('the list and the package say so, and the scan can be looked at', async () => {
  await registered()

  const paper = { approverName: '李镇长', signedOn: dayOf(office.clock), registeredBy: 'approver同志' }
  expect((await office.clerk.package.list()).map(({ paperSignOff }) => paperSignOff)).toEqual([paper])
  expect((await office.clerk.package.get({ packageId })).paperSignOff).toEqual(paper)
  const { token } = await office.clerk.package.paperSheet({ packageId })
  const { path } = await office.core.files.take(token)
  expect(await sharp(path).metadata()).toMatchObject({ format: 'jpeg', width: 640 })
})

test('the trace names the scan and no person', async () => {
  await registered()

  const { rows } = await office.administrator.system.audit({})
  const entry = rows.find(({ action }) => action === 'package.release')
  expect(entry?.details).toMatchObject({
    paperSignedOn: dayOf(office.clock),
    paperScanSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(JSON.stringify(entry)).not.toContain('李镇长')
})

test.each([
  ['whoever built the package', { approverName: 'clerk同志' }, 'permission.same-person'],
  ['whoever registers the sheet', { approverName: 'approver同志' }, 'permission.same-person'],
  ['a day before the package was built', { signedOn: '2026-07-08' }, 'input.invalid'],
  ['a day still to come', { signedOn: '2026-07-10' }, 'input.invalid'],
  ['something that is no scan', { bytes: '<html>签批</html>' }, 'picture.not-a-picture'],
])('is refused for %s, and nothing is released', async (_, change, code) => {
  expect(await refusalOf(registered(change))).toBe(code)

  expect((await office.clerk.package.get({ packageId })).status).toBe('built')
  expect((await office.administrator.system.audit({})).rows.map(({ action }) => action)).not.toContain(
    'package.release',
  )
})

test('a package approved at the machine has no paper', async () => {
  await released(office, packageId)

  expect((await office.clerk.package.get({ packageId })).paperSignOff).toBeNull()
  expect(await refusalOf(office.clerk.package.paperSheet({ packageId }))).toBe('record.not-found')
})
