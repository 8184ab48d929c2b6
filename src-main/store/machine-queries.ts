import type { Insertable } from 'kysely'
import type { MachineKind } from '../domain/machine.ts'
import { Problem } from '../domain/problem.ts'
import { findMeta } from './meta-queries.ts'
import type { Reader, Writer } from './reader.ts'
import type { MachineTable } from './schema/fieldwork-tables.ts'

export type StoredMachine = MachineTable

/** What this very workstation is; one set up before there were others is the office. */
export async function machineKindHere(reader: Reader): Promise<MachineKind> {
  return (await findMeta(reader, 'machine')) === 'field' ? 'field' : 'office'
}

/** What this machine says of itself, but for its signing key. */
export async function readOwnMachine(reader: Reader) {
  const [workstationId, ageRecipient, name, demonstration, townshipCode, townshipName] = await Promise.all(
    ['workstationId', 'ageRecipient', 'machineName', 'demonstration', 'townshipCode', 'townshipName'].map(
      (key) => findMeta(reader, key),
    ),
  )
  return {
    workstationId: workstationId ?? '',
    ageRecipient: ageRecipient ?? '',
    name: name ?? `${townshipName ?? ''}办公室主机`,
    demonstration: demonstration === 'true',
    townshipCode: townshipCode ?? '',
  }
}

/** What this machine is called: by the name the office gave it, before that by its own. */
export async function nameHere(reader: Reader): Promise<string> {
  const { workstationId, name } = await readOwnMachine(reader)
  return (await findMachine(reader, workstationId))?.name ?? name
}

export function listMachines(reader: Reader, kind: MachineKind) {
  return reader
    .selectFrom('machine as m')
    .leftJoin('user as e', 'e.id', 'm.enrolledBy')
    .leftJoin('user as r', 'r.id', 'm.revokedBy')
    .selectAll('m')
    .select(['e.displayName as enrolledByName', 'r.displayName as revokedByName'])
    .where('m.kind', '=', kind)
    .orderBy('m.enrolledAt')
    .execute()
}

export function findMachine(reader: Reader, machineId: string): Promise<StoredMachine | undefined> {
  return reader.selectFrom('machine').selectAll().where('id', '=', machineId).executeTakeFirst()
}

export async function getMachine(reader: Reader, machineId: string): Promise<StoredMachine> {
  const row = await findMachine(reader, machineId)
  if (row === undefined) throw new Problem('record.not-found', { what: '外业笔记本' })
  return row
}

/** One to whom work may be given out. */
export async function getWorkingMachine(reader: Reader, machineId: string): Promise<StoredMachine> {
  const row = await getMachine(reader, machineId)
  if (row.revokedAt !== null) throw new Problem('machine.revoked', { name: row.name })
  return row
}

/** The office this laptop belongs to. */
export async function getOffice(reader: Reader): Promise<StoredMachine> {
  const row = await findOffice(reader)
  if (row === undefined) throw new Problem('machine.not-enrolled')
  return row
}

export function findOffice(reader: Reader): Promise<StoredMachine | undefined> {
  return reader
    .selectFrom('machine')
    .selectAll()
    .where('kind', '=', 'office')
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

export async function isMachineNameTaken(reader: Reader, name: string): Promise<boolean> {
  const row = await reader
    .selectFrom('machine')
    .select('id')
    .where('name', '=', name)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertMachine(
  writer: Writer,
  machine: Omit<Insertable<MachineTable>, 'revokedBy' | 'revokedAt' | 'revokedReason'>,
): Promise<void> {
  const notRevoked = { revokedBy: null, revokedAt: null, revokedReason: null }
  await writer
    .insertInto('machine')
    .values({ ...machine, ...notRevoked })
    .execute()
}

export async function saveRevocation(
  writer: Writer,
  machineId: string,
  revoked: { by: string; at: string; reason: string },
): Promise<void> {
  const result = await writer
    .updateTable('machine')
    .set({ revokedBy: revoked.by, revokedAt: revoked.at, revokedReason: revoked.reason })
    .where('id', '=', machineId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '外业笔记本' })
}
