import { describe, expect, test } from 'vitest'
import { markedFields } from '../../src-renderer/api/mark-fields.ts'

describe('what the core refused', () => {
  test('is said at the field it is about, also inside a group or a list', () => {
    const fields = [
      { path: 'postedOn', rule: 'not-before-frozen' },
      { path: 'people.2.pin', rule: 'too_small' },
    ]

    const marked = markedFields({ code: 'input.invalid', facts: { fields } })

    expect(marked.map(({ name }) => name)).toEqual([['postedOn'], ['people', 2, 'pin']])
    expect(marked[0]?.errors.join()).toContain('冻结')
  })

  test('has words for a rule nobody foresaw', () => {
    const fields = [{ path: 'name', rule: 'toString' }]

    expect(markedFields({ code: 'input.invalid', facts: { fields } })[0]?.errors).toEqual([
      '不符合要求，请核对后改正',
    ])
  })

  test('marks nothing when the refusal is about something else', () => {
    expect(markedFields({ code: 'record.stale', facts: { what: 'publicity' } })).toEqual([])
  })
})
