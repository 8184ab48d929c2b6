import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import { amongTexts } from './among-texts.ts'
import { onItsWay } from './check-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

/** 判定对象 — somebody a rule is asked about, with what the register and the application say. */
export interface RuleSubject {
  /** Of the application; of the person where there is none. */
  readonly subjectId: string
  readonly idNumber: string
  readonly name: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly status: 'registered' | 'cancelled' | 'moved-out' | 'dead'
  readonly relation: string
  readonly hukouKind: string
  readonly householdId: string | null
  readonly villageCode: string
  readonly villageName: string
  /** Null for a person without an application. */
  readonly areaCentiMu: number | null
}

const facts = [
  'p.idNumber',
  'p.name',
  'p.birthDate',
  'p.sex',
  'p.status',
  'p.relation',
  'p.hukouKind',
  'v.name as villageName',
] as const

/** Everybody with an application of the period on its way, or those of some applications, whatever became of them. */
export function listApplicants(
  reader: Reader,
  scope: Scope,
  period: Period,
  applicationIds?: readonly string[],
): Promise<RuleSubject[]> {
  let query = reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('division as v', 'v.code', 'a.villageCode')
    .select([...facts, 'a.id as subjectId', 'a.householdId', 'a.villageCode', 'a.areaCentiMu'])
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where((e) => inVillages(e.ref('a.villageCode'), scope))
  query =
    applicationIds === undefined
      ? query.where('a.status', 'in', [...onItsWay])
      : query.where((e) => amongTexts(e.ref('a.id'), applicationIds))
  return query.orderBy('a.villageCode').orderBy('a.id').execute()
}

/** People of the register, so many, by household: a rule is tried out on them before anybody has applied. */
export async function listSomePeople(reader: Reader, scope: Scope, most: number): Promise<RuleSubject[]> {
  const rows = await reader
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.householdId')
    .innerJoin('division as v', 'v.code', 'h.villageCode')
    .select([...facts, 'p.id as subjectId', 'p.householdId', 'h.villageCode'])
    .where((e) => inVillages(e.ref('h.villageCode'), scope))
    .orderBy('h.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, areaCentiMu: null }))
}

/** Some people of the register, whether they have applied or not. */
export async function listPeopleToJudge(
  reader: Reader,
  personIds: readonly string[],
): Promise<RuleSubject[]> {
  const rows = await reader
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.householdId')
    .innerJoin('division as v', 'v.code', 'h.villageCode')
    .select([...facts, 'p.id as subjectId', 'p.householdId', 'h.villageCode'])
    .where((e) => amongTexts(e.ref('p.id'), personIds))
    .execute()
  return rows.map((row) => ({ ...row, areaCentiMu: null }))
}

/** 家庭人口 — who is registered in each household now. */
export async function countHouseholdPeople(
  reader: Reader,
  householdIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  let query = reader
    .selectFrom('person')
    .select((e) => ['householdId', e.fn.countAll<number>().as('people')])
    .where('status', '=', 'registered')
    .where('householdId', 'is not', null)
    .groupBy('householdId')
  if (householdIds !== undefined) query = query.where((e) => amongTexts(e.ref('householdId'), householdIds))
  const rows = await query.execute()
  return new Map(rows.map(({ householdId, people }) => [householdId ?? '', Number(people)]))
}
