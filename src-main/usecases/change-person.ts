import { parseIdNumber } from '../domain/id-number.ts'
import { Problem } from '../domain/problem.ts'
import type { PersonField } from '../domain/register-fields.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { findPersonByIdNumber, getPerson, savePerson } from '../store/person-queries.ts'
import type { CommandContext } from './context.ts'
import { parseChanges } from './parse-changes.ts'
import { type ChangeWhy, recordChanges, refuseChangedSince } from './record-changes.ts'
import { trace } from './trace.ts'

export interface PersonChange {
  readonly personId: string
  /** New values as typed; a field that is left out stays as it is. */
  readonly changes: Readonly<Partial<Record<PersonField, string | undefined>>>
  /** The versions of the fields as they were read (`fieldVersions` of the household page); left out: not compared. */
  readonly seen?: Readonly<Record<string, number>> | undefined
  readonly why: ChangeWhy
}

/**
 * 改人员信息 — only what differs is changed, each field with its own history and version, so that two people may
 * correct different fields of one person. The checks have to look again.
 */
export async function changePerson(
  ctx: CommandContext,
  { personId, changes, seen, why }: PersonChange,
): Promise<{ changed: string[] }> {
  const person = await getPerson(ctx.writer, ctx.scope, personId)
  const values = parseChanges(changes)
  const of = { entity: 'person', entityId: person.id } as const
  const differing = Object.keys(values).filter(
    (field) => values[field as PersonField] !== person[field as PersonField],
  )
  await refuseChangedSince(ctx, of, differing, seen)
  const whole = { ...values, ...(await followsFromIdNumber(ctx, person, values.idNumber)) }
  const changed = await recordChanges(ctx, of, person, whole, why)
  if (changed.length === 0) return { changed }
  await savePerson(ctx.writer, person, whole)
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.change-person', person.id, { fields: changed, ...traceOf(why) })
  return { changed }
}

/** Sex and day of birth stand in the number; nobody else may have it. */
async function followsFromIdNumber(
  ctx: CommandContext,
  person: { readonly id: string },
  idNumber: string | undefined,
) {
  if (idNumber === undefined) return {}
  const other = await findPersonByIdNumber(ctx.writer, idNumber)
  if (other !== undefined && other.id !== person.id)
    throw new Problem('register.id-number-taken', { name: other.name })
  const parsed = parseIdNumber(idNumber)
  return parsed.ok ? { sex: parsed.sex, birthDate: parsed.birthDate } : {}
}

/** What the audit chain keeps of a reason: ids, never words that may name people. */
export function traceOf({ eventId, sourceId, batchId }: ChangeWhy): Readonly<Record<string, unknown>> {
  return { eventId, sourceId, batchId }
}
