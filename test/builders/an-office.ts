import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createCore, type Core } from '../../src-main/core.ts'
import type { JobInput, JobKind, JobResult } from '../../src-main/contract/job.ts'
import { runJob, type Office } from '../../src-main/demonstration/desk-work.ts'
import type { ListKind } from '../../src-main/domain/list-kind.ts'
import type { PdfPrinter } from '../../src-main/ports/pdf.ts'
import type { Role } from '../../src-main/domain/role.ts'
import type { Client } from '../../src-main/host/carriers/in-process.ts'
import { openWithPassword } from '../../src-main/store/opening.ts'
import { HandClock, noPrinter, password, pin, townshipCode } from './a-workstation.ts'

export interface AnOffice extends Office {
  readonly core: Core
  readonly clock: HandClock
  readonly folder: string
  /** Lays a file where the shell would and answers its token. */
  handIn(name: string, bytes: Uint8Array | string): Promise<string>
  stage(client: Client, list: HandedList): Promise<string>
  importList(list: HandedList, client?: Client): Promise<JobResult<'list.commit'>>
  /** Another core over the same folder, after the first was closed. */
  reopen(): Core
  /** Rows of every table, read from the encrypted file after closing. */
  closeAndCount(): Promise<ReadonlyMap<string, number>>
  remove(): Promise<void>
}

export interface HandedList {
  /** Left to the program to find out where it is not given. */
  readonly kind?: ListKind
  readonly bytes: Uint8Array | string
  readonly name?: string
  readonly year?: number
}

const root = resolve(import.meta.dirname, '../..')
/** Nobody guesses at a test's passwords. */
export const quickly = { N: 2 ** 4 }
const posts: readonly Role[] = ['clerk', 'reviewer', 'approver']

interface OfficeOptions {
  readonly demonstration?: boolean
  readonly pdf?: PdfPrinter
  /** Keys and ids of its own, where two offices must not be the same one. */
  readonly isAnother?: boolean
}

/** 甘亭镇 with four people at four windows, over an encrypted folder of its own. */
export async function anOffice(options: OfficeOptions = {}): Promise<AnOffice> {
  const { demonstration = false, pdf = noPrinter, isAnother = false } = options
  const folder = await mkdtemp(join(tmpdir(), 'onecard-office-'))
  const files = await mkdtemp(join(tmpdir(), 'onecard-files-'))
  const clock = new HandClock()
  const open = () => aCoreOver(folder, clock, { demonstration, pdf })
  if (isAnother) await setUpIn(folder, demonstration)
  else await cp(await preparedOffice(demonstration), folder, { recursive: true })
  let core = open()
  const at = async (role: string) => windowOf(core, role)
  const office = {
    administrator: await at('administrator'),
    clerk: await at('clerk'),
    reviewer: await at('reviewer'),
    approver: await at('approver'),
  }
  let handed = 0
  const handIn = async (name: string, bytes: Uint8Array | string) => {
    const path = join(files, `${++handed}-${name}`)
    await writeFile(path, bytes)
    return (await core.files.adopt(path, name, false)).token
  }
  const stage = async (client: Client, { kind, bytes, name = '清单.xlsx', year }: HandedList) => {
    const fileToken = await handIn(name, bytes)
    return (await runJob(client, 'list.stage', { fileToken, kind: kind ?? null, year: year ?? null })).stageId
  }
  return {
    ...office,
    ...{ core, clock, folder, handIn, stage },
    reopen: () => (core = open()),
    importList: async (list, client = office.clerk) =>
      runJob(client, 'list.commit', { stageId: await stage(client, list) }),
    closeAndCount: async () => {
      await core.close()
      return countRows(folder)
    },
    remove: async () => {
      await core.close()
      for (const path of [folder, files]) await rm(path, { recursive: true, force: true })
    },
  }
}

const prepared = new Map<boolean, Promise<string>>()

/** Set up once for all tests of a process and copied: setting up is most of the time a small test takes. */
function preparedOffice(demonstration: boolean): Promise<string> {
  const known = prepared.get(demonstration)
  if (known !== undefined) return known
  const made = (async () => {
    const folder = await mkdtemp(join(process.env['ONECARD_TEST_RUN'] ?? tmpdir(), 'office-'))
    await setUpIn(folder, demonstration)
    return folder
  })()
  prepared.set(demonstration, made)
  return made
}

async function setUpIn(folder: string, demonstration: boolean): Promise<void> {
  const core = aCoreOver(folder, new HandClock(), { demonstration })
  await core.client('set-up').workstation.setUp({
    townshipCode,
    administrator: { signInName: 'administrator', displayName: '管理员', password },
    people: posts.map((role) => aPerson(role, role)),
  })
  await core.close()
}

/** A core over a data folder, whoever made it. */
export function aCoreOver(
  folder: string,
  clock: HandClock,
  { demonstration = false, pdf = noPrinter } = {},
): Core {
  return createCore({
    ...{ folder, clock, demonstration, resources: join(root, 'resources'), carrier: 'command-line' },
    pdf,
    readWorker: new URL('../../src-main/workbook/read-worker.ts', import.meta.url),
    pictureWorker: new URL('../../src-main/imaging/picture-worker.ts', import.meta.url),
    software: { name: 'onecard', version: '0.0.0', build: 'test' },
    stretch: quickly,
  })
}

export function aPerson(signInName: string, role: Role) {
  const person = { signInName, displayName: `${signInName}同志`, password, roles: [role] }
  return role === 'approver' ? { ...person, pin } : person
}

/** A window at which this person has signed in. */
export async function windowOf(core: Core, signInName: string): Promise<Client> {
  const client = core.client(signInName)
  await client.session.open({ signInName, password })
  return client
}

/** Somebody who holds one post over some programmes and villages only, at a window of their own. */
export async function somebodyLimited(
  { administrator, core }: AnOffice,
  signInName: string,
  grant: { role: Role; programmeCode?: string; villageCode?: string },
): Promise<Client> {
  const { userId } = await administrator.user.create(aPerson(signInName, grant.role))
  const { version } = (await administrator.user.list()).find((user) => user.userId === userId)!
  const grants = [{ programmeCode: '*', villageCode: '*', ...grant }]
  await administrator.user.setGrants({ userId, version, grants })
  return windowOf(core, signInName)
}

async function countRows(folder: string): Promise<ReadonlyMap<string, number>> {
  const now = new Date('2026-07-01T01:00:00Z')
  const { store } = await openWithPassword(folder, 'clerk', password, { now, ...quickly })
  const tables = [
    'listBatch',
    'listReject',
    'rosterLine',
    'person',
    'household',
    'account',
    'vaultFile',
  ] as const
  const counts = new Map<string, number>()
  for (const table of tables) {
    const { rows } = await store.reader
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    counts.set(table, rows)
  }
  await store.close()
  return counts
}

/** The code with which a call or a job is refused; what is not refused fails the test. */
export async function refusalOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
  } catch (thrown) {
    const { data, code } = thrown as { data?: { code: string }; code?: string }
    return data?.code ?? code ?? String(thrown)
  }
  return 'not refused'
}

/** The code with which a job is refused. */
export function jobRefusal<K extends JobKind>(client: Client, kind: K, input: JobInput<K>): Promise<string> {
  return refusalOf(runJob(client, kind, input))
}
