import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { contract } from '../../src-main/contract/contract.ts'
import { Problem } from '../../src-main/domain/problem.ts'
import type { Role } from '../../src-main/domain/role.ts'
import { composeCore, type Core, type CoreOptions, type Tables } from '../../src-main/host/compose-core.ts'
import type { Handlers, Runners } from '../../src-main/host/handler-types.ts'
import { divisionHandlers } from '../../src-main/host/handlers/division-handlers.ts'
import { fileHandlers } from '../../src-main/host/handlers/file-handlers.ts'
import { jobHandlers } from '../../src-main/host/handlers/job-handlers.ts'
import { sessionHandlers } from '../../src-main/host/handlers/session-handlers.ts'
import { settingHandlers } from '../../src-main/host/handlers/setting-handlers.ts'
import { systemHandlers } from '../../src-main/host/handlers/system-handlers.ts'
import { userHandlers } from '../../src-main/host/handlers/user-handlers.ts'
import { workstationHandlers } from '../../src-main/host/handlers/workstation-handlers.ts'
import { auditRunners } from '../../src-main/host/job-runners/audit-runners.ts'
import { backupRunners } from '../../src-main/host/job-runners/backup-runners.ts'
import type { PdfPrinter } from '../../src-main/ports/pdf.ts'

export const password = 'correct horse 1'
export const pin = '12345678'
export const townshipCode = '141024101000'

/** A machine without any browser to print with. */
export const noPrinter: PdfPrinter = {
  print: () => Promise.reject(new Problem('pdf.unavailable')),
  close: () => Promise.resolve(),
}

/** A clock that stands until it is moved. */
export class HandClock {
  #now = new Date('2026-07-01T01:00:00Z')
  now(): Date {
    return new Date(this.#now)
  }
  move(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000)
  }
}

/** The host's own answers; what use cases answer is left out and may be put in by a test. */
export function hostTables(
  changed: { handlers?: { [T in keyof Handlers]?: Partial<Handlers[T]> }; runners?: Partial<Runners> } = {},
): Tables {
  const own = {
    workstation: workstationHandlers,
    session: sessionHandlers,
    user: userHandlers,
    division: divisionHandlers,
    setting: settingHandlers,
    file: fileHandlers,
    job: jobHandlers,
    system: systemHandlers,
  }
  const given = { ...own, ...changed.handlers } as Record<string, Record<string, unknown>>
  const things = Object.entries(contract).map(([thing, verbs]) => [
    thing,
    { ...leftOut(verbs), ...given[thing] },
  ])
  return {
    handlers: Object.fromEntries(things) as Handlers,
    runners: { ...auditRunners, ...backupRunners, ...changed.runners } as Tables['runners'],
  }
}

function leftOut(verbs: object) {
  const refuse = () => {
    throw new Problem('record.not-found', { what: 'left out of this test' })
  }
  return Object.fromEntries(Object.keys(verbs).map((verb) => [verb, refuse]))
}

export interface Workstation {
  readonly core: Core
  readonly clock: HandClock
  readonly folder: string
  /** Closes the core and opens another one over the same folder. */
  restart(): Core
  remove(): Promise<void>
}

/** A core over an empty folder of its own. */
export async function anEmptyWorkstation(
  tables: Tables = hostTables(),
  options: Partial<CoreOptions> = {},
): Promise<Workstation> {
  const folder = await mkdtemp(join(tmpdir(), 'onecard-host-'))
  const clock = new HandClock()
  const open = () =>
    composeCore(
      {
        folder,
        clock,
        resources: resolve(import.meta.dirname, '../../resources'),
        carrier: 'browser',
        pdf: noPrinter,
        readWorker: new URL('../../src-main/workbook/read-worker.ts', import.meta.url),
        pictureWorker: new URL('../../src-main/imaging/picture-worker.ts', import.meta.url),
        software: { name: 'onecard', version: '0.0.0', build: 'test' },
        stretch: { N: 2 ** 4 },
        ...options,
      },
      tables,
    )
  const core = open()
  const remove = async () => {
    await core.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { core, clock, folder, restart: open, remove }
}

/** A township with one person for every role but the administrator's, who is called 管理员. */
export async function aWorkstation(tables?: Tables, options?: Partial<CoreOptions>): Promise<Workstation> {
  const workstation = await anEmptyWorkstation(tables, options)
  await workstation.core.client('set-up').workstation.setUp({
    townshipCode,
    administrator: { signInName: 'administrator', displayName: '管理员', password },
    people: Object.entries(posts).map(([role, displayName]) => ({
      signInName: role,
      displayName,
      password,
      roles: [role as Role],
      ...(role === 'approver' ? { pin } : {}),
    })),
  })
  return workstation
}

const posts = {
  clerk: '经办',
  reviewer: '审核',
  approver: '负责人',
  'complaints-officer': '举报受理',
  auditor: '审计',
}

/** A window at which somebody of this role has signed in. */
export async function signedIn({ core }: { readonly core: Core }, role: Role, holder: string = role) {
  const client = core.client(holder)
  await client.session.open({ signInName: role, password })
  return client
}
