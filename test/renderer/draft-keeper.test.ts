import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftKeeper, type DraftState } from '../../src-renderer/pages/survey/entry/draft-keeper.ts'
import { nothingTyped, type Typed } from '../../src-renderer/pages/survey/entry/entry-model.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const typedText = (text: string): Typed => ({ ...nothingTyped, values: { 'visit|visit.remark': text } })
const textOf = (kept: string) => (JSON.parse(kept) as Typed).values['visit|visit.remark']

function aKeeper(fails = 0) {
  const kept: (string | undefined)[] = []
  const states: DraftState['kind'][] = []
  let left = fails
  const keeper = new DraftKeeper(
    (typed) => {
      if (left-- > 0) return Promise.reject(new Error('away'))
      kept.push(textOf(typed))
      return Promise.resolve({ savedAt: '2026-07-01T00:00:00Z' })
    },
    (state) => states.push(state.kind),
  )
  return { keeper, kept, states }
}

test('what was typed is kept well within a pause of 300 ms, once', async () => {
  const { keeper, kept } = aKeeper()
  for (const text of ['门', '门牌', '门牌已换']) {
    keeper.take(typedText(text))
    await vi.advanceTimersByTimeAsync(50)
  }

  await vi.advanceTimersByTimeAsync(200)

  expect(kept).toEqual(['门牌已换'])
})

test('whoever types without a pause is kept at least every second', async () => {
  const { keeper, kept } = aKeeper()
  for (let at = 0; at < 30; at++) {
    keeper.take(typedText(String(at)))
    await vi.advanceTimersByTimeAsync(50)
  }

  expect(kept.length).toBeGreaterThan(0)
})

test('what could not be kept is tried again until it is', async () => {
  const { keeper, kept, states } = aKeeper(2)
  keeper.take(typedText('甲'))

  await vi.advanceTimersByTimeAsync(5_000)

  expect(kept).toEqual(['甲'])
  expect(states.filter((state) => state === 'failed')).toHaveLength(2)
  expect(states.at(-1)).toBe('kept')
})

test('nothing is kept after the household was saved', async () => {
  const { keeper, kept } = aKeeper()
  keeper.take(typedText('甲'))
  await keeper.stop()

  await vi.advanceTimersByTimeAsync(5_000)

  expect(kept).toEqual([])
})
