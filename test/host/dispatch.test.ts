import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Problem } from '../../src-main/domain/problem.ts'
import type { Grant } from '../../src-main/domain/role.ts'
import { recordAudit } from '../../src-main/store/audit.ts'
import { aWorkstation, hostTables, password, signedIn, type Workstation } from '../builders/a-workstation.ts'

const id = '01980a3c-5b7e-7d10-8f2a-3c4d5e6f7081'
const link = { householdId: id, version: 1, personId: id, reason: '核实户主' }
let workstation: Workstation | undefined
afterEach(() => workstation?.remove())

const trace = { at: '2026-07-01T00:00:00Z', actor: 'x', action: 'test.write', subject: 'x', details: {} }

async function writtenTraces({ core }: Workstation): Promise<number> {
  const { reader } = core.connect('any').context.host.door.store
  const rows = await reader
    .selectFrom('auditEntry')
    .select('seq')
    .where('action', '=', 'test.write')
    .execute()
  return rows.length
}

test('keeps what a command wrote when its answer is right', async () => {
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        register: {
          linkHouseholder: async ({ writer }) => {
            await recordAudit(writer, trace)
            return { ok: true }
          },
        },
      },
    }),
  )
  const clerk = await signedIn(workstation, 'clerk')

  await clerk.register.linkHouseholder(link)

  expect(await writtenTraces(workstation)).toBe(1)
})

test('takes back what a command wrote when its answer breaks the contract', async () => {
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        register: {
          linkHouseholder: async ({ writer }) => {
            await recordAudit(writer, trace)
            return { ok: 'yes' } as never
          },
        },
      },
    }),
  )
  const clerk = await signedIn(workstation, 'clerk')

  await expect(clerk.register.linkHouseholder(link)).rejects.toMatchObject({
    data: { code: 'internal.unexpected' },
  })

  expect(await writtenTraces(workstation)).toBe(0)
})

test('takes back what a command wrote when it refuses afterwards', async () => {
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        register: {
          linkHouseholder: async ({ writer }) => {
            await recordAudit(writer, trace)
            throw new Problem('record.stale', { what: '户' })
          },
        },
      },
    }),
  )
  const clerk = await signedIn(workstation, 'clerk')

  await expect(clerk.register.linkHouseholder(link)).rejects.toMatchObject({
    code: 'PROBLEM',
    defined: true,
    data: { code: 'record.stale', facts: { what: '户' } },
  })

  expect(await writtenTraces(workstation)).toBe(0)
})

test('a command reads what it has just written', async () => {
  let seen = 0
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        register: {
          linkHouseholder: async ({ reader, writer }) => {
            await recordAudit(writer, trace)
            const rows = await reader
              .selectFrom('auditEntry')
              .select('seq')
              .where('action', '=', 'test.write')
              .execute()
            seen = rows.length
            return { ok: true }
          },
        },
      },
    }),
  )
  const clerk = await signedIn(workstation, 'clerk')

  await clerk.register.linkHouseholder(link)

  expect(seen).toBe(1)
})

test('names the fields of an input that breaks the contract, and never its values', async () => {
  workstation = await aWorkstation()
  const clerk = await signedIn(workstation, 'clerk')

  const refusal = clerk.register.linkHouseholder({
    ...link,
    reason: '',
    version: '141024197001010018' as never,
  })

  await expect(refusal).rejects.toMatchObject({
    data: {
      code: 'input.invalid',
      facts: {
        fields: expect.arrayContaining([
          expect.objectContaining({ path: 'version' }),
          expect.objectContaining({ path: 'reason' }),
        ]),
      },
    },
  })
  expect(JSON.stringify(await refusal.catch((error: unknown) => error))).not.toContain('141024197001010018')
})

test('answers a defect with a number only, and the log gets the stack without names and numbers of people', async () => {
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        register: {
          summary: () => {
            throw new TypeError('cannot read 张三丰 141024197001010018')
          },
        },
      },
    }),
  )
  const clerk = await signedIn(workstation, 'clerk')

  const refusal = await clerk.register.summary().catch((error: { data: unknown }) => error.data)

  expect(refusal).toEqual({
    code: 'internal.unexpected',
    facts: { number: expect.stringMatching(/^\d{6}$/) },
  })
  const { number } = (refusal as { facts: { number: string } }).facts
  await workstation.core.close()
  const log = await readLogs(workstation.folder)
  expect(log).toContain(number)
  expect(log).toContain('dispatch.test.ts')
  expect(log).not.toMatch(/张三丰|141024197001010018/)
})

