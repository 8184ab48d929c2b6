import { Problem } from '../domain/problem.ts'
import { changedOnKey, remarkKey } from '../domain/village-book.ts'
import type { BookCellChange, PrintedRow } from '../domain/village-book-row.ts'
import { getHousehold } from '../store/household-queries.ts'
import { getPerson } from '../store/person-queries.ts'
import { addSurveyedPerson } from './add-surveyed-person.ts'
import { addAccount, changeAccount } from './change-account.ts'
import { changePerson } from './change-person.ts'
import type { CommandContext } from './context.ts'
import type { ChangeWhy } from './record-changes.ts'
import { newAccount } from './village-book-rows.ts'

type Values = Readonly<Record<string, string>>

/**
 * 采一行入登记簿 — every taken cell changes the register at once, with the workbook as its source. A new account waits
 * for a second person like any other; a death or a move is an event of its own, which the register must know already.
 */
export async function takeRegisterChange(
  ctx: CommandContext,
  row: PrintedRow,
  cells: readonly BookCellChange[],
  why: ChangeWhy,
): Promise<void> {
  const person = await getPerson(ctx.writer, ctx.scope, row.personId ?? '')
  const values = valuesOf(cells)
  const { presence } = values
  if (presence !== undefined) refuseUnlessRecorded(person, presence)
  const changes = personChanges(values)
  if (Object.keys(changes).length > 0) await changePerson(ctx, { personId: person.id, changes, why })
  await takeAccount(ctx, person.id, row, values, why)
}

/** 减 — a row that is gone is taken once the register knows what has become of the person. */
export async function takeRegisterRemoval(
  ctx: CommandContext,
  row: PrintedRow,
  presence: string,
): Promise<void> {
  refuseUnlessRecorded(await getPerson(ctx.writer, ctx.scope, row.personId ?? ''), presence)
}

/** 增 — somebody the register did not know, in a household of the workbook's village. */
export async function takeRegisterNewcomer(
  ctx: CommandContext,
  { householdId, villageCode }: { readonly householdId: string | null; readonly villageCode: string },
  cells: readonly BookCellChange[],
  why: ChangeWhy,
): Promise<void> {
  const household = await getHousehold(ctx.writer, ctx.scope, householdId ?? '')
  if (household.villageCode !== villageCode || household.status !== 'registered')
    throw new Problem('record.not-found', { what: '户' })
  const values = valuesOf(cells)
  const { name = '', newIdNumber = '' } = values
  if (newIdNumber === '') throw wrong('newIdNumber')
  if (values['presence'] !== undefined && values['presence'] !== 'here') throw wrong('presence', 'not-here')
  const personId = ctx.newId()
  const { remark, ...said } = personChanges(values)
  await addSurveyedPerson(ctx, {
    task: { householdId: household.id },
    personId,
    values: { ...said, name, idNumber: newIdNumber },
    why,
  })
  if (remark !== undefined) await changePerson(ctx, { personId, changes: { remark }, why })
  await takeAccount(ctx, personId, undefined, values, why)
}

/** The person's account on the row, or a new one where the row has its number. */
async function takeAccount(
  ctx: CommandContext,
  personId: string,
  row: PrintedRow | undefined,
  { newAccount: accountNo, newBank: bankName, custody }: Values,
  why: ChangeWhy,
): Promise<void> {
  const said = {
    ...(bankName === undefined ? {} : { bankName }),
    ...(custody === undefined ? {} : { custody }),
  }
  if (accountNo !== undefined && accountNo !== '') {
    await addAccount(ctx, { personId, values: { accountNo, ...said }, why })
    return
  }
  if (Object.keys(said).length === 0) return
  const accountId = row?.cells['custody']?.subject
  if (accountId === undefined || accountId === newAccount) throw wrong('newAccount')
  await changeAccount(ctx, { accountId, changes: said, why })
}

/** Whether the register says of somebody what the workbook says. */
export function isRecorded(status: string, presence: string): boolean {
  return status === (presence === 'here' ? 'registered' : presence)
}

function refuseUnlessRecorded(
  person: { readonly name: string; readonly status: string },
  presence: string,
): void {
  if (!isRecorded(person.status, presence))
    throw new Problem('village-book.event-first', { name: person.name, presence })
}

function personChanges({ relation, newIdNumber, newPhone, [remarkKey]: remark }: Values) {
  return {
    ...(relation === undefined ? {} : { relation }),
    ...(newIdNumber === undefined ? {} : { idNumber: newIdNumber }),
    ...(newPhone === undefined ? {} : { phone: newPhone }),
    ...(remark === undefined ? {} : { remark }),
  }
}

/** By column; the day of a death or a move stands in the event. */
function valuesOf(cells: readonly BookCellChange[]): Values {
  const said = cells.filter(({ column, value }) => column !== changedOnKey && value !== undefined)
  return Object.fromEntries(said.map(({ column, value }) => [column, value ?? '']))
}

function wrong(path: string, rule = 'required'): Problem {
  return new Problem('input.invalid', { fields: [{ path, rule }] })
}
