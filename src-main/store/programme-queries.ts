import { completeTerms, type ProgrammeTerms } from '../domain/programme-terms.ts'
import { Problem } from '../domain/problem.ts'
import type { Reader, Writer } from './reader.ts'

export interface StoredTerms {
  readonly id: string
  readonly programmeCode: string
  readonly year: number
  readonly version: number
  readonly status: 'draft' | 'active' | 'superseded'
  readonly terms: ProgrammeTerms
  readonly enteredBy: string
  readonly enteredAt: string
  readonly activatedBy: string | null
  readonly activatedAt: string | null
}

export interface NewProgramme {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly unit: string
  readonly cycle: string
  readonly confidence: string
}

export async function insertProgrammes(writer: Writer, programmes: readonly NewProgramme[]): Promise<void> {
  if (programmes.length > 0)
    await writer
      .insertInto('programme')
      .values([...programmes])
      .execute()
}

export function listProgrammes(reader: Reader): Promise<NewProgramme[]> {
  return reader.selectFrom('programme').selectAll().orderBy('code').execute()
}

export async function getProgramme(reader: Reader, code: string): Promise<NewProgramme> {
  const row = await reader.selectFrom('programme').selectAll().where('code', '=', code).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '补贴项目' })
  return row
}

export async function listTerms(reader: Reader, year: number): Promise<StoredTerms[]> {
  const rows = await terms(reader).where('year', '=', year).orderBy('version', 'desc').execute()
  return rows.map(toStoredTerms)
}

export async function getTerms(reader: Reader, termsId: string): Promise<StoredTerms> {
  const row = await terms(reader).where('id', '=', termsId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '政策条款' })
  return toStoredTerms(row)
}

export async function findActiveTerms(
  reader: Reader,
  programmeCode: string,
  year: number,
): Promise<StoredTerms | undefined> {
  const row = await terms(reader)
    .where('programmeCode', '=', programmeCode)
    .where('year', '=', year)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return row === undefined ? undefined : toStoredTerms(row)
}

/** The terms in force; refuses with `programme.not-active` where none are. */
export async function getActiveTerms(
  reader: Reader,
  programmeCode: string,
  year: number,
): Promise<StoredTerms> {
  const found = await findActiveTerms(reader, programmeCode, year)
  if (found === undefined) throw new Problem('programme.not-active', { programme: programmeCode, year })
  return found
}

/** Inserts the next version as a draft; an older draft of the period is superseded. */
export async function insertDraft(
  writer: Writer,
  draft: {
    id: string
    programmeCode: string
    year: number
    terms: ProgrammeTerms
    enteredBy: string
    enteredAt: string
  },
): Promise<number> {
  await writer
    .updateTable('programmeTerms')
    .set({ status: 'superseded' })
    .where('programmeCode', '=', draft.programmeCode)
    .where('year', '=', draft.year)
    .where('status', '=', 'draft')
    .execute()
  const latest = await writer
    .selectFrom('programmeTerms')
    .select((e) => e.fn.max('version').as('version'))
    .where('programmeCode', '=', draft.programmeCode)
    .where('year', '=', draft.year)
    .executeTakeFirst()
  const version = (latest?.version ?? 0) + 1
  await writer
    .insertInto('programmeTerms')
    .values({
      ...draft,
      version,
      status: 'draft',
      terms: JSON.stringify(draft.terms),
      activatedBy: null,
      activatedAt: null,
    })
    .execute()
  return version
}

/** Puts a draft in force in place of the version before it. */
export async function saveActive(writer: Writer, stored: StoredTerms, by: string, at: string): Promise<void> {
  await writer
    .updateTable('programmeTerms')
    .set({ status: 'superseded' })
    .where('programmeCode', '=', stored.programmeCode)
    .where('year', '=', stored.year)
    .where('status', '=', 'active')
    .execute()
  await writer
    .updateTable('programmeTerms')
    .set({ status: 'active', activatedBy: by, activatedAt: at })
    .where('id', '=', stored.id)
    .execute()
}

function terms(reader: Reader) {
  return reader.selectFrom('programmeTerms').selectAll()
}

function toStoredTerms(row: Omit<StoredTerms, 'terms'> & { terms: string }): StoredTerms {
  return { ...row, terms: completeTerms(JSON.parse(row.terms) as ProgrammeTerms) }
}
