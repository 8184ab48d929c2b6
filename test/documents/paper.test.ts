import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { fillPages } from '../../src-main/documents/fill-pages.ts'
import { registerPages } from '../../src-main/documents/register-pages.ts'
import { RegisterTable } from '../../src-main/documents/village-register.tsx'
import { visitSheets } from '../../src-main/documents/visit-form.tsx'
import { aForm, registerLines, someQuestions } from './a-paper.ts'

describe('pages', () => {
  const piece = fc.record({ heightMm: fc.integer({ min: 1, max: 60 }), withPrevious: fc.boolean() })

  it('hold every piece once, in order, and none more than there is room for', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (drawn) => {
        const pieces = drawn.map((one, value) => ({
          ...one,
          withPrevious: one.withPrevious && value % 3 === 0,
          value,
        }))

        const pages = fillPages(pieces, 130)

        expect(pages.flat()).toEqual(pieces.map(({ value }) => value))
        for (const page of pages) {
          const usedMm = page.reduce((sum, value) => sum + (pieces[value]?.heightMm ?? 0), 0)
          expect(usedMm <= 130 || page.length <= 2).toBe(true)
        }
      }),
    )
  })

  it('never begin with a piece that belongs to the one before', () => {
    const pieces = Array.from({ length: 40 }, (_, value) => ({
      heightMm: 10,
      value,
      withPrevious: value % 4 === 1,
    }))

    for (const [first] of fillPages(pieces, 35)) expect((first ?? 0) % 4).not.toBe(1)
  })
})

describe('a village register', () => {
  it('of 2,000 lines ties out by group and in all, and ends with the signatures below a line', () => {
    const lines = registerLines(2000, 180)

    const pages = registerPages(lines)

    const rows = pages.flat()
    expect(rows.flatMap((row) => (row.is === 'line' ? [row.line] : []))).toEqual(lines)
    const sums = rows.flatMap((row) => (row.is === 'sum' ? [row.sum] : []))
    const total = sums.pop()
    expect(total).toMatchObject({ label: '合计', households: 2000 })
    expect(sums.map(({ label }) => label)).toEqual(Array.from({ length: 12 }, (_, at) => `${at + 1}组小计`))
    const added = (of: 'households' | 'formerCentiMu') => sums.reduce((sum, one) => sum + one[of], 0)
    expect([added('households'), added('formerCentiMu')]).toEqual([total?.households, total?.formerCentiMu])
    expect(pages.at(-1)?.[0]?.is).toBe('line')
    expect(pages.at(-1)?.at(-1)?.is).toBe('signing')
  })

  it('leaves room for the line around it, which the edge of the sheet would cut off', () => {
    const [rows = []] = registerPages(registerLines(3, 1))
    const html = renderToStaticMarkup(createElement(RegisterTable, { rows }))
    const widths = [...html.matchAll(/<col style="width:([\d.]+)mm"/g)].map(([, mm]) => Number(mm))
    expect(widths).toHaveLength(9)
    expect(widths.reduce((sum, mm) => sum + mm, 0)).toBeLessThanOrEqual(169.6)
  })

  it('gives a sum of what was verified only when every line of it is', () => {
    const [first, ...others] = registerLines(10, 10).map((line) => ({ ...line, verifiedCentiMu: 250 }))
    const totalOf = (lines: Parameters<typeof registerPages>[0]) =>
      registerPages(lines)
        .flat()
        .flatMap((row) => (row.is === 'sum' ? [row.sum.verifiedCentiMu] : []))

    expect(totalOf([first!, ...others])).toEqual([2500])
    expect(totalOf([{ ...first!, verifiedCentiMu: null }, ...others])).toEqual([null])
  })
})

describe('a visit form', () => {
  it('takes two sheets for five people and twenty questions, blank or filled', () => {
    const blank = { household: null, people: [], accounts: [], former: [], land: null, mustVisit: [] }

    expect(visitSheets(aForm(5), someQuestions(14, 6))).toHaveLength(2)
    expect(visitSheets(blank, someQuestions(14, 6))).toHaveLength(2)
  })

  it('keeps the places to sign together on one sheet', () => {
    for (const people of [1, 5, 8, 11, 14]) {
      const sheets = visitSheets(aForm(people), someQuestions(18, 9))
      const signing = sheets.filter(({ parts }) => parts.some(({ section }) => section.title === '签字'))
      expect(signing).toEqual([sheets.at(-1)])
    }
  })
})
