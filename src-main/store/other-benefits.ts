import { type Expression, sql, type SqlBool } from 'kysely'
import type { HouseholdMark, OtherBenefit, SignedByOther } from '../domain/checks/listed-facts.ts'
import type { Period } from './application-queries.ts'
import { amongTexts } from './among-texts.ts'
import type { Reader } from './reader.ts'
import { toSource } from './to-source.ts'

/** Statuses in which nobody gets anything of an application. */
const gotNothing = [
  'declined',
  'withdrawn',
  'stopped',
  'suspended',
  'withheld',
  'recovering',
  'settled',
] as const

/**
 * 另一项享受 — who has some other programmes this year: by an application, or by a line of that year's roll where nothing
 * was opened from it.
 */
export async function readOtherBenefits(
  reader: Reader,
  programmes: readonly string[],
  year: number,
  idNumbers?: readonly string[],
): Promise<OtherBenefit[]> {
  if (programmes.length === 0) return []
  let query = reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('programme as g', 'g.code', 'a.programmeCode')
    .leftJoin('rosterLine as r', 'r.id', 'a.rosterLineId')
    .leftJoin('listBatch as b', 'b.id', 'r.batchId')
    .select(['a.id as applicationId', 'a.programmeCode', 'g.name as programmeName', 'p.idNumber', 'p.name'])
    .select(['a.householdId', 'r.line', 'r.batchId', 'b.fileName', 'b.sheet'])
    .where('a.programmeCode', 'in', [...programmes])
    .where('a.year', '=', year)
    .where('a.status', 'not in', [...gotNothing])
  if (idNumbers !== undefined) query = query.where((e) => ofPeople(e.ref('a.beneficiaryId'), idNumbers))
  const claimed = await query.execute()
  const listed = await listedOnRolls(reader, programmes, year, idNumbers)
  return [...claimed, ...listed].map(
    ({ applicationId, programmeCode, programmeName, idNumber, name, householdId, ...row }) => ({
      ...{ applicationId, programmeCode, programmeName, idNumber, name, householdId, source: toSource(row) },
    }),
  )
}

async function listedOnRolls(
  reader: Reader,
  programmes: readonly string[],
  year: number,
  idNumbers: readonly string[] | undefined,
) {
  const opened = reader
    .selectFrom('application')
    .select('rosterLineId')
    .where('programmeCode', 'in', [...programmes])
    .where('year', '=', year)
    .where('rosterLineId', 'is not', null)
  let query = reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .innerJoin('programme as g', 'g.code', 'r.programmeCode')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .select(['r.programmeCode', 'g.name as programmeName', 'p.idNumber', 'p.name', 'p.householdId'])
    .select(['r.line', 'r.batchId', 'b.fileName', 'b.sheet'])
    .where('r.programmeCode', 'in', [...programmes])
    .where('r.year', '=', year)
    .where('b.undoneAt', 'is', null)
    .where('r.id', 'not in', opened)
  if (idNumbers !== undefined) query = query.where((e) => ofPeople(e.ref('r.personId'), idNumbers))
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, applicationId: null }))
}

/** The people first: without statistics the planner would rather go through a whole programme. */
function ofPeople(personId: Expression<string>, idNumbers: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`${personId} IN (SELECT id FROM person WHERE id_number IN
    (SELECT value FROM json_each(${JSON.stringify(idNumbers)})))`
}

const markOf = { 'q.cadre': 'cadre', 'q.staffKin': 'staff-kin' } as const
const whoOf = { 'q.cadre': 'q.cadreWho', 'q.staffKin': 'q.staffKinWho' } as const

/** 村干部、近亲属 — what households said of themselves at this year's visits, and what staff declared of them. */
export async function readHouseholdMarks(
  reader: Reader,
  year: number,
  householdIds?: readonly string[],
): Promise<HouseholdMark[]> {
  const said = await readSaidMarks(reader, year, householdIds)
  return [...said, ...(await readDeclaredKin(reader, householdIds))]
}

async function readDeclaredKin(
  reader: Reader,
  householdIds: readonly string[] | undefined,
): Promise<HouseholdMark[]> {
  let query = reader
    .selectFrom('staffKin as k')
    .innerJoin('user as u', 'u.id', 'k.userId')
    .select(['k.householdId', 'u.displayName'])
    .where('k.withdrawnAt', 'is', null)
    .orderBy('k.declaredAt')
    .orderBy('k.id')
  if (householdIds !== undefined) query = query.where((e) => amongTexts(e.ref('k.householdId'), householdIds))
  const rows = await query.execute()
  return rows.map(({ householdId, displayName }) => ({
    ...{ householdId, mark: 'declared-kin' as const },
    who: displayName,
  }))
}

async function readSaidMarks(
  reader: Reader,
  year: number,
  householdIds: readonly string[] | undefined,
): Promise<HouseholdMark[]> {
  let query = reader
    .selectFrom('surveyValue as v')
    .innerJoin('surveyTask as t', 't.id', 'v.taskId')
    .innerJoin('surveyRound as s', 's.id', 't.roundId')
    .select(['t.id as taskId', 't.householdId', 'v.field', 'v.value'])
    .where('s.year', '=', year)
    .where('v.subject', '=', 'household')
    .where('v.conflict', '=', 0)
    .where('v.field', 'in', [...Object.keys(markOf), ...Object.values(whoOf)])
  if (householdIds !== undefined) query = query.where((e) => amongTexts(e.ref('t.householdId'), householdIds))
  const rows = await query.execute()
  const said = new Map(rows.map(({ taskId, field, value }) => [`${taskId}|${field}`, value ?? '']))
  return rows.flatMap(({ taskId, householdId, field, value }) =>
    (field === 'q.cadre' || field === 'q.staffKin') && value === 'yes'
      ? [{ householdId, mark: markOf[field], who: said.get(`${taskId}|${whoOf[field]}`) ?? '' }]
      : [],
  )
}

/** 代签 — this year's visits for the programme that somebody signed in the household's place. */
export async function readSignedByOthers(
  reader: Reader,
  period: Period,
  householdIds?: readonly string[],
): Promise<SignedByOther[]> {
  let query = reader
    .selectFrom('surveyTask as t')
    .innerJoin('surveyRound as s', 's.id', 't.roundId')
    .leftJoin('surveyValue as v', (join) =>
      join
        .onRef('v.taskId', '=', 't.id')
        .on('v.subject', '=', 'visit')
        .on('v.field', 'in', ['visit.signer', 'visit.signerRelation', 'visit.confirmation']),
    )
    .select(['t.householdId', 't.mode', 'v.field', 'v.value'])
    .where('s.programmeCode', '=', period.programmeCode)
    .where('s.year', '=', period.year)
    .where('t.state', '=', 'visited')
    .where('t.mode', 'in', ['relative', 'village'])
  if (householdIds !== undefined) query = query.where((e) => amongTexts(e.ref('t.householdId'), householdIds))
  const tasks = await query.execute()
  return [...Map.groupBy(tasks, ({ householdId }) => householdId)].map(([householdId, values]) => {
    const of = (field: string) => values.find((one) => one.field === field)?.value ?? ''
    const mode = values[0]?.mode === 'village' ? ('village' as const) : ('relative' as const)
    // Verified by a signed sheet of the group, a visit has no confirmation of its own.
    const isSigned = !['none', 'oral'].includes(of('visit.confirmation'))
    return { householdId, mode, signer: of('visit.signer'), relation: of('visit.signerRelation'), isSigned }
  })
}
