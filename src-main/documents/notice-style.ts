import { bodyStack, cssString, headStack, titleStack } from './printable-page.tsx'

/** GB/T 9704: A4, 天头 37 mm, 订口 28 mm, 版心 156×225 mm, title 2号, body 3号, 22 lines a page. */
export function noticeStyle(runningHead: string, runningFoot: string): string {
  return `
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm;
  @top-right { content: ${cssString(runningHead)}; font: 10.5pt ${bodyStack}; color: #555; vertical-align: bottom; padding-bottom: 3mm; white-space: pre }
  @bottom-left { content: ${cssString(runningFoot)}; font: 10.5pt ${bodyStack}; vertical-align: top; padding-top: 5mm; white-space: pre }
  @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font: 10.5pt ${bodyStack}; vertical-align: top; padding-top: 5mm; white-space: pre }
}
@page :first { @top-right { content: none } }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0; font: 16pt/29pt ${bodyStack}; font-synthesis: none; line-break: strict; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.margin-text { visibility: hidden; height: 0; overflow: hidden; font-size: 1pt }
h1 { margin: 0 0 14pt; font: 22pt/36pt ${titleStack}; text-align: center; text-wrap: balance }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere }
p.serial { font-size: 12pt; text-indent: 0; text-align: right }
p.demonstration { margin-right: 1pt; text-indent: 0; text-align: center; color: #b00; border: 1pt solid #b00; font-size: 14pt }
table { width: calc(100% - 1pt); margin: 8pt 0 10pt; border-collapse: collapse; table-layout: fixed; font-variant-numeric: tabular-nums lining-nums; line-height: 1.35 }
thead { display: table-header-group; break-inside: avoid }
tr { break-inside: avoid }
th, td { border: .5pt solid #000; padding: 1.2mm 1.5mm; height: 8.4mm; vertical-align: middle }
th { font: .86em/1.3 ${headStack}; text-align: center; white-space: nowrap }
th .unit { display: block; font-size: .86em }
td.lineNo, td.group, td.name, td.label { text-align: center }
td.group, td.note { overflow-wrap: anywhere }
td.note { font-size: .86em; line-height: 1.2 }
td.name, td.area, td.rate, td.amount, td.lineNo, td.label { white-space: nowrap }
td.area, td.rate, td.amount { text-align: right }
td.name small { margin-left: .2em; font-size: .8em }
tr.sum td { background: #f2f2f2 }
strong { font-family: ${headStack}; font-weight: normal }
tr.sum { break-before: avoid }
.together { break-inside: avoid }
.channel { display: flex; gap: 5mm; align-items: center; margin-top: 6pt; padding-top: 8pt; border-top: .75pt solid #000 }
.channel p { font-size: 12pt; line-height: 20pt; text-indent: 0; text-align: left }
.channel .phone, .nowrap { white-space: nowrap }
.qr { flex: none; width: 34mm; height: 34mm }
p.signature { margin: 20pt 4em 0 0; text-indent: 0; text-align: right }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; pointer-events: none; z-index: -1 }
.watermark svg { width: 110mm; transform: rotate(-35deg); fill: #ececec }
@media screen { body { width: 210mm; min-height: 297mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm } }
`
}
