import { sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import { inVillages } from './in-villages.ts'
import { readOwnMachine } from './machine-queries.ts'
import type { Reader, Writer } from './reader.ts'

/** Fields of these tasks a person has to decide. */
export async function countConflicts(reader: Reader, taskIds: readonly string[]): Promise<number> {
  const { conflicts } = await reader
    .selectFrom('surveyTask')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('conflicts'), e.lit(0)).as('conflicts'))
    .where((e) => amongTexts(e.ref('id'), taskIds))
    .executeTakeFirstOrThrow()
  return conflicts
}

interface ConflictPage {
  readonly roundId: string
  readonly villageCode?: string | undefined
  readonly after: string | null
  readonly limit: number
}

/** Conflicts of a round as the villages are walked; read on by key. */
export async function listConflicts(reader: Reader, scope: Scope, page: ConflictPage) {
  let query = conflicts(reader, scope, page)
    .innerJoin('division as d', 'd.code', 't.villageCode')
    .leftJoin('person as p', 'p.id', 'h.householderId')
    .select(['v.taskId', 'v.subject', 'v.field', 't.villageCode', 't.groupName', 'h.householdNo'])
    .select(['d.name as villageName', 'p.name as householderName'])
    .orderBy('t.villageCode')
    .orderBy('t.groupName')
    .orderBy('h.householdNo')
    .orderBy('v.subject')
    .orderBy('v.field')
    .limit(page.limit + 1)
  if (page.after !== null) {
    const [village, group, no, subject, field] = JSON.parse(page.after) as string[]
    query = query.where(
      sql<boolean>`(t.village_code, t.group_name, h.household_no, v.subject, v.field) > (${village}, ${group}, ${no}, ${subject}, ${field})`,
    )
  }
  const found = await query.execute()
  const { total } = await conflicts(reader, scope, page)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = found.slice(0, page.limit)
  const last = found.length > page.limit ? rows.at(-1) : undefined
  const next =
    last && JSON.stringify([last.villageCode, last.groupName, last.householdNo, last.subject, last.field])
  return { rows, next: next ?? null, total }
}

/** Names of the machines edits come from, this one's too. */
export async function listMachineNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const machines = await reader.selectFrom('machine').select(['id', 'name']).execute()
  const { workstationId, name } = await readOwnMachine(reader)
  return new Map([[workstationId, name], ...machines.map((one) => [one.id, one.name] as const)])
}

/** One value of the register as it is now, as text. */
export async function readRegisterValue(
  reader: Reader,
  entity: 'household' | 'person' | 'account',
  column: string,
  id: string,
): Promise<string | null> {
  const row = await reader.selectFrom(entity).selectAll().where('id', '=', id).executeTakeFirst()
  const value = row && (row as Readonly<Record<string, unknown>>)[column]
  return value == null || value === '' ? null : String(value)
}

/** Values of a task the register took over before anybody contradicted them. */
export function listDisputedInRegister(reader: Reader, taskId: string) {
  return reader
    .selectFrom('surveyValue')
    .select(['subject', 'field'])
    .where('taskId', '=', taskId)
    .where('conflict', '=', 1)
    .where('applied', '=', 1)
    .execute()
}

export async function markWithheld(
  writer: Writer,
  { taskId, subject, field }: { taskId: string; subject: string; field: string },
): Promise<void> {
  await writer
    .updateTable('surveyValue')
    .set({ applied: 0 })
    .where('taskId', '=', taskId)
    .where('subject', '=', subject)
    .where('field', '=', field)
    .execute()
}

function conflicts(reader: Reader, scope: Scope, { roundId, villageCode }: ConflictPage) {
  let query = reader
    .selectFrom('surveyValue as v')
    .innerJoin('surveyTask as t', 't.id', 'v.taskId')
    .innerJoin('surveyRound as r', 'r.id', 't.roundId')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .where('v.conflict', '=', 1)
    .where('t.roundId', '=', roundId)
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  return villageCode === undefined ? query : query.where('t.villageCode', '=', villageCode)
}
