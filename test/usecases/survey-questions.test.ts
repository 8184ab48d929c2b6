import { afterEach, beforeEach, expect, test } from 'vitest'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { anOpenRound, openRound } from '../builders/a-survey.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const programmeCode = 'NY01'
async function setOf() {
  const {
    questionSetId: _,
    version,
    enteredBy: __,
    enteredAt: ___,
    programmeCode: ____,
    ...set
  } = await office.clerk.survey.questions({ programmeCode })
  return { version, set }
}

test('the questions that came with the program are there, in words a clerk may read', async () => {
  const { version, set } = await setOf()

  expect(version).toBe(1)
  expect(set.questions).toHaveLength(25)
  for (const { source } of [set, ...set.questions]) expect(source).not.toMatch(/\.(md|json)|§/)
})

test('changed questions are a new version; a round that is open goes on with its own', async () => {
  const { roundId } = await anOpenRound(office)
  const { set } = await setOf()
  const fewer = { ...set, questions: set.questions.slice(0, 3) }

  expect(await office.clerk.survey.saveQuestions({ programmeCode, set: fewer })).toMatchObject({ version: 2 })

  expect((await office.clerk.survey.round({ roundId })).questionSet).toMatchObject({ version: 1 })
  const later = await openRound(office, { households: 'village' })
  expect((await office.clerk.survey.round({ roundId: later.roundId })).questionSet.questions).toHaveLength(3)
})

test('questions that ask after a later one are refused whole', async () => {
  const { set } = await setOf()
  const turned = { ...set, questions: [...set.questions].reverse() }

  expect(await refusalOf(office.clerk.survey.saveQuestions({ programmeCode, set: turned }))).toBe(
    'survey.questions-faulty',
  )
  expect((await setOf()).version).toBe(1)
})

test('a programme nobody has written questions for has a plain set', async () => {
  const plain = await office.clerk.survey.questions({ programmeCode: 'LY02' })

  expect(plain).toMatchObject({ version: 0, questions: [], perMu: true })
})
