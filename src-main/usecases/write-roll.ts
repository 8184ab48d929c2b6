import type { RollRow } from '../domain/list-row.ts'
import { Problem } from '../domain/problem.ts'
import { listRollKeys } from '../store/list-queries.ts'
import { insertRosterLines, type NewRosterLine } from '../store/list-writing.ts'
import { insertAccounts, insertPeople, type NewAccount, type NewPerson } from '../store/register-writing.ts'
import { listAccountKeys, listPersonKeys } from '../store/register-keys.ts'
import { indexPeople } from '../store/search-index.ts'
import type { CommandContext } from './context.ts'
import { rollKey } from './judge-list.ts'
import { type AcceptedLine, isAccepted } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'

const programmeCode = 'NY01'

/**
 * 发放清册 → roster lines, with the people and accounts they name. A person whom the register does not know is
 * created without a household; 户主待补 shows in the register until a clerk links them.
 */
export async function writeRoll(ctx: CommandContext, writing: ListWriting): Promise<void> {
  await refuseListedSince(ctx, writing)
  const people = new Map(
    [...(await listPersonKeys(ctx.writer))].map(([idNumber, person]) => [idNumber, person.id]),
  )
  const accounts = new Map(await listAccountKeys(ctx.writer))
  const newPeople: NewPerson[] = []
  const newAccounts: NewAccount[] = []
  const rosterLines: NewRosterLine[] = []
  for (const line of writing.lines.filter(isAccepted)) {
    if (line.judged.value.kind !== 'farmland-roll') continue
    const row = line.judged.value.row
    const personId = people.get(row.idNumber) ?? add(newPeople, newPerson(ctx, writing, line, row)).id
    people.set(row.idNumber, personId)
    const accountKey = `${personId}|${row.accountNo}`
    const accountId =
      accounts.get(accountKey) ?? add(newAccounts, newAccount(ctx, writing, line, row, personId)).id
    accounts.set(accountKey, accountId)
    rosterLines.push(newRosterLine(ctx, writing, line, row, personId, accountId))
  }
  for (const part of writing.slices(newPeople)) await part((rows) => insertPeople(ctx.writer, rows))
  for (const part of writing.slices(newAccounts)) await part((rows) => insertAccounts(ctx.writer, rows))
  for (const part of writing.slices(rosterLines)) await part((rows) => insertRosterLines(ctx.writer, rows))
  const indexed = [...new Set(newAccounts.map((account) => account.personId))]
  for (const part of writing.slices(indexed)) await part((ids) => indexPeople(ctx.writer, ids))
}

/** Two previews of one roll were both clean when they were made: the second must not pay everybody twice. */
async function refuseListedSince(ctx: CommandContext, writing: ListWriting): Promise<void> {
  const onRoll = await listRollKeys(ctx.writer, writing.year ?? 0)
  const isListed = ({ judged: { value, villageCode } }: AcceptedLine) =>
    value.kind === 'farmland-roll' && onRoll.has(rollKey({ ...value.row, villageCode }))
  if (writing.lines.filter(isAccepted).some(isListed)) throw new Problem('stage.expired')
}

function add<T>(list: T[], one: T): T {
  list.push(one)
  return one
}

function newPerson(ctx: CommandContext, writing: ListWriting, line: AcceptedLine, row: RollRow): NewPerson {
  return {
    id: ctx.newId(),
    householdId: null,
    name: row.name,
    idNumber: row.idNumber,
    idUpgraded: row.idUpgraded ? 1 : 0,
    sex: row.sex,
    birthDate: row.birthDate,
    relation: '',
    ethnicity: '',
    hukouKind: '',
    phone: row.phone,
    remark: '',
    enteredBy: ctx.actor.userId,
    batchId: writing.batchId,
    line: line.line,
    createdAt: writing.at,
  }
}

function newAccount(
  ctx: CommandContext,
  writing: ListWriting,
  line: AcceptedLine,
  row: RollRow,
  personId: string,
): NewAccount {
  return {
    id: ctx.newId(),
    personId,
    holderName: row.name,
    accountNo: row.accountNo,
    kind: row.accountKind,
    bankName: row.bankName,
    enteredBy: ctx.actor.userId,
    batchId: writing.batchId,
    line: line.line,
    createdAt: writing.at,
  }
}

function newRosterLine(
  ctx: CommandContext,
  writing: ListWriting,
  line: AcceptedLine,
  row: RollRow,
  personId: string,
  accountId: string,
): NewRosterLine {
  return {
    id: ctx.newId(),
    batchId: writing.batchId,
    line: line.line,
    programmeCode,
    year: writing.year ?? 0,
    month: null,
    quantityCenti: null,
    villageCode: line.judged.villageCode,
    groupName: row.group,
    personId,
    name: row.name,
    areaCentiMu: row.areaCentiMu,
    rateYuan: row.rateYuan ?? '',
    amountFen: row.amountFen ?? row.printedAmountFen ?? 0,
    printedAmountFen: row.printedAmountFen,
    accountId,
    phone: row.phone,
    remark: row.remark,
    facts: '{}',
  }
}
