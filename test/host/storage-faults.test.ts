import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { makeIdentity } from '../../src-main/crypto/envelope.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { listBackups } from '../../src-main/store/backup.ts'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import { closedDesk, openDesk, setUpOffice, type Desk } from '../kill/desk.ts'
import { smallLists, type Lists } from '../kill/small-lists.ts'

const root = resolve(import.meta.dirname, '../..')
const now = '2026-07-01T02:00:00Z'
const canMount = mayMount()

let place: string
let lists: Lists
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'onecard-faults-'))
  lists = smallLists(root, place)
  const desk = await closedDesk({ root, folder: join(place, 'office'), lists, now })
  await setUpOffice(desk, (await makeIdentity()).recipient)
  await desk.core.close()
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

test.skipIf(!canMount)('a disk that fills up during an import stops that import only', async () => {
  const folder = anOffice(mountedFolder('24m'))
  const desk = await openDesk(at(folder))
  const stageId = await stage(desk)
  const filler = join(folder, 'filler')
  fill(filler, folder, 600)

  await expect(commit(desk, stageId)).rejects.toMatchObject({ code: 'storage.full' })
  expect(await desk.office.clerk.list.imports()).toEqual([])
  expect(await desk.office.clerk.register.summary()).toMatchObject({ people: 0, households: 0 })

  rmSync(filler)
  const batch = await commit(desk, stageId)
  await desk.core.close()
  const again = await openDesk(at(folder))
  expect(await again.office.clerk.list.imports()).toMatchObject([{ importId: batch.importId }])
  expect(await again.office.clerk.register.summary()).toMatchObject({ people: batch.counts.accepted })
  await again.core.close()
})

test.skipIf(!canMount)('a full disk keeps nobody from closing, though no backup can be made', async () => {
  const folder = anOffice(mountedFolder('24m'))
  const desk = await openDesk({ ...at(folder), carrier: 'browser' })
  const filler = join(folder, 'filler')
  fill(filler, folder, 0)

  await desk.core.close()

  rmSync(filler)
  expect(await listBackups(folder)).toEqual([])
  await expectToWork(folder)
})

test.skipIf(!canMount)(
  'a folder that cannot be written is said so at the sign-in, and opens once it can',
  async () => {
    const mounted = mountedFolder('24m')
    const folder = anOffice(mounted)
    remount(mounted, 'ro')

    const shut = await closedDesk(at(folder))
    expect(await shut.office.clerk.workstation.state()).toMatchObject({ setUp: true })
    await expect(signIn(shut)).rejects.toMatchObject({ data: { code: 'storage.read-only' } })
    await shut.core.close()

    remount(mounted, 'rw')
    await expectToWork(folder)
  },
)

test.each(['keys', 'keysCopy'] as const)(
  'one damaged copy of the key file keeps nobody out: %s',
  async (which) => {
    const folder = anOffice()
    const damaged = pathsIn(folder)[which]
    const good = readFileSync(damaged)
    writeFileSync(damaged, good.subarray(0, 300))

    await expectToWork(folder)
    expect(readFileSync(damaged).equals(good)).toBe(true)
  },
)

test('both copies of the key file damaged: the sign-in page says so, and a good copy brings everything back', async () => {
  const folder = anOffice()
  const { keys, keysCopy } = pathsIn(folder)
  const good = readFileSync(keys)
  for (const file of [keys, keysCopy]) writeFileSync(file, good.subarray(0, 300))

  const problem = { code: 'storage.key-slots-damaged' }
  const shut = await closedDesk(at(folder))
  expect(await shut.office.clerk.workstation.state()).toMatchObject({ setUp: true, problem })
  await expect(signIn(shut)).rejects.toMatchObject({ data: problem })
  await expect(setUpOffice(shut, 'age1')).rejects.toMatchObject({
    data: { code: 'set-up.already-done' },
  })
  await shut.core.close()

  writeFileSync(keysCopy, good)
  await expectToWork(folder)
})

test('a database damaged at its beginning is not opened and not touched', async () => {
  const folder = anOffice()
  const { database } = pathsIn(folder)
  const good = readFileSync(database)
  const damaged = Buffer.from(good).fill(0, 0, 100)
  writeFileSync(database, damaged)

  const shut = await closedDesk(at(folder))
  await expect(signIn(shut)).rejects.toMatchObject({ data: { code: 'storage.damaged' } })
  await shut.core.close()
  expect(readFileSync(database).equals(damaged)).toBe(true)

  writeFileSync(database, good)
  await expectToWork(folder)
})

test('a second program on the same folder is told so, and the first one is not disturbed', async () => {
  const folder = anOffice()
  const first = await openDesk(at(folder))
  const stageId = await stage(first)

  const second = await closedDesk(at(folder))
  await expect(signIn(second)).rejects.toMatchObject({ data: { code: 'storage.in-use', facts: { folder } } })
  expect(await commit(first, stageId)).toMatchObject({ kind: 'household-register' })
  await first.core.close()

  await signIn(second)
  expect(await second.office.clerk.list.imports()).toHaveLength(1)
  await second.core.close()
})

function at(folder: string) {
  return { root, folder, lists, now }
}

/** A copy of the office that was set up once. */
function anOffice(within = mkdtempSync(join(place, 'copy-'))): string {
  const folder = join(within, 'data')
  cpSync(join(place, 'office'), folder, { recursive: true })
  return folder
}

async function signIn({ office, facts }: Desk): Promise<void> {
  const { signInName, password } = facts.people.find((person) => person.role === 'clerk')!
  await office.clerk.session.open({ signInName, password })
}

async function stage({ office, handIn }: Desk): Promise<string> {
  const fileToken = await handIn(lists.register, basename(lists.register))
  return (await runJob(office.clerk, 'list.stage', { fileToken, kind: 'household-register', year: null }))
    .stageId
}

function commit({ office }: Desk, stageId: string) {
  return runJob(office.clerk, 'list.commit', { stageId })
}

/** What was saved before the fault is there, and something new can be saved. */
async function expectToWork(folder: string): Promise<void> {
  const desk = await openDesk(at(folder))
  const { values } = await desk.office.clerk.setting.get()
  expect(values['email']).toBe(desk.facts.settings['email'])
  await desk.office.clerk.setting.save({ values: { email: 'new@example.cn' } })
  expect((await desk.office.clerk.setting.get()).values['email']).toBe('new@example.cn')
  await desk.core.close()
}

/** Leaves only so many kilobytes free. */
function fill(file: string, folder: string, leftKilobytes: number): void {
  const free = Number(
    execFileSync('df', ['--output=avail', '-k', folder], { encoding: 'utf8' }).split('\n')[1],
  )
  writeFileSync(file, Buffer.alloc((free - leftKilobytes) * 1024))
}

/** Only root on Linux may mount a small disk. */
function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    const script = 'd=$(mktemp -d); mount -t tmpfs -o size=1m tmpfs $d && umount $d && rmdir $d'
    execFileSync('sh', ['-c', script], { stdio: 'ignore' })
    return true
  } catch {
    process.stdout.write('A full and a read-only disk are not tried: mounting is not allowed here.\n')
    return false
  }
}

function mountedFolder(size: string): string {
  const folder = mkdtempSync(join(place, 'disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  return folder
}

function remount(folder: string, mode: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${mode}`, folder])
}
