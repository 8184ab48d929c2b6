import { v7 as newUuid } from 'uuid'
import { dayInShanghai } from '../../domain/day.ts'
import { Problem } from '../../domain/problem.ts'
import { renderRecoverySheet } from '../../documents/recovery-sheet.tsx'
import { recordAudit } from '../../store/audit.ts'
import { isSetUp } from '../../store/data-folder.ts'
import { readKeyFile, type KeyFile } from '../../store/key-file.ts'
import { createDataFolder } from '../../store/opening.ts'
import { refuseSeveralDuties } from '../../usecases/users.ts'
import type { HandlersOf } from '../handler-types.ts'
import type { Host } from '../host.ts'
import { printOrHtml } from '../../usecases/print-or-html.ts'
import { readDemonstrationPeople, readTownships } from '../reference-data.ts'
import { toProblem } from '../to-problem.ts'

export const workstationHandlers: HandlersOf<'workstation'> = {
  state: async ({ host }) => ({ ...(await describeFolder(host)), ...describeProgram(host) }),
  demonstrationPeople: async ({ host }) => {
    if (!isSetUp(host.folder) || !(await readKeyFile(host.folder)).demonstration) return []
    return [...(await readDemonstrationPeople(host.resources))]
  },
  townships: async ({ host }) => {
    const townships = await readTownships(host.resources)
    return townships.map(({ code, name, divisions }) => ({
      code,
      name,
      villages: divisions.filter(({ level }) => level === 'village').length,
    }))
  },
  recover: async ({ host }, input) => {
    await recover(host, input)
    return { ok: true }
  },
  setUp: async ({ host }, { townshipCode, machine, machineName, administrator, people }) => {
    refuseSeveralDuties(people)
    const township = await findTownship(host, townshipCode)
    const { workstationId, recoveryHalves } = await createDataFolder({
      ...host.door.stretch,
      folder: host.folder,
      township,
      demonstration: host.demonstration,
      machine,
      machineName: machineName ?? `${township.name}办公室主机`,
      administrator,
      people,
      now: host.clock.now(),
      newId: () => newUuid(),
    })
    await host.door.enter(administrator.signInName, administrator.password)
    const [first, second] = recoveryHalves
    const recoverySheet = await offerSheet(host, {
      townshipName: township.name,
      halves: recoveryHalves,
      workstationId,
    })
    return { workstationId, recoveryHalves: [first, second], recoverySheet }
  },
}

/** The sheet opens the data, not a person's signing key: that stays lost (field-notes 13). */
async function recover(
  host: Host,
  input: { halves: readonly [string, string]; signInName: string; newPassword: string },
): Promise<void> {
  const person = (await readKeyFile(host.folder)).people.find(
    (one) => one.active && one.signInName === input.signInName,
  )
  if (person === undefined) throw new Problem('record.not-found', { what: '人员' })
  await host.door.enterWithRecovery(input.halves)
  const trace = { by: person.userId, at: host.clock.now().toISOString() }
  await host.door.keys.resetPassword(person.userId, input.newPassword, { ...trace, reason: '启封恢复纸' })
  host.attempts.succeed(input.signInName)
  await host.door.store.inTransaction((writer) =>
    recordAudit(writer, {
      at: trace.at,
      actor: person.userId,
      action: 'workstation.recover',
      subject: person.userId,
      details: {},
    }),
  )
}

async function describeFolder(host: Host) {
  if (!isSetUp(host.folder)) return unknownFolder(null)
  try {
    return { ...knownFolder(await readKeyFile(host.folder)), problem: brokenChain(host) }
  } catch (thrown) {
    const { code, facts } = toProblem(thrown, host.log, 'workstation.state')
    return { ...unknownFolder({ code, facts: { ...facts } }), setUp: true }
  }
}

function unknownFolder(problem: { code: string; facts: Record<string, unknown> } | null) {
  return {
    setUp: false,
    demonstration: false,
    machine: 'office' as const,
    township: null,
    people: [],
    problem,
  }
}

function knownFolder({ demonstration, machine = 'office', township, people }: KeyFile) {
  const active = people.filter((person) => person.active)
  return {
    setUp: true,
    demonstration,
    machine,
    township,
    people: active.map(({ userId, signInName, displayName, roles }) => ({
      userId,
      signInName,
      displayName,
      roles: [...roles],
    })),
  }
}

/** Nobody can go on as if nothing had happened: the sign-in page says it. */
function brokenChain({ chain }: Host) {
  return chain.brokenAt === null ? null : { code: 'audit.chain-broken', facts: { seq: chain.brokenAt } }
}

function describeProgram({ carrier, clock, parts }: Host) {
  const { version, build } = parts.software
  return { carrier, version, build, today: dayInShanghai(clock.now().getTime()) }
}

async function findTownship({ resources }: Host, townshipCode: string) {
  const township = (await readTownships(resources)).find(({ code }) => code === townshipCode)
  if (township === undefined)
    throw new Problem('input.invalid', { fields: [{ path: 'townshipCode', rule: 'unknown' }] })
  const { code, name, county } = township
  return { code, name, county }
}

async function offerSheet(
  host: Host,
  sheet: { townshipName: string; halves: readonly [string, string]; workstationId: string },
) {
  const printedOn = dayInShanghai(host.clock.now().getTime())
  const html = renderRecoverySheet({ ...sheet, halves: [sheet.halves[0], sheet.halves[1]], printedOn })
  const { bytes, extension } = await printOrHtml(host.parts.pdf, html)
  return host.files.offer(`恢复纸.${extension}`, bytes)
}
