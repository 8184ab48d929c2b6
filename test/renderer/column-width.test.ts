import { describe, expect, test } from 'vitest'
import { columnWidth } from '../../src-renderer/components/column-width.ts'

describe('the width of a column', () => {
  test('holds an 18-digit number, a date and a village without cutting them', () => {
    expect(columnWidth(['公民身份号码', '142625198709059451'])).toBeGreaterThanOrEqual(164)
    expect(columnWidth(['出生日期', '1995年7月10日'])).toBeGreaterThan(columnWidth(['出生日期']))
    expect(columnWidth(['村委会', '南羊解村委会'])).toBeGreaterThanOrEqual(6 * 14)
  })

  test('does not follow a long remark without end', () => {
    expect(columnWidth(['备注', '很长的说明'.repeat(40)])).toBeLessThan(250)
  })

  test('is there for a column without texts', () => {
    expect(columnWidth([])).toBeGreaterThan(0)
  })
})
