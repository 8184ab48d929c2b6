import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { judgePeriod } from '../../src-main/usecases/check-period.ts'
import { aCheckedTownship, period } from './a-checked-township.ts'
import { keepResults } from './bench-results.ts'
import { timed } from './measure.ts'

const sizes = [25_000, 50_000, 100_000] as const

it('checks a programme of up to 100,000 lines in seconds, and twice the lines cost twice the time', async () => {
  const runs = []
  for (const lines of sizes) {
    const store = await aCheckedTownship(lines)
    await judgePeriod(store.reader, period)
    const { value, milliseconds } = await timed(() => judgePeriod(store.reader, period))
    expect(value.rows).toBe(lines)
    runs.push({ lines, milliseconds, findings: value.findings.length })
    await store.close()
    rmSync(store.folder, { recursive: true, force: true })
  }

  const [small, , large] = runs
  const growth = large!.milliseconds / small!.milliseconds
  keepResults('4-checks', [
    {
      ...{
        what: 'checks, 100,000 lines / 25,000 lines',
        measured: `${growth.toFixed(1)} ×`,
        target: '≤ 6 ×',
      },
      ...{ met: growth <= 6, isRatio: true, note: 'four times the lines' },
    },
    ...runs.map(({ lines, milliseconds, findings }) => ({
      what: `all checks of one programme, ${lines.toLocaleString('en')} lines`,
      ...{ measured: `${(milliseconds / 1000).toFixed(2)} s`, target: lines === 100_000 ? '< 15 s' : '' },
      ...{ met: milliseconds < 15_000, isRatio: false },
      note: `lists read and compared, ${findings.toLocaleString('en')} findings`,
    })),
  ])
  expect(growth).toBeLessThanOrEqual(6)
})
