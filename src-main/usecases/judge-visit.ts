import { Problem } from '../domain/problem.ts'
import { answeredBy } from '../domain/survey-answered.ts'
import { brokenAnswers, type QuestionSet } from '../domain/survey-question.ts'
import { asksQuestions, brokenVisit } from '../domain/survey-visit.ts'
import { listMembers } from '../store/household-queries.ts'
import { listValues } from '../store/survey-edit-queries.ts'
import type { StoredTask } from '../store/survey-task-queries.ts'
import type { CommandContext } from './context.ts'

interface Said {
  readonly subject: string
  readonly field: string
  readonly value: string | null
}

/**
 * A visit is not kept as done, away or refused without what that asks for, nor as done with a question unanswered:
 * judged on what was kept before with these edits over it.
 */
export async function refuseUnfinished(
  ctx: CommandContext,
  task: StoredTask,
  set: QuestionSet,
  edits: readonly Said[],
): Promise<void> {
  const values = new Map<string, string | null>()
  const say = ({ subject, field, value }: Said) => values.set(`${subject}|${field}`, value)
  const members = (await listMembers(ctx.writer, task.householdId)).filter(
    ({ status }) => status === 'registered',
  )
  for (const { id, idNumber } of members) say({ subject: id, field: 'person.idNumber', value: idNumber })
  for (const value of [...(await listValues(ctx.writer, task.id)), ...edits]) say(value)
  const visit = Object.fromEntries(
    [...values].flatMap(([key, value]) =>
      key.startsWith('visit|') ? [[key.slice('visit|'.length), value]] : [],
    ),
  ) as Record<string, string | null>
  const answered = answeredBy({
    ...{ people: peopleOf(members, values), questions: set.questions, today: ctx.today() },
    beneficiaries: new Set(task.previous.map((line) => line.personId)),
    areaMu: task.previous.reduce((sum, line) => sum + line.areaCentiMu, 0) / 100,
    value: (subject, field) => values.get(`${subject}|${field}`) ?? null,
  })
  const broken = [
    ...brokenVisit(visit, set.modes),
    ...(asksQuestions(visit, set.modes) ? brokenAnswers(set, answered, ctx.today()) : []),
  ]
  if (broken.length === 0) return
  const fields = broken.map(({ subject, field, rule }) => ({ path: `${subject}|${field}`, rule }))
  throw new Problem('input.invalid', { fields })
}

type Member = Awaited<ReturnType<typeof listMembers>>[number]

/** Members of the register, and whoever this round has entered anew. */
function peopleOf(members: readonly Member[], values: ReadonlyMap<string, string | null>) {
  const known = members.map((member) => ({
    personId: member.id,
    isHouseholder: member.relation === '户主',
    deathDay: member.deathDate,
    onPayroll: member.onPayroll,
  }))
  const entered = [...values.keys()]
    .filter((key) => key.endsWith('|person.name'))
    .map((key) => key.slice(0, key.indexOf('|')))
    .filter((id) => known.every(({ personId }) => personId !== id))
  return [
    ...known,
    ...entered.map((personId) => ({ personId, isHouseholder: false, deathDay: null, onPayroll: false })),
  ]
}
