import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import {
  isPublicityOver,
  lastPublicityDay,
  type PublicityPeriod,
} from '../../src-main/domain/publicity-days.ts'
import { addWorkingDays, hasHolidayData, isWorkingDay } from '../../src-main/domain/working-days.ts'

const aPeriod: PublicityPeriod = {
  postedOn: '2026-11-13',
  days: 7,
  dayKind: 'calendar',
  firstDayCounted: false,
  moveLastDayPastRest: false,
}

test('counts seven days from the day after posting', () => {
  expect(lastPublicityDay(aPeriod)).toBe('2026-11-20')
  expect(lastPublicityDay({ ...aPeriod, firstDayCounted: true })).toBe('2026-11-19')
})

test('moves a last day past rest only where the programme says so', () => {
  const toSaturday = { ...aPeriod, postedOn: '2026-11-14' }

  expect(lastPublicityDay(toSaturday)).toBe('2026-11-21')
  expect(lastPublicityDay({ ...toSaturday, moveLastDayPastRest: true })).toBe('2026-11-23')
  expect(lastPublicityDay({ ...aPeriod, moveLastDayPastRest: true })).toBe('2026-11-20')
})

test('counts working days over a long holiday and the Saturdays worked for it', () => {
  const working = { ...aPeriod, dayKind: 'working' } as const

  expect(lastPublicityDay({ ...working, postedOn: '2026-09-30' })).toBe('2026-10-15')
  expect(lastPublicityDay({ ...working, postedOn: '2026-10-01', firstDayCounted: true })).toBe('2026-10-15')
})

test('is open through its last day', () => {
  expect(isPublicityOver('2026-11-20', '2026-11-20')).toBe(false)
  expect(isPublicityOver('2026-11-20', '2026-11-21')).toBe(true)
})

test('does not guess a year whose holidays are not known', () => {
  expect(isWorkingDay('2026-10-01')).toBe(false)
  expect(isWorkingDay('2026-10-10')).toBe(true)
  expect(isWorkingDay('2030-10-01')).toBeUndefined()
  expect(addWorkingDays('2029-12-31', 1)).toBeUndefined()
  expect(hasHolidayData(2026)).toBe(true)
  expect(hasHolidayData(2030)).toBe(false)
  expect(lastPublicityDay({ ...aPeriod, postedOn: '2030-01-02', moveLastDayPastRest: true })).toBeUndefined()
  expect(lastPublicityDay({ ...aPeriod, postedOn: '2030-01-02' })).toBe('2030-01-09')
})

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai'])(
  'knows the same working days on a machine set to %s',
  (zone) => {
    const module = resolve(import.meta.dirname, '../../src-main/domain/working-days.ts')
    const script = `const { isWorkingDay } = await import(${JSON.stringify(`file://${module}`)})
      console.log(['2026-01-01', '2026-01-04', '2026-02-14', '2026-02-23', '2026-03-01', '2026-03-02'].map(isWorkingDay).join())`

    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })

    expect(printed.trim()).toBe('false,true,true,false,false,true')
  },
)
