import type { Insertable } from 'kysely'
import type { Reader, Writer } from './reader.ts'
import type { HandoverTable } from './schema/office-tables.ts'

/** 在办事项 — what somebody has begun and nobody has finished: numbers and serials, nobody's name. */
export interface OpenTasks {
  readonly records: readonly {
    readonly programme: string
    readonly year: number
    readonly villageName: string
    readonly status: string
    readonly rows: number
  }[]
  readonly packages: readonly {
    readonly packageId: string
    readonly programme: string
    readonly year: number
    readonly recipientName: string
  }[]
  readonly publicities: readonly {
    readonly serial: string
    readonly villageName: string
    readonly status: string
  }[]
}

export async function readOpenTasks(reader: Reader, userId: string): Promise<OpenTasks> {
  return {
    records: await readOpenRecords(reader, userId),
    packages: await readUnreleasedPackages(reader, userId),
    publicities: await readOpenPublicities(reader, userId),
  }
}

/** Records this person entered that wait for review or correction, by village. */
function readOpenRecords(reader: Reader, userId: string) {
  return reader
    .selectFrom('application as a')
    .innerJoin('programme as p', 'p.code', 'a.programmeCode')
    .innerJoin('division as d', 'd.code', 'a.villageCode')
    .select((e) => [
      'p.name as programme',
      'a.year',
      'd.name as villageName',
      'a.status',
      e.fn.countAll<number>().as('rows'),
    ])
    .where('a.enteredBy', '=', userId)
    .where('a.status', 'in', ['submitted', 'returned'])
    .groupBy(['a.programmeCode', 'a.year', 'a.villageCode', 'a.status', 'p.name', 'd.name'])
    .orderBy('a.programmeCode')
    .orderBy('a.year')
    .orderBy('a.villageCode')
    .orderBy('a.status')
    .execute()
}

function readUnreleasedPackages(reader: Reader, userId: string) {
  return reader
    .selectFrom('exportPackage as e')
    .innerJoin('programme as p', 'p.code', 'e.programmeCode')
    .innerJoin('recipient as r', 'r.id', 'e.recipientId')
    .select(['e.id as packageId', 'p.name as programme', 'e.year', 'r.name as recipientName'])
    .where('e.builtBy', '=', userId)
    .where('e.status', '=', 'built')
    .orderBy('e.builtAt')
    .execute()
}

function readOpenPublicities(reader: Reader, userId: string) {
  return reader
    .selectFrom('publicity as p')
    .innerJoin('division as d', 'd.code', 'p.villageCode')
    .select(['p.serial', 'd.name as villageName', 'p.status'])
    .where('p.frozenBy', '=', userId)
    .where('p.status', 'in', ['frozen', 'posted'])
    .orderBy('p.serial')
    .execute()
}

/** The fingerprint of a person's key in force, which ends when they leave. */
export async function findKeyFingerprint(reader: Reader, userId: string): Promise<string | null> {
  const row = await reader
    .selectFrom('signingKey')
    .select('fingerprint')
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return row?.fingerprint ?? null
}

export async function insertHandover(writer: Writer, handover: Insertable<HandoverTable>): Promise<void> {
  await writer.insertInto('handover').values(handover).execute()
}

/** Each person's newest sheet of this stay: one of an earlier leaving counts no more after a return. */
export async function listHandovers(reader: Reader) {
  const rows = await reader
    .selectFrom('handover as h')
    .select(['h.id', 'h.userId', 'h.madeAt', 'h.fileSha256', 'h.extension'])
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('auditEntry as a')
            .select('a.seq')
            .where('a.action', '=', 'user.deactivate')
            .whereRef('a.subject', '=', 'h.userId')
            .whereRef('a.at', '>=', 'h.madeAt'),
        ),
      ),
    )
    .orderBy('h.madeAt')
    .orderBy('h.id')
    .execute()
  return new Map(rows.map((row) => [row.userId, row]))
}
