import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeIdentity } from '../../src-main/crypto/envelope.ts'
import { renderNotice } from '../../src-main/documents/notice.tsx'
import { chromiumPdf } from '../../src-main/transport/chromium-pdf.ts'
import { writeSummary } from '../../src-main/workbook/write-summary.ts'
import {
  aBagInput,
  anApplicationRecord,
  aPackageParty,
  firstRelease,
  packageId,
} from '../builders/a-package.ts'
import { aNotice, publicLines } from '../documents/a-notice.ts'
import { keepResults } from './bench-results.ts'
import { builtProduct } from './built-product.ts'
import { median, timed } from './measure.ts'

const applications = 4_000
const villages = 20
const rounds = 25
const { prepareBag, releasePackage, writeZip } = await builtProduct()

it('builds and seals 4,000 applications in at most six times the hashing and zipping', async () => {
  const records = Array.from({ length: applications }, (_, at) => anApplicationRecord(at + 1))
  const printer = chromiumPdf()
  await printer.print('<p>先打开浏览器</p>')
  const notice = renderNotice(aNotice({ lines: publicLines(applications / villages) }))
  const printed = await timed(() => printer.print(notice))
  await printer.close()
  const summary = await timed(() => writeSummary([summarySheet()]))
  const attachments = Array.from({ length: villages }, (_, at) => ({
    extension: 'pdf',
    bytes: Buffer.concat([printed.value, Buffer.from(`% ${at}\n`)]),
  }))
  const input = { ...aBagInput(records), summary: summary.value, attachments }
  const { workstation, approver } = aPackageParty()
  const recipients = [(await makeIdentity()).recipient, (await makeIdentity()).recipient]
  const members = prepareBag(input).payload.map(({ path, bytes }) => ({
    name: `${packageId}/${path}`,
    bytes,
  }))

  const seal = () =>
    releasePackage(
      prepareBag(input),
      firstRelease,
      [
        { role: 'workstation', signer: workstation },
        { role: 'approver', signer: approver },
      ],
      { recipients },
    )
  const hashAndZip = () => {
    for (const { bytes } of members) createHash('sha256').update(bytes).digest('hex')
    return writeZip(members)
  }
  const pairs = []
  for (let round = 0; round < rounds; round++)
    pairs.push({ sealed: await timed(seal), zipped: await timed(hashAndZip) })

  const size = pairs[0]?.zipped.value.length ?? 0
  expect(pairs[0]?.sealed.value.bytes.length).toBeGreaterThan(size)
  const ratio = median(pairs.map(({ sealed, zipped }) => sealed.milliseconds / zipped.milliseconds))
  const sealing = median(pairs.map(({ sealed }) => sealed.milliseconds))
  const zipping = median(pairs.map(({ zipped }) => zipped.milliseconds))
  keepResults('3-seal-package', [
    {
      what: 'building and sealing 4,000 applications / hashing and zipping',
      measured: `${ratio.toFixed(2)} ×`,
      target: '≤ 6 ×',
      met: ratio <= 6,
      isRatio: true,
      note:
        `${(size / 1e6).toFixed(1)} MB with ${villages} notices: records checked and written, hashed, signed twice, encrypted ` +
        `to two ${sealing.toFixed(0)} ms; sha256 and a stored zip ${zipping.toFixed(0)} ms; median of ${rounds} pairs`,
    },
    {
      what: 'PDF and summary.xlsx of that package',
      measured: `${((printed.milliseconds * villages + summary.milliseconds) / 1000).toFixed(1)} s`,
      target: '',
      isRatio: false,
      note:
        `not in the ratio: ${villages} notices of ${applications / villages} lines, ${printed.milliseconds.toFixed(0)} ms each ` +
        `in an open browser; summary.xlsx ${summary.milliseconds.toFixed(0)} ms`,
    },
  ])
})

function summarySheet() {
  const texts = ['北杜村', '一组', '141024101201000001', '张三', '141024197001010011', '6228480402564890018']
  return {
    name: '分户清册',
    title: '2026年耕地地力保护补贴分户清册',
    columns: [
      ...texts.map((_, at) => ({ header: `列${at + 1}`, width: 18, kind: 'text' as const })),
      { header: '面积（亩）', width: 12, kind: 'area' as const },
      { header: '金额（元）', width: 12, kind: 'money' as const },
    ],
    rows: Array.from({ length: applications }, () => [...texts, 520, 34856]),
  }
}
