import { accountTail } from '../domain/account-no.ts'
import { listHouseholdChanges, readNames } from '../store/history-queries.ts'
import { getHousehold, listMemberAccounts, listMembers } from '../store/household-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listUserNames } from '../store/users-queries.ts'
import { changeSentence, type NameOfId } from '../wording/change-sentences.ts'
import { eventLabels } from '../wording/event-sentences.ts'
import type { QueryContext } from './context.ts'
import { sourceOf } from './source-of.ts'

type Change = Awaited<ReturnType<typeof listHouseholdChanges>>[number]

/** 变更记录 — every value of a household and how it came to be: who, when, why, from which file or event; newest first. */
export async function showHistory(ctx: QueryContext, input: { householdId: string }) {
  const household = await getHousehold(ctx.reader, ctx.scope, input.householdId)
  const changes = await listHouseholdChanges(ctx.reader, ctx.scope, household.id)
  const nameOf = await namesIn(ctx.reader, changes)
  const changed = changes.map((change) => ({
    key: String(change.id),
    at: change.changedAt,
    by: change.displayName,
    whose: change.entityId === household.id ? '本户' : nameOf('', change.entityId),
    subjectId: change.entityId,
    field: change.field,
    what: changeSentence(change, nameOf),
    reason: change.reason,
    source: sourceOf(change),
    sourceText: sourceText(change),
  }))
  return [...changed, ...(await beginnings(ctx, household))]
}

/** What an id in a change stands for, looked up for all of them at once. */
export async function namesIn(reader: Reader, changes: readonly Change[]): Promise<NameOfId> {
  const ids = changes.flatMap(({ entityId, field, oldValue, newValue }) => [
    entityId,
    ...(field.endsWith('Id') ? [oldValue, newValue].filter((value) => value !== null) : []),
  ])
  const names = await readNames(reader, ids)
  return (_, id) => {
    const found = names.get(id)
    if (found === undefined) return '（已不在库中）'
    return found.accountNo === null ? found.name : `${found.name} …${accountTail(found.accountNo)}`
  }
}

function sourceText({ source, eventKind, serial }: Change): string {
  if (eventKind !== null && serial !== null) return `${eventLabels[eventKind]} ${serial}`
  return source
}

/** How each thing first came into the register: values nobody ever changed stand as they came. */
async function beginnings(ctx: QueryContext, household: Awaited<ReturnType<typeof getHousehold>>) {
  const names = await listUserNames(ctx.reader)
  const members = await listMembers(ctx.reader, household.id)
  const accounts = await listMemberAccounts(ctx.reader, household.id)
  const began = [
    { ...household, whose: '本户', enteredBy: household.importedBy ?? '' },
    ...members.map((member) => ({ ...member, whose: member.name })),
    ...accounts.map((account) => ({
      ...account,
      whose: `${account.holderName} …${accountTail(account.accountNo)}`,
    })),
  ]
  return began
    .map((one) => ({
      key: `began-${one.id}`,
      at: one.createdAt,
      by: names.get(one.enteredBy) ?? '',
      whose: one.whose,
      subjectId: one.id,
      field: '',
      what: '登记入册',
      reason: '',
      source: sourceOf(one),
      sourceText: '',
    }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
