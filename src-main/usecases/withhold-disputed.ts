import { Problem } from '../domain/problem.ts'
import { findField } from '../domain/survey-field.ts'
import type { FieldState } from '../domain/survey-edit.ts'
import { listDisputedInRegister, markWithheld, readRegisterValue } from '../store/conflict-queries.ts'
import type { StoredTask } from '../store/survey-task-queries.ts'
import { findValueBefore } from '../store/value-changes.ts'
import { changeAccount } from './change-account.ts'
import { changeHousehold } from './change-household.ts'
import { changePerson } from './change-person.ts'
import type { CommandContext } from './context.ts'
import type { ChangeWhy } from './record-changes.ts'
import { readStates } from './survey-states.ts'

/**
 * 有争议的先退出登记簿 — a value that was taken over and is disputed since goes back to what stood before the round:
 * the register holds what nobody contradicts, whichever of two packages came first. What somebody has changed in the
 * register meanwhile stays.
 */
export async function withholdDisputed(ctx: CommandContext, task: StoredTask): Promise<void> {
  const disputed = await listDisputedInRegister(ctx.writer, task.id)
  if (disputed.length === 0) return
  const states = await readStates(ctx.writer, task.id)
  const why = { reason: '摸底有不同说法，待裁定，先恢复原值', source: task.roundName, sourceId: task.roundId }
  for (const { subject, field } of disputed) {
    const state = states.find((one) => one.subject === subject && one.field === field)
    if (state !== undefined) await withhold(ctx, task, state, why)
    await markWithheld(ctx.writer, { taskId: task.id, subject, field })
  }
}

async function withhold(
  ctx: CommandContext,
  task: StoredTask,
  state: FieldState,
  why: ChangeWhy,
): Promise<void> {
  const kept = findField(state.field)?.register
  if (kept === undefined) return
  const id = kept.entity === 'household' ? task.householdId : state.subject
  const present = await readRegisterValue(ctx.writer, kept.entity, kept.column, id)
  const all = [...state.heads, ...state.former]
  if (!all.some(({ value }) => value === present)) return
  const of = { entity: kept.entity, entityId: id, field: kept.column }
  const before = await findValueBefore(ctx.writer, of, task.roundId)
  // What the register said by itself the survey cannot take back.
  if (before === undefined) return
  const changes = { [kept.column]: before.value ?? '' }
  try {
    if (kept.entity === 'person') await changePerson(ctx, { personId: id, changes, why })
    else if (kept.entity === 'account') await changeAccount(ctx, { accountId: id, changes, why })
    else await changeHousehold(ctx, { householdId: id, changes, why })
  } catch (error) {
    // Somebody new cannot be without a name or number: theirs stay as they came until somebody decides.
    if (!(error instanceof Problem)) throw error
  }
}
