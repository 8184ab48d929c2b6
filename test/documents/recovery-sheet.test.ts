import { expect, it } from 'vitest'
import { renderRecoverySheet } from '../../src-main/documents/recovery-sheet.tsx'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { pdfPages } from './pdf-text.ts'

it('puts each half of the recovery key on a page of its own', async () => {
  const printer = chromiumPdf()
  const sheet = {
    townshipName: '甘亭镇',
    halves: ['K7QM-2XPA-9RTD', 'A9RT-DH4W-ZC8Y'] as const,
    printedOn: '2026-11-22',
    workstationId: '019a8f2e-1c3d-7b4a-9e5f-0123456789ab',
  }

  const pages = pdfPages(await printer.print(renderRecoverySheet(sheet)))
  await printer.close()

  expect(pages).toHaveLength(2)
  expect(pages[0]).toMatch(/K7QM\s+2XPA\s+9RTD/)
  expect(pages[0]).not.toContain('DH4W')
  expect(pages[1]).toMatch(/A9RT\s+DH4W\s+ZC8Y/)
  expect(pages[1]).not.toContain('2XPA')
})
