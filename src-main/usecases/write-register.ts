import { registerChanges } from '../domain/register-change.ts'
import type { RegisterRow } from '../domain/register-row.ts'
import {
  insertAccounts,
  insertHouseholds,
  insertPeople,
  type NewAccount,
  type NewPerson,
} from '../store/register-writing.ts'
import {
  type Head,
  keepChange,
  listAccountKeys,
  listPersonKeys,
  movePlace,
  type PersonKey,
  type RegisterChange,
  saveRegisterChange,
  setHouseholders,
} from '../store/register-keys.ts'
import { indexPeople } from '../store/search-index.ts'
import type { CommandContext } from './context.ts'
import type { AcceptedLine } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'
import { isHeadOf, type Placed, placeLines, type RegisterHouseholds } from './register-households.ts'

interface Changed {
  readonly placed: Placed
  readonly known: PersonKey
  readonly values: RegisterChange
}

/** 户籍人口花名册 → households and people. A household whose head was sent back stays 户主待补. */
export async function writeRegister(ctx: CommandContext, writing: ListWriting): Promise<void> {
  const people = await listPersonKeys(ctx.writer)
  const households = await placeLines(ctx, writing, people)
  const added: NewPerson[] = []
  const changed: Changed[] = []
  const sort = (placed: Placed) => {
    const known = people.get(placed.row.idNumber)
    const householdId = households.idOf(placed.householdNo)
    if (known === undefined) added.push(newPerson(ctx, writing, placed, householdId))
    else changed.push(...changeOf(placed, known, householdId))
  }
  for (const part of writing.slices(households.placed)) await part((placed) => placed.forEach(sort))
  for (const part of writing.slices(households.added))
    await part((rows) => insertHouseholds(ctx.writer, rows))
  for (const part of writing.slices(added)) await part((rows) => insertPeople(ctx.writer, rows))
  for (const part of writing.slices(changed))
    await part(async (some) => {
      for (const { placed, known, values } of some)
        await saveRegisterChange(ctx.writer, known, values, changeSource(ctx, writing, placed.line))
    })
  await movePlaces(ctx, writing, households)
  const idOf = idsOf(added, people)
  await nameHouseholders(ctx, writing, households, idOf)
  const withAccounts = await writeAccounts(ctx, writing, households, idOf)
  const indexed = new Set([
    ...added.map((person) => person.id),
    ...changed.map(({ known }) => known.id),
    ...withAccounts,
  ])
  for (const part of writing.slices([...indexed])) await part((ids) => indexPeople(ctx.writer, ids))
}

function newPerson(
  ctx: CommandContext,
  writing: ListWriting,
  { line, row }: Placed,
  householdId: string,
): NewPerson {
  return {
    id: ctx.newId(),
    householdId,
    name: row.name,
    idNumber: row.idNumber,
    idUpgraded: row.idUpgraded ? 1 : 0,
    sex: row.sex,
    birthDate: row.birthDate,
    relation: row.relation,
    ethnicity: row.ethnicity,
    hukouKind: row.hukouKind,
    phone: row.phone,
    remark: row.remark,
    enteredBy: ctx.actor.userId,
    ...writing.source(line),
    createdAt: writing.at,
  }
}

/** A person already there takes what the newer sheet says; what stood before stays in the history of values. */
function changeOf(placed: Placed, known: PersonKey, householdId: string): Changed[] {
  const { row, line, householdNo } = placed
  const { villageCode } = line.judged
  const listed = { ...row, householdNo, villageCode, groupName: row.group }
  const facts = new Set(registerChanges(known, listed))
  const values: Record<string, string> = {}
  for (const fact of ['name', 'relation', 'ethnicity', 'hukouKind', 'phone'] as const)
    if (facts.has(fact)) values[fact] = row[fact]
  if (known.householdId !== householdId) values['householdId'] = householdId
  // somebody an earlier list had taken off is on this one
  if (known.status === 'cancelled') values['status'] = 'registered'
  return Object.keys(values).length === 0 ? [] : [{ placed, known, values }]
}

function changeSource(ctx: CommandContext, writing: ListWriting, line: AcceptedLine) {
  return {
    reason: `导入《${writing.fileName}》`,
    by: ctx.actor.userId,
    at: writing.at,
    ...writing.source(line),
  }
}

async function movePlaces(
  ctx: CommandContext,
  writing: ListWriting,
  { moved }: RegisterHouseholds,
): Promise<void> {
  for (const part of writing.slices(moved))
    await part(async (some) => {
      for (const { household, line, villageCode, groupName } of some)
        await movePlace(ctx.writer, household, { villageCode, groupName }, changeSource(ctx, writing, line))
    })
}

type IdOf = (idNumber: string) => string | undefined

function idsOf(added: readonly NewPerson[], known: ReadonlyMap<string, PersonKey>): IdOf {
  const idOfNew = new Map(added.map((person) => [person.idNumber, person.id]))
  return (idNumber) => idOfNew.get(idNumber) ?? known.get(idNumber)?.id
}

/** Every household of the sheet without a householder whose head was accepted gets its householder. */
async function nameHouseholders(
  ctx: CommandContext,
  writing: ListWriting,
  households: RegisterHouseholds,
  idOf: IdOf,
): Promise<void> {
  const heads = new Map<string, Head & { readonly line: AcceptedLine }>()
  for (const placed of households.placed) {
    const { householdNo, row, line } = placed
    if (!isHeadOf(placed) || !households.pending.has(householdNo) || heads.has(householdNo)) continue
    const personId = idOf(row.idNumber)
    if (personId !== undefined)
      heads.set(householdNo, { householdId: households.idOf(householdNo), personId, line })
  }
  for (const part of writing.slices([...heads.values()]))
    await part((rows) => setHouseholders(ctx.writer, rows))
  const stood = [...heads].filter(([householdNo]) => households.known.has(householdNo))
  for (const [, { householdId, personId, line }] of stood)
    await keepChange(
      ctx.writer,
      'household',
      householdId,
      ['householderId', null, personId],
      changeSource(ctx, writing, line),
    )
}

/** 平台对象库 has an account beside each person. Answers whose accounts are new. */
async function writeAccounts(
  ctx: CommandContext,
  writing: ListWriting,
  households: RegisterHouseholds,
  idOf: IdOf,
): Promise<string[]> {
  if (!households.placed.some(({ row }) => row.account !== null)) return []
  const known = new Set((await listAccountKeys(ctx.writer)).keys())
  const accounts = households.placed.flatMap(({ row, line }) =>
    newAccount(ctx, writing, { row, line, known, idOf }),
  )
  for (const part of writing.slices(accounts)) await part((rows) => insertAccounts(ctx.writer, rows))
  return accounts.map(({ personId }) => personId)
}

function newAccount(
  ctx: CommandContext,
  writing: ListWriting,
  of: { row: RegisterRow; line: AcceptedLine; known: Set<string>; idOf: IdOf },
): NewAccount[] {
  const { account, idNumber } = of.row
  const personId = of.idOf(idNumber)
  const key = `${personId ?? ''}|${account?.accountNo ?? ''}`
  if (account === null || personId === undefined || of.known.has(key)) return []
  of.known.add(key)
  return [
    {
      ...{ id: ctx.newId(), personId, ...account, enteredBy: ctx.actor.userId },
      ...{ ...writing.source(of.line), createdAt: writing.at },
    },
  ]
}
