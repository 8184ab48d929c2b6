import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { rawOf } from '../../src-main/store/raw.ts'
import type { JobEvent } from '../../src-main/contract/job.ts'
import {
  anEmptyWorkstation,
  aWorkstation,
  hostTables,
  password,
  signedIn,
  townshipCode,
  type Workstation,
} from '../builders/a-workstation.ts'
import { anOffice } from '../builders/an-office.ts'

let workstation: Workstation | undefined
afterEach(() => workstation?.remove())

const office = {
  townshipCode,
  administrator: { signInName: 'administrator', displayName: '管理员', password },
  people: [{ signInName: 'clerk', displayName: '经办', password, roles: ['clerk' as const] }],
}

test('an empty folder says that it is not set up, and offers the townships of the county', async () => {
  workstation = await anEmptyWorkstation()
  const client = workstation.core.client('a window')

  expect(await client.workstation.state()).toMatchObject({
    setUp: false,
    township: null,
    people: [],
    problem: null,
  })
  const townships = await client.workstation.townships()
  expect(townships).toHaveLength(15)
  expect(townships.reduce((sum, { villages }) => sum + villages, 0)).toBe(343)
})

test("a set-up knows its township's villages and the programmes, and hands out the recovery sheet once", async () => {
  workstation = await anEmptyWorkstation()
  const client = workstation.core.client('a window')
  const [chosen] = (await client.workstation.townships()).filter(({ code }) => code === townshipCode)

  const { recoverySheet, recoveryHalves } = await client.workstation.setUp(office)
  await client.session.open({ signInName: 'clerk', password })

  expect(await client.division.villages()).toHaveLength(chosen!.villages)
  const programmes = await workstation.core
    .connect('any')
    .context.host.door.store.reader.selectFrom('programme')
    .select('code')
    .execute()
  expect(programmes.map(({ code }) => code)).toContain('NY01')
  const sheet = await workstation.core.files.take(recoverySheet.token)
  const html = await readFile(sheet.path, 'utf8')
  expect(recoverySheet.name).toBe('恢复纸.html')
  for (const half of recoveryHalves) expect(html.replaceAll(/<[^>]+>/g, '')).toContain(half.split('-')[0])
})

test('a demonstration tells who can sign in and with what; a real township never does', async () => {
  workstation = await anEmptyWorkstation()
  const real = workstation.core.client('a window')
  expect(await real.workstation.demonstrationPeople()).toEqual([])
  await real.workstation.setUp(office)
  expect(await real.workstation.demonstrationPeople()).toEqual([])

  const demonstration = await anOffice({ demonstration: true })
  const people = await demonstration.core.client('another').workstation.demonstrationPeople()
  await demonstration.remove()
  expect(people).toHaveLength(4)
  expect(people.filter(({ pin }) => pin !== null)).toHaveLength(1)
})

test('a folder that is set up is never set up again', async () => {
  workstation = await aWorkstation()

  await expect(workstation.core.client('a window').workstation.setUp(office)).rejects.toMatchObject({
    data: { code: 'set-up.already-done' },
  })
})

test('refuses a township that the county does not have, and leaves the folder as it was', async () => {
  workstation = await anEmptyWorkstation()
  const client = workstation.core.client('a window')

  await expect(client.workstation.setUp({ ...office, townshipCode: '141024999000' })).rejects.toMatchObject({
    data: { code: 'input.invalid', facts: { fields: [{ path: 'townshipCode', rule: 'unknown' }] } },
  })

  expect((await client.workstation.state()).setUp).toBe(false)
})

test('a second program over the same folder is told that it is in use', async () => {
  workstation = await aWorkstation()
  const second = workstation.restart()

  await expect(signedIn({ core: second }, 'clerk')).rejects.toMatchObject({
    data: { code: 'storage.in-use' },
  })

  await second.close()
})

test('says on the sign-in page that a trace was tampered with', async () => {
  workstation = await aWorkstation()
  await signedIn(workstation, 'clerk')
  await workstation.core.connect('any').context.host.door.store.inTransaction((writer) => {
    const raw = rawOf(writer)
    raw.exec('DROP TRIGGER audit_entry_no_update')
    raw.exec("UPDATE audit_entry SET actor = 'somebody else' WHERE seq = 2")
    return Promise.resolve()
  })
  await workstation.core.close()

  const core = workstation.restart()
  const client = await signedIn({ core }, 'clerk')

  await expect
    .poll(async () => (await client.workstation.state()).problem)
    .toEqual({ code: 'audit.chain-broken', facts: { seq: 2 } })
  await core.close()
})

test('a demonstration is filled through the same calls as a person would make, and is marked for ever', async () => {
  const people = [
    { signInName: 'clerk', displayName: '经办', roles: ['clerk' as const], password, pin: null },
  ]
  workstation = await anEmptyWorkstation(hostTables(), {
    fillDemonstration: async (desk) => {
      await desk.client('the filler').workstation.setUp(office)
      desk.progress('建立演示乡镇', 1, 1)
      return { people }
    },
  })
  const client = workstation.core.client('a window')

  const { jobId } = await client.job.start({ kind: 'workstation.fill-demonstration', input: {} })
  let last: JobEvent | undefined
  for await (const event of await client.job.watch({ jobId })) last = event

  expect(last).toMatchObject({ state: 'done', result: { people } })
  expect(await client.workstation.state()).toMatchObject({ setUp: true, demonstration: true })
  await expect(client.job.start({ kind: 'workstation.fill-demonstration', input: {} })).rejects.toMatchObject(
    { data: { code: 'set-up.already-done' } },
  )
})

test('closing keeps a backup that was opened and checked', async () => {
  workstation = await aWorkstation()
  await workstation.core.close()
  const core = workstation.restart()
  const administrator = await signedIn({ core }, 'administrator')

  const backups = await administrator.system.backups()

  expect(backups).toHaveLength(1)
  expect(backups[0]).toMatchObject({ verified: true })
  await core.close()
})
