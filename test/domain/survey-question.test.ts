import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { questionSetOf, type ShippedSet } from '../../src-main/domain/shipped-questions.ts'
import {
  type Answered,
  brokenAnswers,
  choicesFor,
  faultsOf,
  openQuestions,
  type QuestionSet,
  type SurveyQuestion,
} from '../../src-main/domain/survey-question.ts'
import { verificationModes } from '../../src-main/domain/verification-mode.ts'

const today = '2026-07-01'
const shipped = JSON.parse(
  await readFile(resolve(import.meta.dirname, '../../resources/reference/survey-questions.json'), 'utf8'),
) as { sets: readonly ShippedSet[] }

function aQuestion(key: string, change: Partial<SurveyQuestion> = {}): SurveyQuestion {
  return {
    ...{ key, label: key, text: `${key}？`, per: 'household', type: 'yes-no' },
    ...{ required: true, source: '', confirmed: true },
    ...change,
  }
}
function aSet(...questions: readonly SurveyQuestion[]): QuestionSet {
  return {
    ...{ title: '问卷', source: '', households: 'previous', perMu: true },
    ...{ questions, modes: verificationModes, hints: [] },
  }
}
function answered(answers: Answered['household']['answers'], people: Answered['people'] = []): Answered {
  return { household: { answers, facts: {} }, people }
}
const keysOf = (set: QuestionSet, given: Answered) =>
  openQuestions(set, given).map(({ subject, question }) => `${subject}.${question.key}`)

describe('a skip', () => {
  const set = aSet(
    aQuestion('abandoned'),
    aQuestion('howMuch', {
      type: 'area',
      least: 0.01,
      most: 100,
      askIf: { answer: 'abandoned', is: ['yes'] },
    }),
    aQuestion('since', { type: 'day', askIf: { answer: 'howMuch', is: ['1.00'] } }),
  )

  test('asks what hangs on an answer once it is given', () => {
    expect(keysOf(set, answered({}))).toEqual(['household.abandoned'])
    expect(keysOf(set, answered({ abandoned: 'yes' }))).toEqual(['household.abandoned', 'household.howMuch'])
  })

  test('lets nothing hang on the old answer of a question that is skipped', () => {
    expect(keysOf(set, answered({ abandoned: 'no', howMuch: '1.00' }))).toEqual(['household.abandoned'])
  })
})

test('asks a person by age, and by what the household has said', () => {
  const set = aSet(
    aQuestion('poor'),
    aQuestion('alive', { per: 'person', askIf: { fact: 'age', least: 80 } }),
    aQuestion('helped', { per: 'person', askIf: { answer: 'poor', is: ['yes'] } }),
  )
  const people = [
    { personId: 'old', answers: {}, facts: { age: 80 } },
    { personId: 'young', answers: {}, facts: { age: 79 } },
  ]

  expect(keysOf(set, answered({ poor: 'no' }, people))).toEqual(['household.poor', 'old.alive'])
  expect(keysOf(set, answered({ poor: 'yes' }, people))).toEqual([
    ...['household.poor', 'old.alive', 'old.helped', 'young.helped'],
  ])
})

test('tells every answer that is missing or out of range at once', () => {
  const set = aSet(
    aQuestion('agrees'),
    aQuestion('people', { type: 'number', least: 1, most: 30 }),
    aQuestion('remark', { type: 'text', required: false }),
  )

  expect(brokenAnswers(set, answered({ people: '31' }), today)).toEqual([
    { subject: 'household', field: 'q.agrees', rule: 'required' },
    { subject: 'household', field: 'q.people', rule: 'above-most' },
  ])
})

describe('a set that came with the program', () => {
  test.each(shipped.sets.map((set) => [set.programmeCode, set] as const))('%s has no faults', (_, set) => {
    expect(faultsOf(questionSetOf(set))).toEqual([])
  })

  test.each(shipped.sets.map((set) => [set.programmeCode, set] as const))(
    '%s can be answered to its end, whatever is answered on the way',
    (_, one) => {
      const set = questionSetOf(one)
      const pick = fc.nat({ max: 20 })
      fc.assert(
        fc.property(fc.array(pick, { minLength: 60, maxLength: 60 }), fc.nat({ max: 100 }), (picks, age) => {
          const answers: Record<string, string> = {}
          const ofPerson: Record<string, string> = {}
          const given: Answered = {
            household: { answers, facts: { members: 1 } },
            people: [{ personId: 'p', answers: ofPerson, facts: { age } }],
          }
          for (const at of picks) {
            const next = openQuestions(set, given).find(
              ({ subject, question }) => !(question.key in (subject === 'p' ? ofPerson : answers)),
            )
            if (next === undefined) break
            const where = next.subject === 'p' ? ofPerson : answers
            where[next.question.key] = anAnswer(next.question, at)
          }

          expect(brokenAnswers(set, given, today)).toEqual([])
        }),
      )
    },
  )
})

describe('a set is faulty when', () => {
  test.each<[string, SurveyQuestion[]]>([
    ['key-twice', [aQuestion('a'), aQuestion('a')]],
    ['key-malformed', [aQuestion('第一题')]],
    ['choices-missing', [aQuestion('a', { type: 'choice', choices: [] })]],
    ['range-empty', [aQuestion('a', { type: 'number', least: 2, most: 1 })]],
    ['asks-later-question', [aQuestion('a', { askIf: { answer: 'b', is: ['yes'] } }), aQuestion('b')]],
    [
      'asks-later-question',
      [aQuestion('a', { per: 'person' }), aQuestion('b', { askIf: { answer: 'a', is: ['yes'] } })],
    ],
    ['fact-unknown', [aQuestion('a', { askIf: { not: { fact: 'mood', is: ['good'] } } })]],
  ])('%s', (fault, questions) => {
    expect(faultsOf(aSet(...questions)).map((one) => one.fault)).toEqual([fault])
  })
})

function anAnswer(question: SurveyQuestion, pick: number): string {
  const choices = choicesFor(question)
  if (choices.length > 0) return choices[pick % choices.length]!.value
  if (question.type === 'text') return '说明'
  if (question.type === 'day') return '2027-01-01'
  return String(Math.max(question.least ?? 0, Math.min(question.most ?? 20, pick)))
}
