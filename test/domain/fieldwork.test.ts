import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignmentState, isOut } from '../../src-main/domain/assignment-state.ts'
import {
  fieldworkFileName,
  isPackageName,
  readFieldworkFileName,
} from '../../src-main/domain/fieldwork-file-name.ts'
import { isMachineName } from '../../src-main/domain/machine.ts'
import { missingNumbers } from '../../src-main/domain/sequence-gap.ts'

it('names a file so that its name says whose it is', () => {
  const file = { kind: 'survey-assignment', to: '2 号笔记本', sequence: 3, on: '2026-11-26' } as const
  expect(fieldworkFileName(file)).toBe('摸底任务_给2 号笔记本_第003号_2026-11-26.ykt.age')
  expect(readFieldworkFileName('摸底任务_给2 号笔记本_第003号_2026-11-26(1).ykt.age')).toEqual(file)
  expect(readFieldworkFileName('耕地补贴.xlsx')).toBeUndefined()
})

it('reads from every name it makes what it was made of', () => {
  const machine = fc.string({ minLength: 1, maxLength: 20 }).filter(isMachineName)
  fc.assert(
    fc.property(machine, fc.integer({ min: 1, max: 99_999 }), (from, sequence) => {
      const file = {
        kind: 'survey-results',
        from: from.normalize('NFC'),
        sequence,
        on: '2026-11-26',
      } as const
      expect(readFieldworkFileName(fieldworkFileName(file))).toEqual(file)
      expect(isPackageName(fieldworkFileName(file))).toBe(true)
    }),
  )
})

it('takes names people use for machines and none that could be a path', () => {
  for (const name of ['1号笔记本', '2 号笔记本', '甘亭镇办公室主机', 'T480-3'])
    expect(isMachineName(name)).toBe(true)
  for (const name of ['', ' ', '../x', 'a/b', 'a\\b', 'a_b', 'con:', '号 ', 'x'.repeat(30)])
    expect(isMachineName(name)).toBe(false)
})

it('tells which numbers have not come', () => {
  expect(missingNumbers([])).toEqual([])
  expect(missingNumbers([1, 2, 3])).toEqual([])
  expect(missingNumbers([5, 2, 2])).toEqual([1, 3, 4])
})

it('derives the state of an assignment from what is known', () => {
  const sent = { ended: null, takenAt: null, tasks: 3, returned: 0 }
  expect(assignmentState(sent)).toBe('sent')
  expect(assignmentState({ ...sent, takenAt: 'x' })).toBe('taken')
  expect(assignmentState({ ...sent, returned: 2 })).toBe('partly-returned')
  expect(assignmentState({ ...sent, returned: 3 })).toBe('returned')
  expect(assignmentState({ ...sent, returned: 3, ended: 'reissued' })).toBe('reissued')
  expect([sent, { ...sent, returned: 3 }, { ...sent, ended: 'taken-back' as const }].map(isOut)).toEqual([
    true,
    false,
    false,
  ])
})
