import { describe, expect, it } from 'vitest'
import type { StepCounts } from '../../src-renderer/app/step-counts.ts'
import { nextTasks } from '../../src-renderer/pages/workbench/next-tasks.ts'

const nothing: StepCounts = {
  programme: undefined,
  register: undefined,
  survey: undefined,
  review: undefined,
  publicity: undefined,
  packages: undefined,
  settings: undefined,
  recipients: undefined,
}
const progress = {
  ...{ tasks: 10, unvisited: 4, visited: 6, away: 0, refused: 0, notFound: 0 },
  ...{ mustVisit: 2, mustVisitOpen: 1, conflicts: 0, drafts: 0, due: 0 },
}
const aRound = { roundId: 'r', name: '摸底', status: 'open', progress } as unknown as NonNullable<
  StepCounts['survey']
>[number]
const register = { villages: 18, households: 0, people: 0, pendingHouseholders: 0, byVillage: [] }
const built = { status: 'built' } as unknown as NonNullable<StepCounts['packages']>[number]

describe('what to do next', () => {
  it('begins with the register, for the clerk alone', () => {
    const counts = { ...nothing, register }

    expect(nextTasks(counts, ['clerk'], 2026).map((task) => task.to)).toEqual(['/list'])
    expect(nextTasks(counts, ['reviewer'], 2026)).toEqual([])
  })

  it('asks the approver, not the clerk, to release what is built', () => {
    const counts = { ...nothing, register: { ...register, people: 3 }, packages: [built] }

    expect(nextTasks(counts, ['approver'], 2026).map((task) => task.text)).toEqual(['签发 1 个报送包'])
    expect(nextTasks(counts, ['clerk'], 2026)).toEqual([])
  })

  it('asks for what every notice prints and for a recipient before anything else, each thing once', () => {
    const settings = { values: {}, missing: ['email', 'signatory'] }
    const counts = { ...nothing, register, settings, recipients: [] }

    expect(nextTasks(counts, ['administrator'], 2026).map((task) => task.text)).toEqual([
      '填异议渠道和落款（缺 2 项）',
      '登记收件单位',
    ])
    expect(nextTasks(counts, ['administrator', 'clerk'], 2026)).toHaveLength(3)
  })

  it('says nothing while nothing is known', () => {
    expect(nextTasks(nothing, ['clerk', 'reviewer', 'approver'], 2026)).toEqual([])
  })

  it('sends the clerk to the households of an open round, those that must be visited first', () => {
    const counts = { ...nothing, survey: [aRound, { ...aRound, status: 'closed' as const }] }

    expect(nextTasks(counts, ['clerk'], 2026).map((task) => [task.text, task.to])).toEqual([
      ['逐户走访必访 1 户', '/survey/task?round=r&need=must-visit'],
      ['走访录入，还有 4 户未访', '/survey/task?round=r&need=unvisited'],
    ])
    expect(nextTasks(counts, ['reviewer'], 2026)).toEqual([])
  })
})
