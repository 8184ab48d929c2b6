import type { RegisterRow } from '../domain/list-row.ts'
import { registerMark } from '../domain/register-mark.ts'
import {
  insertHouseholds,
  insertPeople,
  type NewHousehold,
  type NewPerson,
} from '../store/register-writing.ts'
import {
  type Head,
  listHouseholdKeys,
  listPersonKeys,
  type PersonKey,
  saveRegisterChange,
  setHouseholders,
} from '../store/register-keys.ts'
import { indexPeople } from '../store/search-index.ts'
import type { CommandContext } from './context.ts'
import type { AcceptedLine, RejectedStageLine } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'

const headRelations = new Set(['户主', '本人', '户主本人', '本人户主'])

/** 户籍人口花名册 → households and people. A household whose head was sent back stays 户主待补. */
export async function writeRegister(ctx: CommandContext, writing: ListWriting): Promise<void> {
  const households = await planHouseholds(ctx, writing)
  const people = await listPersonKeys(ctx.writer)
  const added: NewPerson[] = []
  const changed: { line: AcceptedLine; row: RegisterRow; known: PersonKey; householdId: string }[] = []
  const sort = ({ line, row, householdNo }: Placed) => {
    const householdId = households.idOf(householdNo)
    const known = people.get(row.idNumber)
    if (known === undefined) added.push(newPerson(ctx, writing, line, row, householdId))
    else if (known.mark !== markOf(line, row)) changed.push({ line, row, known, householdId })
  }
  for (const part of writing.slices(households.placed)) await part((placed) => placed.forEach(sort))
  for (const part of writing.slices(households.added))
    await part((rows) => insertHouseholds(ctx.writer, rows))
  for (const part of writing.slices(added)) await part((rows) => insertPeople(ctx.writer, rows))
  for (const { line, row, known, householdId } of changed)
    await changePerson(ctx, writing, line, row, known, householdId)
  const heads = headsOf(households, added, people)
  for (const part of writing.slices(heads)) await part((rows) => setHouseholders(ctx.writer, rows))
  const indexed = [...added.map((person) => person.id), ...changed.map(({ known }) => known.id)]
  for (const part of writing.slices(indexed)) await part((ids) => indexPeople(ctx.writer, ids))
}

interface Placed {
  readonly line: AcceptedLine
  readonly row: RegisterRow
  readonly householdNo: string
}

interface Households {
  readonly added: readonly NewHousehold[]
  readonly placed: readonly Placed[]
  readonly pending: ReadonlySet<string>
  idOf(householdNo: string): string
}

/** Which households the sheet has, which are new, and who stands in each. */
async function planHouseholds(ctx: CommandContext, writing: ListWriting): Promise<Households> {
  const known = await listHouseholdKeys(ctx.writer)
  const ids = new Map([...known].map(([householdNo, key]) => [householdNo, key.id]))
  const pending = new Set([...known].filter(([, key]) => key.pending).map(([householdNo]) => householdNo))
  const added: NewHousehold[] = []
  const place = (householdNo: string, villageCode: string, groupName: string, line: number) => {
    if (ids.has(householdNo)) return
    const id = ctx.newId()
    ids.set(householdNo, id)
    pending.add(householdNo)
    added.push({
      id,
      householdNo,
      villageCode,
      groupName,
      batchId: writing.batchId,
      line,
      createdAt: writing.at,
    })
  }
  const placed = placeLines(writing, place)
  return { added, placed, pending, idOf: (householdNo) => ids.get(householdNo) ?? '' }
}

/** A sheet without household numbers is cut into households at every head; the numbers made up say so. */
function placeLines(
  writing: ListWriting,
  place: (householdNo: string, villageCode: string, group: string, line: number) => void,
): Placed[] {
  const placed: Placed[] = []
  let made = ''
  for (const line of writing.lines) {
    const isHead = headRelations.has(relationOf(line))
    if (made === '' || isHead) made = `自编-${writing.batchId.slice(-8)}-${String(line.line)}`
    const given =
      line.judged.outcome === 'accepted' && line.judged.value.kind === 'household-register'
        ? line.judged.value.row
        : undefined
    if (given !== undefined) {
      const householdNo = given.householdNo === '' ? made : given.householdNo
      place(householdNo, line.judged.villageCode as string, given.group, line.line)
      placed.push({ line: line as AcceptedLine, row: given, householdNo })
    } else if (line.judged.outcome === 'rejected' && line.judged.villageCode !== undefined) {
      const { householdNo, villageCode, group } = (line as RejectedStageLine).judged
      if (isHead) place(householdNo === '' ? made : householdNo, villageCode ?? '', group, line.line)
    }
  }
  return placed
}

function relationOf(line: AcceptedLine | RejectedStageLine): string {
  if (line.judged.outcome === 'rejected') return line.judged.relation
  return line.judged.value.kind === 'household-register' ? line.judged.value.row.relation : ''
}

function newPerson(
  ctx: CommandContext,
  writing: ListWriting,
  line: AcceptedLine,
  row: RegisterRow,
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
    batchId: writing.batchId,
    line: line.line,
    createdAt: writing.at,
  }
}

function markOf(line: AcceptedLine, row: RegisterRow): string {
  return registerMark({ ...row, villageCode: line.judged.villageCode })
}

/** A person already there takes the newer sheet's values; what stood before stays in the history of values. */
async function changePerson(
  ctx: CommandContext,
  writing: ListWriting,
  line: AcceptedLine,
  row: RegisterRow,
  known: PersonKey,
  householdId: string,
): Promise<void> {
  const { name, relation, ethnicity, hukouKind, phone } = row
  await saveRegisterChange(
    ctx.writer,
    known,
    { name, relation, ethnicity, hukouKind, phone, householdId },
    {
      reason: `导入《${writing.fileName}》`,
      by: ctx.actor.userId,
      at: writing.at,
      batchId: writing.batchId,
      line: line.line,
    },
  )
}

/** Every household of the sheet whose head was accepted gets its householder. */
function headsOf(
  households: Households,
  added: readonly NewPerson[],
  known: ReadonlyMap<string, PersonKey>,
): readonly Head[] {
  const idOfNew = new Map(added.map((person) => [person.idNumber, person.id]))
  const heads = new Map<string, Head>()
  for (const { row, householdNo } of households.placed) {
    if (!headRelations.has(row.relation) || !households.pending.has(householdNo) || heads.has(householdNo))
      continue
    const personId = idOfNew.get(row.idNumber) ?? known.get(row.idNumber)?.id
    if (personId !== undefined)
      heads.set(householdNo, { householdId: households.idOf(householdNo), personId })
  }
  return [...heads.values()]
}
