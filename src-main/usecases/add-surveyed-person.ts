import { parseIdNumber } from '../domain/id-number.ts'
import { Problem } from '../domain/problem.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { findPersonByIdNumber } from '../store/person-queries.ts'
import { insertPeople } from '../store/register-writing.ts'
import type { StoredTask } from '../store/survey-task-queries.ts'
import { traceOf } from './change-person.ts'
import type { CommandContext } from './context.ts'
import { parseChanges } from './parse-changes.ts'
import { type ChangeWhy, recordChanges } from './record-changes.ts'
import { trace } from './trace.ts'

interface Newcomer {
  readonly task: Pick<StoredTask, 'householdId'>
  /** The id they were entered under in the round. */
  readonly personId: string
  readonly values: Readonly<Record<string, string>>
  readonly why: ChangeWhy
}

/** 补登 — somebody the visit found in the household and the register did not know; never somebody it knows elsewhere. */
export async function addSurveyedPerson(
  ctx: CommandContext,
  { task, personId, values, why }: Newcomer,
): Promise<void> {
  const { name: typedName, idNumber: typedNumber, relation = '', phone = '' } = values
  const said = parseChanges({ name: typedName ?? '', idNumber: typedNumber ?? '', relation, phone })
  const { name = '', idNumber = '' } = said
  const known = await findPersonByIdNumber(ctx.writer, idNumber)
  if (known !== undefined) throw new Problem('register.id-number-taken', { name: known.name })
  const read = parseIdNumber(typedNumber ?? '')
  if (!read.ok) throw new Problem('input.invalid', { fields: [{ path: 'idNumber', rule: read.rule }] })
  insertPeople(ctx.writer, [
    {
      ...{ id: personId, householdId: task.householdId, name, idNumber, idUpgraded: read.upgraded15 ? 1 : 0 },
      ...{ sex: read.sex, birthDate: read.birthDate, relation: said.relation ?? '', phone: said.phone ?? '' },
      ...{ ethnicity: '', hukouKind: '', remark: '', enteredBy: ctx.actor.userId },
      ...{ batchId: null, line: null, createdAt: ctx.now().toISOString() },
    },
  ])
  const of = { entity: 'person', entityId: personId } as const
  await recordChanges(ctx, of, {}, { name, idNumber, householdId: task.householdId, relation }, why)
  await raiseDataMark(ctx.writer)
  await trace(ctx, 'register.add-person', personId, { householdId: task.householdId, ...traceOf(why) })
}
