import { Problem } from '../domain/problem.ts'
import { howToApply } from '../domain/survey-apply.ts'
import type { FieldState } from '../domain/survey-edit.ts'
import { findField } from '../domain/survey-field.ts'
import { getHousehold, listMemberAccounts, listMembers } from '../store/household-queries.ts'
import { machineKindHere } from '../store/machine-queries.ts'
import { listUnapplied, markApplied, type UnappliedValue } from '../store/survey-edit-queries.ts'
import { getTask, type StoredTask } from '../store/survey-task-queries.ts'
import { addAccount, changeAccount, setAccountStatus } from './change-account.ts'
import { changeHousehold } from './change-household.ts'
import { changePerson } from './change-person.ts'
import type { CommandContext } from './context.ts'
import { linkHouseholder } from './link-householder.ts'
import { addSurveyedPerson } from './add-surveyed-person.ts'
import { readStates } from './survey-states.ts'
import { withholdDisputed } from './withhold-disputed.ts'
import type { ChangeWhy } from './record-changes.ts'

interface Applying {
  readonly ctx: CommandContext
  readonly task: StoredTask
  readonly why: ChangeWhy
  /** Everything anybody said of the household, field by field. */
  readonly states: readonly FieldState[]
}

/**
 * 入登记簿 — what was found is taken over by the register, value by value with the round as its source; what the
 * register has changed meanwhile, or refuses, stays beside it for a person to decide. Deaths and moves are events
 * of their own and wait for whoever records them.
 */
export async function applySurvey(ctx: CommandContext, taskId: string): Promise<void> {
  // A laptop holds the office's register as it was given it; what it finds is taken over at the office.
  if ((await machineKindHere(ctx.writer)) === 'field') return
  const task = await getTask(ctx.writer, ctx.scope, taskId)
  await withholdDisputed(ctx, task)
  const unapplied = await listUnapplied(ctx.writer, taskId)
  if (unapplied.length === 0) return
  const why = { reason: '摸底核实', source: task.roundName, sourceId: task.roundId }
  const applying = { ctx, task, why, states: await readStates(ctx.writer, taskId) }
  const bySubject = Map.groupBy(unapplied, (value) => value.subject)
  // A new person comes before their account, and both before they can head the household.
  for (const [subject, values] of bySubject) await applyPerson(applying, subject, ofEntity(values, 'person'))
  for (const [subject, values] of bySubject)
    await applyAccount(applying, subject, ofEntity(values, 'account'))
  await applyHousehold(applying, ofEntity(bySubject.get('household') ?? [], 'household'))
}

async function applyPerson(applying: Applying, personId: string, values: readonly UnappliedValue[]) {
  if (values.length === 0) return
  const { ctx, task, why } = applying
  const person = (await listMembers(ctx.writer, task.householdId)).find(({ id }) => id === personId)
  if (person === undefined)
    return tryTo(ctx, values, () => addSurveyedPerson(ctx, { task, personId, values: typedBy(values), why }))
  await take(applying, values, person as Registered, (changes) =>
    changePerson(ctx, { personId, changes, why }),
  )
}

async function applyAccount(applying: Applying, accountId: string, values: readonly UnappliedValue[]) {
  if (values.length === 0) return
  const { ctx, task, why } = applying
  const accounts = await listMemberAccounts(ctx.writer, task.householdId)
  const account = accounts.find(({ id }) => id === accountId)
  if (account === undefined) {
    const { personId, status: _, ...typed } = typedBy(values)
    if (!personId || !typed['accountNo']) return
    return tryTo(ctx, values, () => addAccount(ctx, { accountId, personId, values: typed, why }))
  }
  const status = values.filter(({ field }) => field === 'account.status')
  const others = values.filter((value) => !status.includes(value))
  const register = account as Registered
  await take(applying, others, register, (changes) => changeAccount(ctx, { accountId, changes, why }))
  await take(applying, status, register, ({ status: to }) =>
    setAccountStatus(ctx, { accountId, status: to === 'closed' ? 'closed' : 'active', why }),
  )
}

async function applyHousehold(applying: Applying, values: readonly UnappliedValue[]) {
  const { ctx, task, why } = applying
  const { householdId } = task
  const household = await getHousehold(ctx.writer, ctx.scope, householdId)
  const head = values.filter(({ field }) => field === 'household.householder')
  const others = values.filter((value) => !head.includes(value))
  const register = household as Registered
  await take(applying, others, register, (changes) => changeHousehold(ctx, { householdId, changes, why }))
  // 户主待补 is ended by the visit; a head who is there is changed by an event with its day and reason.
  if (household.householderId !== null) return
  await take(applying, head, register, async ({ householderId: personId = '' }) => {
    const { version } = await getHousehold(ctx.writer, ctx.scope, householdId)
    await linkHouseholder(ctx, { householdId, version, personId, reason: `${why.reason}（${why.source}）` })
  })
}

const nobody = { heads: [], former: [] }

type Registered = Readonly<Record<string, unknown>>
type Changes = Readonly<Record<string, string>>

/** Hands over what may be taken, all at once; what the register already says is done. */
async function take(
  { ctx, states }: Applying,
  values: readonly UnappliedValue[],
  register: Registered,
  change: (changes: Changes) => Promise<unknown>,
): Promise<void> {
  const how = (value: UnappliedValue) => {
    const said = states.find(({ subject, field }) => subject === value.subject && field === value.field)
    return howToApply(value.value, said ?? nobody, textOf(register[columnOf(value)]))
  }
  for (const value of values) if (how(value) === 'same') await markApplied(ctx.writer, value)
  const taken = values.filter((value) => how(value) === 'take')
  if (taken.length > 0) await tryTo(ctx, taken, () => change(typedBy(taken)))
}

/** A refusal leaves the values where they are; anything else is a defect and stops the whole command. */
async function tryTo(
  ctx: CommandContext,
  values: readonly UnappliedValue[],
  change: () => Promise<unknown>,
): Promise<void> {
  try {
    await change()
  } catch (error) {
    if (error instanceof Problem) return
    throw error
  }
  for (const value of values) await markApplied(ctx.writer, value)
}

function typedBy(values: readonly UnappliedValue[]): Changes {
  return Object.fromEntries(values.map((value) => [columnOf(value), value.value ?? '']))
}

function ofEntity(values: readonly UnappliedValue[], entity: string): UnappliedValue[] {
  return values.filter(({ field }) => findField(field)?.register?.entity === entity)
}

function columnOf({ field }: UnappliedValue): string {
  return findField(field)?.register?.column ?? field
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
