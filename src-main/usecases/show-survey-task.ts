import { accountTail } from '../domain/account-no.ts'
import { maskIdNumber } from '../domain/id-number.ts'
import { maskPhone } from '../domain/phone.ts'
import { findField } from '../domain/survey-field.ts'
import { agreedValue, isConflict } from '../domain/survey-merge.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listMemberAccounts, listMembers } from '../store/household-queries.ts'
import { listDiscardedDrafts, listDrafts } from '../store/survey-draft-queries.ts'
import { listValues, type StoredEdit } from '../store/survey-edit-queries.ts'
import { countAttachments, findHouseholdLand } from '../store/survey-entry-queries.ts'
import { getTask, placeOfTask, type StoredTask, type TaskFilter } from '../store/survey-task-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { readStates } from './survey-states.ts'
import { trace } from './trace.ts'

/** 一户 as anybody who works on cases may read it: numbers masked. */
export async function showTask(ctx: QueryContext, { taskId }: { taskId: string }) {
  const task = await getTask(ctx.reader, ctx.scope, taskId)
  return wholeTask(ctx, task, masked)
}

interface Enter {
  readonly taskId: string
  readonly filter: Omit<TaskFilter, 'roundId' | 'today'>
}

/** 打开录入 — numbers in full for whoever enters, to hold them against card and form; leaves a trace. */
export async function enterTask(ctx: CommandContext, { taskId, filter }: Enter) {
  const task = await getTask(ctx.reader, ctx.scope, taskId)
  const among = { ...filter, roundId: task.roundId, today: ctx.today() }
  const drafts = await listDrafts(ctx.reader, taskId)
  const own = drafts.find((draft) => draft.userId === ctx.actor.userId)
  await trace(ctx, 'survey.enter', taskId, { householdId: task.householdId })
  return {
    ...(await wholeTask(ctx, task, inFull)),
    place: await placeOfTask(ctx.reader, ctx.scope, among, task),
    draft: own === undefined ? null : { typed: own.typed, startedAt: own.startedAt, savedAt: own.savedAt },
  }
}

/** How a number is shown. */
interface Shown {
  idNumber(text: string): string
  accountNo(text: string): string
  phone(text: string): string
  value(field: string, value: string | null): string | null
}
const same = (text: string) => text
const inFull: Shown = { idNumber: same, accountNo: same, phone: same, value: (_, value) => value }
const masked: Shown = {
  idNumber: maskIdNumber,
  accountNo: (text) => `…${accountTail(text)}`,
  phone: maskPhone,
  value: (field, value) =>
    value !== null && findField(field)?.sensitive === true ? `…${accountTail(value)}` : value,
}

async function wholeTask(ctx: QueryContext, task: StoredTask, shown: Shown) {
  const { householdId, programmeCode, year, roundId, roundName, roundStatus, villageCode, groupName } = task
  const drafts = await listDrafts(ctx.reader, task.id)
  return {
    ...{ taskId: task.id, roundId, roundName, roundStatus, programmeCode, year, householdId },
    ...{ householdNo: task.householdNo, householdVersion: task.householdVersion },
    ...{ villageCode, villageName: villageTitle(task.villageName), groupName },
    ...{ address: task.address, householderId: task.householderId, state: task.state, version: task.version },
    ...{ mustVisit: task.mustVisit, previous: task.previous },
    people: await peopleOf(ctx, task, shown),
    accounts: await accountsOf(ctx, householdId, shown),
    land: await findHouseholdLand(ctx.reader, householdId),
    values: await valuesOf(ctx, task.id, shown),
    otherDrafts: drafts
      .filter((draft) => draft.userId !== ctx.actor.userId)
      .map(({ displayName, savedAt }) => ({ by: displayName, savedAt })),
    attachments: await countAttachments(ctx.reader, task.id),
    discarded: (await listDiscardedDrafts(ctx.reader, task.id)).length,
  }
}

async function peopleOf(ctx: QueryContext, task: StoredTask, shown: Shown) {
  const members = await listMembers(ctx.reader, task.householdId)
  return members
    .filter((member) => member.status === 'registered')
    .map((member) => ({
      personId: member.id,
      name: member.name,
      idNumber: shown.idNumber(member.idNumber),
      relation: member.relation,
      phone: shown.phone(member.phone),
      birthDate: member.birthDate,
      sex: member.sex,
      isHouseholder: member.id === task.householderId,
      deathDay: member.deathDate === null ? null : member.deathDate.slice(0, 10),
      onPayroll: member.onPayroll,
    }))
}

async function accountsOf(ctx: QueryContext, householdId: string, shown: Shown) {
  const accounts = await listMemberAccounts(ctx.reader, householdId)
  return accounts
    .filter(({ status }) => status === 'active')
    .map(({ id, personId, holderName, accountNo, kind, bankName, custody }) => ({
      ...{ accountId: id, personId, holderName, kind, bankName, custody },
      accountNo: shown.accountNo(accountNo),
    }))
}

async function valuesOf(ctx: QueryContext, taskId: string, shown: Shown) {
  const applied = new Set(
    (await listValues(ctx.reader, taskId)).flatMap((one) =>
      one.applied === 1 ? [`${one.subject}|${one.field}`] : [],
    ),
  )
  return (await readStates(ctx.reader, taskId)).map((state) => {
    const { subject, field, heads, former } = state
    const conflict = isConflict(state)
    const value = agreedValue(state) ?? (conflict ? (heads.at(-1)?.value ?? null) : null)
    return {
      ...{ subject, field, conflict },
      value: shown.value(field, value),
      heads: heads.map((head) => head.id),
      rivals: conflict
        ? (heads as readonly StoredEdit[]).map((head) => ({
            value: shown.value(field, head.value),
            by: head.editorName,
            at: head.editedAt,
          }))
        : [],
      former: former.length,
      register: registerState(field, applied.has(`${subject}|${field}`), conflict),
    }
  })
}

function registerState(field: string, isApplied: boolean, conflict: boolean): 'none' | 'taken' | 'differs' {
  if (findField(field)?.register === undefined || conflict) return 'none'
  return isApplied ? 'taken' : 'differs'
}
