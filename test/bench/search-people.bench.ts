import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWithPassword } from '../../src-main/store/opening.ts'
import { searchPeople } from '../../src-main/store/search.ts'
import type { Store } from '../../src-main/store/store.ts'
import { aLargeTownship, clerk, people } from './a-large-township.ts'
import { keepResults } from './bench-results.ts'
import { likeSearch } from './like-search.ts'
import { median, percentile, timed } from './measure.ts'
import { searchQueries } from './search-queries.ts'

const limit = 50
const scope = { programmes: 'all', villages: 'all' } as const
let store: Store

beforeAll(async () => {
  const folder = await aLargeTownship()
  ;({ store } = await openWithPassword(folder, clerk.signInName, clerk.password, { now: new Date() }))
})

afterAll(() => store.close())

it('finds people of a large township many times faster than LIKE, and always quickly', async () => {
  const texts = searchQueries()
  const like = likeSearch(store.reader)
  for (const text of texts.slice(0, 10)) await searchPeople(store.reader, { text, limit, scope })
  const pairs = []
  for (const text of texts) {
    const ours = await timed(() => searchPeople(store.reader, { text, limit, scope }))
    const theirs = await timed(() => like(text, limit))
    expect(ours.value.total, text).toBe(theirs.value.total)
    expect(ours.value.hits.map((hit) => hit.personId)).toEqual(theirs.value.personIds)
    pairs.push({ ours: ours.milliseconds, theirs: theirs.milliseconds })
  }

  const ratio = median(pairs.map(({ ours, theirs }) => theirs / ours))
  const p95 = percentile(
    pairs.map(({ ours }) => ours),
    0.95,
  )
  const how = `${texts.length} queries over ${people} people, ordered top ${limit} and count, both sides the same answers`
  keepResults('2-search-people', [
    {
      what: "LIKE '%…%' / search, at the median",
      measured: `${ratio.toFixed(0)} ×`,
      target: '≥ 20 ×',
      met: ratio >= 20,
      isRatio: true,
      note: `${how}; LIKE ${median(pairs.map((pair) => pair.theirs)).toFixed(0)} ms`,
    },
    {
      what: 'search, 95th percentile',
      measured: `${p95.toFixed(1)} ms`,
      target: '< 20 ms',
      met: p95 < 20,
      isRatio: false,
      note: `median ${median(pairs.map((pair) => pair.ours)).toFixed(2)} ms, slowest ${Math.max(...pairs.map((pair) => pair.ours)).toFixed(1)} ms`,
    },
  ])
})
