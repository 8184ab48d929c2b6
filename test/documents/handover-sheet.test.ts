import { expect, it } from 'vitest'
import { type HandoverSheet, renderHandoverSheet } from '../../src-main/documents/handover-sheet.tsx'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { pdfPages } from './pdf-text.ts'

const sheet: HandoverSheet = {
  townshipName: '甘亭镇',
  demonstration: false,
  leaving: { name: '李娟', posts: '经办人', termFrom: '2025-03-01' },
  receivedBy: '刘接手',
  media: 'U 盘一只<script>',
  keyFingerprint: 'ab12cd34',
  tasks: Array.from({ length: 40 }, (_, index) => ({
    what: `2026年耕地地力保护补贴 申报 ${index + 1} 笔`,
    where: '甘亭村委会',
    state: '待初审',
  })),
  madeBy: '管理员',
  madeOn: '2026-11-22',
}

it('prints every open task, the key to be revoked and three places to sign', async () => {
  const printer = chromiumPdf()

  const pages = pdfPages(await printer.print(renderHandoverSheet(sheet)))
  await printer.close()

  const text = pages.join('\n').replace(/\s+/g, '')
  expect(pages.length).toBeGreaterThan(1)
  expect(text.match(/申报\d+笔/g)).toHaveLength(40)
  for (const said of ['ab12cd34', 'U盘一只<script>', '2025年3月1日到岗', '接收人（签字）', '监交人（签字）'])
    expect(text).toContain(said)
  expect(text).not.toContain('演示')
})

it('says so when there is nothing open, no key, and when all of it is a demonstration', () => {
  const html = renderHandoverSheet({ ...sheet, tasks: [], keyFingerprint: null, demonstration: true })

  expect(html).toContain('没有未办结事项')
  expect(html).toContain('（演示）')
  expect(html).not.toContain('指纹')
})
