import { join } from 'node:path'
import { openWithPassword } from '../../src-main/store/opening.ts'
import type { Reader } from '../../src-main/store/reader.ts'
import { demonstrationPeople } from './a-demonstration-run.ts'

export interface StoredFinding {
  readonly check: string
  readonly severity: string
  readonly applicationId: string
  readonly others: readonly string[]
}

export interface StoredTownship {
  /** [line, name, rules] of every rejected line, by kind of list. */
  readonly rejects: ReadonlyMap<string, readonly (readonly [number, string, string])[]>
  readonly findings: readonly StoredFinding[]
  readonly applications: ReadonlyMap<string, StoredApplication>
  readonly rosterLines: readonly StoredRosterLine[]
}

export interface StoredApplication {
  readonly id: string
  readonly idNumber: string
  readonly name: string
  readonly householdId: string | null
  readonly status: string
  readonly amountFen: number
  readonly areaCentiMu: number
  readonly line: number
}

export interface StoredRosterLine {
  readonly line: number
  readonly name: string
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly printedAmountFen: number | null
}

/** What the encrypted file of a run holds, read past the calls so that no view can hide a line. */
export async function storedTownship(out: string, nameHeader: RegExp): Promise<StoredTownship> {
  const { signInName, password } = demonstrationPeople.reviewer
  const folder = join(out, 'workstation')
  const { store } = await openWithPassword(folder, signInName, password, { now: new Date() })
  try {
    return await readTownship(store.reader, nameHeader)
  } finally {
    await store.close()
  }
}

async function readTownship(reader: Reader, nameHeader: RegExp): Promise<StoredTownship> {
  const applications = await reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('rosterLine as r', 'r.id', 'a.rosterLineId')
    .select(['a.id', 'p.idNumber', 'p.name', 'a.householdId', 'a.status'])
    .select(['a.amountFen', 'a.areaCentiMu', 'r.line'])
    .execute()
  const rosterLines = await reader
    .selectFrom('rosterLine')
    .select(['line', 'name', 'areaCentiMu', 'amountFen', 'printedAmountFen'])
    .orderBy('line')
    .execute()
  return {
    rejects: await readRejects(reader, nameHeader),
    findings: await readFindings(reader),
    applications: new Map(applications.map((application) => [application.id, application])),
    rosterLines,
  }
}

async function readRejects(reader: Reader, nameHeader: RegExp): Promise<StoredTownship['rejects']> {
  const rows = await reader
    .selectFrom('listReject as l')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .select(['b.kind', 'b.headers', 'l.line', 'l.raw', 'l.reasons'])
    .orderBy('l.line')
    .execute()
  const rejects = new Map<string, (readonly [number, string, string])[]>()
  for (const row of rows) {
    const nameAt = (JSON.parse(row.headers) as string[]).findIndex((header) => nameHeader.test(header))
    const name = (JSON.parse(row.raw) as string[])[nameAt] ?? ''
    const rules = (JSON.parse(row.reasons) as { rule: string }[]).map(({ rule }) => rule).join()
    rejects.set(row.kind, [...(rejects.get(row.kind) ?? []), [row.line, name.trim(), rules]])
  }
  return rejects
}

async function readFindings(reader: Reader): Promise<StoredFinding[]> {
  const run = await reader.selectFrom('checkRun').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  const rows = await reader
    .selectFrom('finding')
    .select(['checkCode', 'severity', 'applicationId', 'others'])
    .where('runId', '=', run.id)
    .execute()
  return rows.map(({ checkCode, others, ...row }) => ({
    ...row,
    check: checkCode,
    others: JSON.parse(others) as string[],
  }))
}
