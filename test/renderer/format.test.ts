import { describe, expect, it } from 'vitest'
import { muText, yuanText } from '../../src-renderer/format/amount.ts'
import { dayWithWeekday, instantText } from '../../src-renderer/format/instant.ts'

describe('what the page shows', () => {
  it('shows fen and 0.01 亩 with two decimals, and a dash where nothing is known', () => {
    expect(yuanText(173948707)).toBe('1,739,487.07')
    expect(yuanText(5)).toBe('0.05')
    expect(yuanText(null)).toBe('—')
    expect(muText(2774813)).toBe('27,748.13')
  })

  it('shows an instant by the clock of Shanghai, whatever the machine’s own zone', () => {
    expect(instantText('2026-11-22T22:30:00.000Z')).toBe('2026-11-23 06:30')
    expect(instantText('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 00:00')
  })

  it('says a day in words with its weekday, and nothing of half a day', () => {
    expect(dayWithWeekday('2026-06-07')).toBe('2026年6月7日 周日')
    expect(dayWithWeekday('2026-11-23')).toBe('2026年11月23日 周一')
    expect(dayWithWeekday('2026-1')).toBe('')
  })
})
