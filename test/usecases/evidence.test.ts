import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aPerson, anOffice, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'

const photo = await readFile(resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png'))
const day = { source: 'taken', on: '2026-06-20' } as const

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await registered(office, aFamily())
})
afterEach(() => office.remove())

async function attach(change: { kind?: 'id-card' | 'disability'; programmeCode?: string; on?: string } = {}) {
  const { on = day.on, ...rest } = change
  const { personId } = memberOf(await householdOf(office, 'H-1'), '张大山')
  return office.clerk.evidence.attach({
    subject: { kind: 'person', id: personId },
    kind: 'id-card',
    ...rest,
    day: { source: 'taken', on },
    fileToken: await office.handIn('身份证.png', photo),
  })
}

const evidenceOf = async (client = office.clerk) =>
  (await householdOf({ clerk: client }, 'H-1')).evidence.map(({ title }) => title)

test('a picture stands on the household’s page with the day it was taken and where that is known from', async () => {
  await attach()

  expect((await householdOf(office, 'H-1')).evidence).toMatchObject([
    { title: '身份证', about: '张大山', onDay: '2026-06-20', daySource: 'taken', addedBy: 'clerk同志' },
  ])
})

test('who opens a picture leaves a trace and gets it small and without its place', async () => {
  const { evidenceId } = await attach()

  const file = await office.reviewer.evidence.open({ evidenceId })

  expect(file.name).toBe('身份证.jpg')
  expect((await readFile(office.core.files.find(file.token).path)).subarray(0, 3).toString('hex')).toBe(
    'ffd8ff',
  )
  const { store } = office.core.connect('any').context.host.door
  const opened = await store.reader
    .selectFrom('auditEntry')
    .select('details')
    .where('action', '=', 'evidence.open')
    .execute()
  expect(opened.map(({ details }) => JSON.parse(details))).toEqual([{ evidenceId, kind: 'id-card' }])
})

test('what was removed is gone from the page, with its reason on record', async () => {
  const { evidenceId } = await attach()

  await office.clerk.evidence.remove({ evidenceId, reason: '挂错了户' })

  expect(await evidenceOf()).toEqual([])
  expect(await refusalOf(office.clerk.evidence.remove({ evidenceId, reason: '挂错了户' }))).toBe(
    'record.not-found',
  )
})

test('a day in the future and proof of a disability without its programme are refused', async () => {
  expect(await refusalOf(attach({ on: '2026-07-02' }))).toBe('input.invalid')
  expect(await refusalOf(attach({ kind: 'disability' }))).toBe('input.invalid')
})

test('proof of one programme is seen and opened only by those who work on it', async () => {
  const { evidenceId } = await attach({ kind: 'disability', programmeCode: 'MZ05' })
  const { userId } = await office.administrator.user.create(aPerson('farm', 'clerk'))
  const { version } = (await office.administrator.user.list()).find((user) => user.userId === userId)!
  const grants = [{ role: 'clerk' as const, programmeCode: 'NY01', villageCode: '*' }]
  await office.administrator.user.setGrants({ userId, version, grants })
  const farm = await windowOf(office.core, 'farm')

  expect(await evidenceOf()).toEqual(['残疾证明'])
  expect(await evidenceOf(farm)).toEqual([])
  expect(await refusalOf(farm.evidence.open({ evidenceId }))).toBe('record.not-found')
})
