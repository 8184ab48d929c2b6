import { afterAll, expect, it } from 'vitest'
import { MeetingRecordSheet } from '../../src-main/documents/meeting-record.tsx'
import { renderPaper, renderSheet, type LaidOutSheet } from '../../src-main/documents/paper-document.tsx'
import { registerPages } from '../../src-main/documents/register-pages.ts'
import { RegisterTable } from '../../src-main/documents/village-register.tsx'
import { VisitFormSheet, visitSheets } from '../../src-main/documents/visit-form.tsx'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { aForm, aHeading, registerLines, someQuestions } from './a-paper.ts'
import { pdfPages } from './pdf-text.ts'

const printer = chromiumPdf()
afterAll(() => printer.close())

async function printed(sheets: readonly LaidOutSheet[]): Promise<string[]> {
  const heading = aHeading()
  const pages = sheets.length
  const markup = sheets.map((sheet, index) =>
    renderSheet(heading, sheet, { page: index + 1, pages, part: '', qrText: `${index + 1}/${pages}` }),
  )
  return pdfPages(await printer.print(renderPaper(heading, markup)), 'lines')
}

it('a register of 2,000 lines prints each line once and whole, with the head and the number on every page', async () => {
  const lines = registerLines(2000, 180)
  const laidOut = registerPages(lines)

  const pages = await printed(
    laidOut.map((rows) => ({ subtitle: '', content: <RegisterTable rows={rows} /> })),
  )

  expect(pages).toHaveLength(laidOut.length)
  for (const [index, page] of pages.entries()) {
    expect(page).toMatch(/序号\s+组别\s+户主/)
    expect(page).toContain(`第${index + 1}页共${pages.length}页`)
    const numbers = [...page.matchAll(/^\s*(\d+)\s+\d+组\s/gm)].map((found) => Number(found[1]))
    expect(numbers).toEqual(laidOut[index]?.flatMap((row) => (row.is === 'line' ? [row.line.lineNo] : [])))
  }
  expect(pages.at(-1)).toMatch(/合计\s+2000\s*户/)
})

it('a form prints all its rows on the pages it was counted for', async () => {
  const sheets = [2, 5, 13].flatMap((people) => visitSheets(aForm(people), someQuestions(18, 9)))

  const pages = await printed(
    sheets.map((sheet) => ({ subtitle: '', content: <VisitFormSheet sheet={sheet} /> })),
  )

  expect(pages).toHaveLength(sheets.length)
  expect(pages.join('').match(/调查员（签字）/g)).toHaveLength(3)
  expect(pages.join('').match(/个人信息保护法/g)).toHaveLength(3)
})

it('the record of a meeting is one page', async () => {
  expect(await printed([{ subtitle: '', content: <MeetingRecordSheet subject="评议" /> }])).toHaveLength(1)
})
