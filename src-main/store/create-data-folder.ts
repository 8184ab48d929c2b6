import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeIdentity } from '../crypto/envelope.ts'
import { makeDatabaseKey, makeRecoveryCode, wrapWithKey } from '../crypto/key-slots.ts'
import { makeSigningKey, signerFromSecret } from '../crypto/signing-key.ts'
import type { MachineKind } from '../domain/machine.ts'
import { Problem } from '../domain/problem.ts'
import { recordAudit } from './audit.ts'
import { isSetUp, pathsIn, prepareFolders } from './data-folder.ts'
import { renameDurably } from './durable-file.ts'
import { lockFolder } from './instance-lock.ts'
import { writeKeyFile, type Township } from './key-file.ts'
import { purposes } from './key-ring.ts'
import { refuseNetworkShare } from './network-share.ts'
import {
  insertPerson,
  wrapPerson,
  type NewPerson,
  type StretchOptions,
  type WrappedPerson,
} from './new-person.ts'
import { withStorageProblems } from './storage-problem.ts'
import { openStore, type Writer } from './store.ts'
import { upgradeDatabase } from './upgrade.ts'

export interface NewDataFolder extends StretchOptions {
  readonly folder: string
  readonly township: Township
  readonly demonstration: boolean
  readonly machine: MachineKind
  readonly machineName: string
  readonly administrator: Omit<NewPerson, 'userId' | 'roles' | 'pin'>
  readonly people: readonly Omit<NewPerson, 'userId'>[]
  readonly now: Date
  newId(): string
}

export interface CreatedDataFolder {
  readonly workstationId: string
  /** 恢复纸 — to be printed now; nobody can ask for it again. */
  readonly recoveryHalves: readonly [string, string]
}

/** Everything is built aside; the key file comes last but one, so a folder is set up wholly or not at all. */
export async function createDataFolder(wanted: NewDataFolder): Promise<CreatedDataFolder> {
  return withStorageProblems(async () => {
    const { folder } = wanted
    refuseNetworkShare(folder)
    refuseUsedFolder(folder)
    await prepareFolders(folder)
    const release = lockFolder(folder)
    try {
      return await build(wanted)
    } finally {
      release()
    }
  })
}

/** A set-up cut off after the key file was written lacks only this. */
export async function finishSetUp(folder: string): Promise<void> {
  const built = pathsIn(asideOf(folder)).database
  const { database } = pathsIn(folder)
  if (existsSync(database) || !existsSync(built)) return
  await renameDurably(built, database)
  await rm(asideOf(folder), { recursive: true, force: true })
}

function asideOf(folder: string): string {
  return join(folder, 'setting-up')
}

function refuseUsedFolder(folder: string): void {
  if (isSetUp(folder)) throw new Problem('set-up.already-done')
  // A database without its keys may yet get them back from a backup.
  if (existsSync(pathsIn(folder).database)) throw new Problem('storage.key-slots-damaged')
}

async function build(wanted: NewDataFolder): Promise<CreatedDataFolder> {
  const { folder, township, demonstration, machine, newId } = wanted
  const key = makeDatabaseKey()
  const workstationId = newId()
  const recovery = makeRecoveryCode()
  const workstation = makeSigningKey()
  const age = await makeIdentity()
  const people = await wrapPeople(wanted, key)
  await buildDatabase(wanted, key, people, {
    workstationId,
    secret: workstation.secret,
    recipient: age.recipient,
  })
  const content = {
    workstationId,
    township,
    demonstration,
    machine,
    people: people.map(({ person }) => person),
    recovery: wrapWithKey(key, recovery.secret),
    workstationKey: wrapWithKey(workstation.secret, key, purposes.workstationKey),
    identity: wrapWithKey(Buffer.from(age.identity, 'utf8'), key, purposes.identity),
  }
  await writeKeyFile(folder, content, 1)
  await finishSetUp(folder)
  return { workstationId, recoveryHalves: recovery.halves }
}

async function wrapPeople(wanted: NewDataFolder, key: Uint8Array): Promise<WrappedPerson[]> {
  const administrator = { ...wanted.administrator, roles: ['administrator' as const] }
  const wrapped: WrappedPerson[] = []
  for (const person of [administrator, ...wanted.people]) {
    const { signInName } = person
    if (wrapped.some((other) => other.person.signInName === signInName))
      throw new Problem('user.name-taken', { signInName })
    wrapped.push(await wrapPerson({ ...person, userId: wanted.newId() }, key, wanted))
  }
  return wrapped
}

async function buildDatabase(
  { folder, now, township, demonstration, machine, machineName }: NewDataFolder,
  key: Uint8Array,
  people: readonly WrappedPerson[],
  workstation: { workstationId: string; secret: Uint8Array; recipient: string },
): Promise<void> {
  const aside = asideOf(folder)
  const at = now.toISOString()
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true, mode: 0o700 })
  upgradeDatabase({ folder: aside, key, now, isNew: true })
  const store = openStore(aside, key, () => undefined)
  await store.inTransaction(async (writer) => {
    for (const person of people) await insertPerson(writer, person, at)
    await insertWorkstation(writer, workstation, at)
    await insertMeta(writer, {
      workstationId: workstation.workstationId,
      ageRecipient: workstation.recipient,
      demonstration: String(demonstration),
      machine,
      machineName,
      townshipCode: township.code,
      townshipName: township.name,
      countyName: township.county,
    })
    const [administrator] = people
    const details = { people: people.length, demonstration, machine }
    const actor = administrator?.person.userId ?? ''
    await recordAudit(writer, {
      at,
      actor,
      action: 'workstation.set-up',
      subject: workstation.workstationId,
      details,
    })
  })
  await store.close()
}

async function insertWorkstation(
  writer: Writer,
  { secret }: { secret: Uint8Array },
  at: string,
): Promise<void> {
  const { fingerprint, publicKeyPem } = signerFromSecret(secret)
  const row = {
    fingerprint,
    publicKeyPem,
    ownerKind: 'workstation' as const,
    userId: null,
    validFrom: at,
    revokedAt: null,
  }
  await writer.insertInto('signingKey').values(row).execute()
}

/** What the office is, inside the encrypted file: the key file's own words can be changed by anybody. */
async function insertMeta(writer: Writer, facts: Readonly<Record<string, string>>): Promise<void> {
  const rows = Object.entries(facts).map(([key, value]) => ({ key, value }))
  await writer.insertInto('meta').values(rows).execute()
}