test('tells a failure of the disk from a defect', async () => {
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        register: {
          summary: () => {
            throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
          },
        },
      },
    }),
  )
  const clerk = await signedIn(workstation, 'clerk')

  await expect(clerk.register.summary()).rejects.toMatchObject({ data: { code: 'storage.full' } })
})

test.each<[string, Grant[], { programmeCode: string; villageCode?: string }, string]>([
  [
    'another programme',
    [{ role: 'clerk', programmeCode: 'NY01', villageCode: '*' }],
    { programmeCode: 'MZ01' },
    'denied',
  ],
  [
    'the granted programme',
    [{ role: 'clerk', programmeCode: 'NY01', villageCode: '*' }],
    { programmeCode: 'NY01' },
    'NY01 all',
  ],
  [
    'a village outside',
    [{ role: 'clerk', programmeCode: '*', villageCode: '141024101201' }],
    { programmeCode: 'NY01', villageCode: '141024101202' },
    'denied',
  ],
  [
    'the granted village',
    [{ role: 'clerk', programmeCode: '*', villageCode: '141024101201' }],
    { programmeCode: 'NY01', villageCode: '141024101201' },
    'NY01 141024101201',
  ],
])('a call about %s gets the scope that was granted', async (_, grants, asked, expected) => {
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        review: {
          list: ({ scope }) => {
            throw new Problem('record.not-found', { what: `${scope.programmes} ${scope.villages}` })
          },
        },
      },
    }),
  )
  await grant(workstation, 'clerk', grants)
  const clerk = await signedIn(workstation, 'clerk')

  const answer = await clerk.review
    .list({ year: 2026, ...asked })
    .catch((error: { data: RefusalData }) => error.data)

  expect(saidBy(answer as RefusalData)).toBe(expected)
})

test("a call gets the scope of the roles that permit it, not of the person's other ones", async () => {
  workstation = await aWorkstation(
    hostTables({
      handlers: {
        review: {
          decide: ({ scope }) => {
            throw new Problem('record.not-found', { what: `${scope.programmes} ${scope.villages}` })
          },
        },
      },
    }),
  )
  await grant(workstation, 'reviewer', [
    { role: 'clerk', programmeCode: 'NY01', villageCode: '*' },
    { role: 'reviewer', programmeCode: 'MZ01', villageCode: '*' },
  ])
  const reviewer = await signedIn(workstation, 'reviewer')

  const answer = await reviewer.review
    .decide({ applicationId: id, version: 1, decision: 'approve' })
    .catch((error: { data: RefusalData }) => error.data)

  expect(saidBy(answer as RefusalData)).toBe('MZ01 all')
})

test('refuses grants that no scope can express', async () => {
  workstation = await aWorkstation()

  await expect(
    grant(workstation, 'clerk', [
      { role: 'clerk', programmeCode: 'NY01', villageCode: '141024101201' },
      { role: 'clerk', programmeCode: 'MZ01', villageCode: '141024101202' },
    ]),
  ).rejects.toMatchObject({ data: { code: 'input.invalid' } })
})

test('nobody changes their own grants', async () => {
  workstation = await aWorkstation()

  await expect(
    grant(workstation, 'administrator', [{ role: 'clerk', programmeCode: '*', villageCode: '*' }]),
  ).rejects.toMatchObject({ data: { code: 'permission.own-rights' } })
})

test('a signing key made anew needs the right password', async () => {
  workstation = await aWorkstation()
  const approver = await signedIn(workstation, 'approver')

  await expect(
    approver.user.makeSigningKey({ password: 'wrong password', pin: '87654321' }),
  ).rejects.toMatchObject({
    data: { code: 'sign-in.wrong-password' },
  })
  const { fingerprint } = await approver.user.makeSigningKey({ password, pin: '87654321' })

  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
})

interface RefusalData {
  readonly code: string
  readonly facts: { readonly what?: string }
}

function saidBy({ code, facts }: RefusalData): string {
  return code === 'permission.denied' ? 'denied' : String(facts.what)
}

async function grant({ core }: Workstation, signInName: string, grants: Grant[]): Promise<void> {
  const administrator = await signedIn({ core }, 'administrator')
  const user = (await administrator.user.list()).find((one) => one.signInName === signInName)!
  const held = [...new Set(grants.map((one) => one.role))]
  const exception = {
    userId: user.userId,
    roles: held,
    validTo: '2026-07-31',
    reason: '编制不足',
    basis: '备案',
  }
  if (held.length > 1) await administrator.user.registerException(exception)
  await administrator.user.setGrants({ userId: user.userId, version: user.version, grants })
}

async function readLogs(folder: string): Promise<string> {
  const logs = join(folder, 'logs')
  const names = await readdir(logs)
  return (await Promise.all(names.map((name) => readFile(join(logs, name), 'utf8')))).join('\n')
}
