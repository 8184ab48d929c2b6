import { Problem } from '../domain/problem.ts'
import { parseField } from '../domain/survey-field.ts'
import { idNumbersIn, madeNoFrom } from '../domain/found-household.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listEditsOfTasks } from '../store/carried-survey-queries.ts'
import { insertFound, listFoundOfRound, listRegistered } from '../store/found-household-queries.ts'
import { readOwnMachine } from '../store/machine-queries.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { insertTasks } from '../store/survey-opening-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { getTask } from '../store/survey-task-queries.ts'
import type { CommandContext } from './context.ts'
import { refuseElsewhere } from './machine-here.ts'
import { beginHousehold } from './new-household.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'
import { trace } from './trace.ts'

export interface FoundInput {
  readonly roundId: string
  readonly villageCode: string
  readonly groupName: string
  readonly address: string
  /** As in the booklet; empty where nobody could show it. */
  readonly householdNo: string
  readonly name: string
  /** Empty where nobody could show the card. */
  readonly idNumber: string
}

/**
 * 新遇到一户 — on a laptop: a household met at the door that is on no list. It begins with its head and is entered like
 * any other; the office decides whose household it is.
 */
export async function addFoundHousehold(ctx: CommandContext, input: FoundInput): Promise<{ taskId: string }> {
  await refuseElsewhere(ctx, 'field')
  const { roundId, villageCode } = input
  const round = await getRound(ctx.writer, ctx.scope, roundId)
  if (round.status === 'closed') throw new Problem('survey.round-closed', { round: round.name })
  const values = valuesOf(ctx, input)
  await refuseKnownHere(ctx, roundId, values.idNumber)
  const place = {
    householdNo: input.householdNo,
    villageCode,
    groupName: values.group ?? '',
    address: values.address ?? '',
  }
  const householdId = await beginHousehold(ctx, place, madeNoFrom(ctx.today()))
  const taskId = ctx.newId()
  insertTasks(ctx.writer, [
    {
      ...{ id: taskId, roundId, householdId, villageCode, groupName: place.groupName, householdVersion: 1 },
      ...{ mustVisit: '[]', previous: '[]', origin: 'clerk' },
    },
  ])
  const { workstationId } = await readOwnMachine(ctx.writer)
  const { householdNo } = await getTask(ctx.writer, ctx.scope, taskId)
  await insertFound(ctx.writer, {
    ...{ taskId, householdId, roundId, machineId: workstationId, ...place, householdNo },
    ...{ foundBy: ctx.actor.displayName, foundAt: ctx.now().toISOString() },
  })
  await takeSurveyEdits(ctx.writer, firstEdits(ctx, taskId, workstationId, values))
  await trace(ctx, 'fieldwork.add-found', taskId, { householdId, villageCode })
  return { taskId }
}

interface Values {
  readonly name: string
  readonly idNumber: string | null
  readonly group: string | null
  readonly address: string | null
}

/** Everything that is wrong is said at once. */
function valuesOf(ctx: CommandContext, input: FoundInput): Values {
  const asked = { name: 'person.name', idNumber: 'person.idNumber', groupName: 'household.group' } as const
  const all = { ...asked, address: 'household.address' } as const
  const broken: { path: string; rule: string }[] = []
  const read = (path: keyof typeof all) => {
    const parsed = parseField(all[path], input[path], ctx.today())
    if (!parsed.ok) broken.push({ path, rule: parsed.rule })
    return parsed.ok ? parsed.value : null
  }
  const values = { name: read('name'), idNumber: read('idNumber'), group: read('groupName') }
  const address = read('address')
  if (values.name === null && !broken.some(({ path }) => path === 'name'))
    broken.push({ path: 'name', rule: 'required' })
  if (broken.length > 0) throw new Problem('input.invalid', { fields: broken })
  return { ...values, name: values.name ?? '', address }
}

/** Somebody the laptop knows already is visited in the household they are of. */
async function refuseKnownHere(ctx: CommandContext, roundId: string, idNumber: string | null): Promise<void> {
  if (idNumber === null) return
  const [known] = await listRegistered(ctx.writer, [idNumber])
  if (known !== undefined && known.householdId !== null) {
    const place = `${villageTitle(known.villageName ?? '')}${known.groupName ?? ''}`
    throw new Problem('fieldwork.found-known', { name: known.name, place })
  }
  for (const found of await listFoundOfRound(ctx.writer, roundId)) {
    const edits = await listEditsOfTasks(ctx.writer, [found.taskId])
    if (idNumbersIn(edits).includes(idNumber))
      throw new Problem('fieldwork.found-known', { name: '这个证号的户', place: found.householdNo })
  }
}

function firstEdits(
  ctx: CommandContext,
  taskId: string,
  workstationId: string,
  { name, idNumber, group, address }: Values,
): StoredEdit[] {
  const head = ctx.newId()
  const said: readonly (readonly [subject: string, field: string, value: string | null])[] = [
    [head, 'person.name', name],
    [head, 'person.idNumber', idNumber],
    [head, 'person.relation', '户主'],
    ['household', 'household.householder', head],
    ['household', 'household.group', group],
    ['household', 'household.address', address],
  ]
  const { userId: editedBy, displayName: editorName } = ctx.actor
  const editedAt = ctx.now().toISOString()
  return said.flatMap(([subject, field, value]) =>
    value === null
      ? []
      : [
          {
            ...{ id: ctx.newId(), taskId, subject, field, value, baseValue: null, supersedes: [] },
            ...{ workstationId, editedBy, editorName, editedAt, packageId: null, receivedAt: null },
          },
        ],
  )
}
