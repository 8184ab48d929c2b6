import type { Entitlement, Exclusion, Requirement } from '../domain/check-rules.ts'
import type { Reader, Writer } from './reader.ts'

/** 检查规则 as they came with the program. */
export interface CheckRules {
  readonly exclusions: readonly Exclusion[]
  readonly requirements: readonly Requirement[]
  readonly entitlements: readonly Entitlement[]
}

/** Those a programme's applications are judged by. */
export async function readCheckRules(reader: Reader, programmeCode: string) {
  const rows = await reader
    .selectFrom('checkRule')
    .select(['kind', 'rule'])
    .where('programmeCode', '=', programmeCode)
    .where('kind', 'in', ['exclusion', 'requirement'])
    .orderBy('id')
    .execute()
  const of = <T>(kind: string) =>
    rows.flatMap((row) => (row.kind === kind ? [JSON.parse(row.rule) as T] : []))
  return { exclusions: of<Exclusion>('exclusion'), requirement: of<Requirement>('requirement')[0] }
}

export async function readEntitlements(reader: Reader): Promise<Entitlement[]> {
  const rows = await reader
    .selectFrom('checkRule')
    .select('rule')
    .where('kind', '=', 'entitlement')
    .orderBy('id')
    .execute()
  return rows.map(({ rule }) => JSON.parse(rule) as Entitlement)
}

/** Everything certain that shuts somebody out of the programmes an office may be asked about. */
export async function readAllExclusions(reader: Reader): Promise<Exclusion[]> {
  const rows = await reader.selectFrom('checkRule').select('rule').where('kind', '=', 'exclusion').execute()
  return rows.map(({ rule }) => JSON.parse(rule) as Exclusion)
}

/** Puts what comes with the program in place of what an older one brought; answers whether anything is different. */
export async function replaceCheckRules(writer: Writer, rules: CheckRules): Promise<boolean> {
  const wanted = [
    ...rules.exclusions.map((rule) => ({ kind: 'exclusion' as const, rule })),
    ...rules.requirements.map((rule) => ({ kind: 'requirement' as const, rule })),
    ...rules.entitlements.map((rule) => ({ kind: 'entitlement' as const, rule })),
  ].map(({ kind, rule }) => ({
    ...{ id: rule.id, kind, programmeCode: rule.programme, rule: JSON.stringify(rule) },
  }))
  const known = await writer.selectFrom('checkRule').selectAll().execute()
  const shown = (row: (typeof known)[number]) => [row.id, row.kind, row.programmeCode, row.rule].join('|')
  const before = new Set(known.map(shown))
  if (wanted.length === known.length && wanted.every((row) => before.has(shown(row)))) return false
  await writer.deleteFrom('checkRule').execute()
  if (wanted.length > 0) await writer.insertInto('checkRule').values(wanted).execute()
  return true
}
