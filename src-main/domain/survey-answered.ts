import type { Day } from './day.ts'
import { ageOn, parseIdNumber } from './id-number.ts'
import type { Answered, SurveyQuestion } from './survey-question.ts'

/** A member as the register knows them. */
export interface KnownPerson {
  readonly personId: string
  readonly isHouseholder: boolean
  readonly deathDay: string | null
  readonly onPayroll: boolean
}

interface Ground {
  /** People of the household: registered, or entered anew in this round. */
  readonly people: readonly KnownPerson[]
  readonly questions: readonly SurveyQuestion[]
  /** Whoever stands on a line, and all lines' area together in 亩. */
  readonly beneficiaries: ReadonlySet<string>
  readonly areaMu: number
  readonly today: Day
  /** What is kept now, of the register or of the round. */
  value(subject: string, field: string): string | null
}

/** What the questions of a household go by; whoever has died or moved away is asked nothing. */
export function answeredBy(ground: Ground): Answered {
  const { people, areaMu, value } = ground
  const here = people.filter(({ personId }) => !gone.has(value(personId, 'person.presence') ?? ''))
  return {
    household: {
      answers: answersOf(ground, 'household'),
      facts: { members: here.length, areaMu },
    },
    people: here.map((person) => ({
      personId: person.personId,
      answers: answersOf(ground, person.personId),
      facts: factsOf(ground, person),
    })),
  }
}

const gone: ReadonlySet<string> = new Set(['dead', 'moved-out'])

function factsOf({ beneficiaries, today, value }: Ground, person: KnownPerson) {
  const { personId, isHouseholder, deathDay, onPayroll } = person
  const read = parseIdNumber(value(personId, 'person.idNumber') ?? '')
  return {
    ...(read.ok ? { age: ageOn(read.birthDate, today), sex: read.sex } : {}),
    ...{ isHouseholder, hasLine: beneficiaries.has(personId), onDeathList: deathDay !== null, onPayroll },
  }
}

function answersOf({ questions, value }: Ground, subject: string) {
  return Object.fromEntries(questions.map(({ key }) => [key, value(subject, `q.${key}`)]))
}
