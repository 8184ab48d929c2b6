import { idTail } from '../domain/id-number.ts'
import { toldOf } from '../domain/found-household.ts'
import { asOnePerson } from '../domain/same-person.ts'
import type { FieldState } from '../domain/survey-edit.ts'
import { agreedValue, mergeEdits } from '../domain/survey-merge.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listMachineNames } from '../store/conflict-queries.ts'
import {
  type FoundRow,
  listFound,
  listFoundEdits,
  listNamesakes,
  listRegistered,
  type RegisteredPerson,
} from '../store/found-household-queries.ts'
import type { Reader } from '../store/reader.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import type { QueryContext } from './context.ts'
import { placeOfRegistered, undecidedGroups } from './decide-found.ts'
import { namesOf } from './name-survey-field.ts'
import { historyOf } from './show-conflicts.ts'

/** 新遇到的户 — those of one household together, with whom the register may know of it already; numbers by their last four. */
export async function showFound(ctx: QueryContext) {
  const rows = await listFound(ctx.reader, ctx.scope)
  const machines = await listMachineNames(ctx.reader)
  const groups = []
  for (const roundId of new Set(rows.map((row) => row.roundId)))
    groups.push(...(await undecidedGroups(ctx.reader, roundId)))
  const taken = Map.groupBy(
    rows.filter(({ became }) => became !== null),
    ({ became }) => became ?? '',
  )
  groups.push(...[...taken.values()].map((own) => own.map(({ taskId }) => taskId)))
  const views = groups.map((taskIds) =>
    viewOf(
      ctx,
      rows.filter((row) => taskIds.includes(row.taskId)),
      taskIds,
      machines,
    ),
  )
  return (await Promise.all(views)).flatMap((view) => view ?? [])
}

/** Every value anybody gave of them, also where two laptops say different things. */
export async function showFoundHistory(ctx: QueryContext, { taskIds }: { taskIds: readonly string[] }) {
  const rows = (await listFound(ctx.reader, ctx.scope)).filter(({ taskId }) => taskIds.includes(taskId))
  const [first] = rows
  if (first === undefined) return []
  const states = await statesOfFound(ctx.reader, rows)
  const round = await getRound(ctx.reader, ctx.scope, first.roundId)
  const { set } = await getQuestionSet(ctx.reader, round.questionSetId)
  const names = await namesOf(ctx.reader, { householdId: first.householdId, set, states })
  return historyOf(states, names, await listMachineNames(ctx.reader))
}

async function viewOf(
  ctx: QueryContext,
  rows: readonly FoundRow[],
  taskIds: readonly string[],
  machines: ReadonlyMap<string, string>,
) {
  const [first] = rows
  // Told of in a village this person does not answer for: whoever does sees it.
  if (first === undefined || rows.length !== taskIds.length) return undefined
  const states = await statesOfFound(ctx.reader, rows)
  const people = peopleIn(states)
  const { roundId, roundName, villageCode, villageName, status, became } = first
  return {
    ...{
      taskIds: [...taskIds],
      roundId,
      roundName,
      villageCode,
      villageName: villageTitle(villageName ?? ''),
    },
    status: rows.some((row) => row.status === 'open') ? ('open' as const) : status,
    told: rows.map((row) => ({
      ...{ taskId: row.taskId, machineName: machines.get(row.machineId) ?? '其他机器', by: row.foundBy },
      ...{ at: row.foundAt, householdNo: row.householdNo },
      place: `${villageTitle(row.villageName ?? row.villageCode)}${row.groupName} ${row.address}`.trim(),
    })),
    people: people.map(({ subject, name, relation, idNumber, isHead }) => {
      return { subject, name, relation, idTail: idNumber === null ? '' : idTail(idNumber), isHead }
    }),
    accounts: new Set(
      states.flatMap(({ subject, field }) => (field === 'account.accountNo' ? [subject] : [])),
    ).size,
    likely: became === null ? await likelyHouseholds(ctx.reader, villageCode, people) : [],
    became:
      became === null || first.becameHouseholdId === null
        ? null
        : { taskId: became, householdId: first.becameHouseholdId, householdNo: first.becameNo ?? '' },
    isNew: rows.some(({ householdId }) => householdId === first.becameHouseholdId),
    ...{ decidedBy: first.decidedByName, decidedAt: first.decidedAt, decidedReason: first.decidedReason },
  }
}

async function statesOfFound(reader: Reader, rows: readonly FoundRow[]): Promise<FieldState[]> {
  const edits = await listFoundEdits(
    reader,
    rows.map(({ taskId }) => taskId),
  )
  return mergeEdits(asOnePerson(toldOf(edits, rows[0]?.taskId ?? '')))
}

type Met = ReturnType<typeof peopleIn>[number]

/** Who was met there; where laptops call somebody differently, all of it. */
function peopleIn(states: readonly FieldState[]) {
  const of = (subject: string, field: string) =>
    states.find((one) => one.subject === subject && one.field === field)
  const text = (subject: string, field: string) =>
    [...new Set(of(subject, field)?.heads.flatMap(({ value }) => value ?? []))].join('／')
  const head = of('household', 'household.householder')
  const headId = head && agreedValue(head)
  const subjects = new Set(
    states.flatMap(({ subject, field }) => (field.startsWith('person.') ? [subject] : [])),
  )
  return [...subjects]
    .map((subject) => {
      const number = of(subject, 'person.idNumber')
      const idNumber = (number && agreedValue(number)) ?? null
      const said = { name: text(subject, 'person.name'), relation: text(subject, 'person.relation') }
      return { subject, idNumber, ...said, isHead: subject === headId }
    })
    .sort((a, b) => Number(b.isHead) - Number(a.isHead))
}

/** 可能是 — households of whoever bears one of the numbers, then of namesakes in the village. */
async function likelyHouseholds(reader: Reader, villageCode: string, people: readonly Met[]) {
  const numbered = await listRegistered(
    reader,
    people.flatMap(({ idNumber }) => idNumber ?? []),
  )
  const names = people.flatMap(({ name }) => name.split('／'))
  const namesakes = (await listNamesakes(reader, villageCode, names)).filter(
    ({ id }) => !numbered.some((one) => one.id === id),
  )
  return [
    ...numbered.map((person) => likelyOf(person, 'id-number')),
    ...namesakes.map((person) => likelyOf(person, 'name')),
  ]
}

function likelyOf(person: RegisteredPerson, why: 'id-number' | 'name') {
  const { name, idNumber, householdId, householdNo, headName, householdStatus } = person
  return {
    ...{ why, personId: person.id, name, idTail: idTail(idNumber), householdNo: householdNo ?? '' },
    householdId: householdStatus === 'registered' ? householdId : null,
    ...{ place: householdId === null ? '' : placeOfRegistered(person), headName: headName ?? '' },
  }
}
