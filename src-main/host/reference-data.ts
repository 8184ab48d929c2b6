import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ShippedSet } from '../domain/shipped-questions.ts'
import type { CheckRules } from '../store/check-rule-queries.ts'
import type { NewDivision } from '../store/division-queries.ts'
import type { NewProgramme } from '../store/programme-queries.ts'

interface DivisionsFile {
  readonly county: { readonly code12: string; readonly name: string }
  readonly townships: readonly TownshipEntry[]
}
interface TownshipEntry {
  readonly code12: string
  readonly name: string
  readonly type: string
  readonly villages: readonly { readonly code12: string; readonly name: string; readonly kind: string }[]
}

/** 区划代码 and 补贴项目 as they come with the program, in `resources/reference`. */
export interface TownshipReference {
  readonly code: string
  readonly name: string
  readonly county: string
  /** The county, the township itself and its villages. */
  readonly divisions: readonly NewDivision[]
}

export async function readTownships(resources: string): Promise<TownshipReference[]> {
  const { county, townships } = await readReference<DivisionsFile>(resources, 'divisions.json')
  return townships.map((township) => ({
    code: township.code12,
    name: township.name,
    county: county.name,
    divisions: [countyRow(county), townshipRow(township, county.code12), ...villageRows(township)],
  }))
}

/** 区划变更 — old townships and the ones they became, with where that is known from. */
export async function readTownshipChanges(
  resources: string,
): Promise<readonly { oldCode: string; oldName: string; newCode: string; until: string }[]> {
  const { townships } = await readReference<{
    townships: { oldCode: string; oldName: string; newCode: string; until: string }[]
  }>(resources, 'division-changes.json')
  return townships
}

export async function readProgrammes(resources: string): Promise<NewProgramme[]> {
  const { programmes } = await readReference<{ programmes: NewProgramme[] }>(resources, 'programmes.json')
  return programmes.map(({ code, name, department, unit, cycle, confidence }) => ({
    code,
    name,
    department,
    unit,
    cycle,
    confidence,
  }))
}

/** 问卷 as they come with the program. */
export function readQuestionSets(
  resources: string,
): Promise<{ readonly asOf: string; readonly sets: readonly ShippedSet[] }> {
  return readReference(resources, 'survey-questions.json')
}

/** 互斥、证件和可能符合的规则 as they come with the program. */
export async function readShippedRules(resources: string): Promise<CheckRules> {
  const { exclusions } = await readReference<Pick<CheckRules, 'exclusions'>>(resources, 'exclusions.json')
  const { requirements, entitlements } = await readReference<
    Pick<CheckRules, 'requirements' | 'entitlements'>
  >(resources, 'eligibility.json')
  return { exclusions, requirements, entitlements }
}

/** The made-up people of the demonstration, as they come with the program. */
export async function readDemonstrationPeople(
  resources: string,
): Promise<readonly { signInName: string; password: string; pin: string | null }[]> {
  const text = await readFile(join(resources, 'demo', 'demonstration.json'), 'utf8')
  const { people } = JSON.parse(text) as {
    people: { signInName: string; password: string; pin: string | null }[]
  }
  return people.map(({ signInName, password, pin }) => ({ signInName, password, pin }))
}

async function readReference<T>(resources: string, fileName: string): Promise<T> {
  return JSON.parse(await readFile(join(resources, 'reference', fileName), 'utf8')) as T
}

function countyRow({ code12, name }: DivisionsFile['county']): NewDivision {
  return { code: code12, name, level: 'county', kind: '县', parentCode: null }
}

function townshipRow({ code12, name, type }: TownshipEntry, parentCode: string): NewDivision {
  return { code: code12, name, level: 'township', kind: type, parentCode }
}

function villageRows({ code12, villages }: TownshipEntry): NewDivision[] {
  return villages.map((village) => ({
    code: village.code12,
    name: village.name,
    level: 'village',
    kind: village.kind,
    parentCode: code12,
  }))
}
