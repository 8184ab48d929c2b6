import { bodyStack, headStack, titleStack } from './printable-page.tsx'

/**
 * A4 bound on the left, in the official typefaces. A form is no official letter: its margins are narrower than those of
 * GB/T 9704, so that a household takes two pages. Every sheet and every row has a fixed height.
 */
export const paperStyle = `
@page { size: 210mm 297mm; margin: 0 }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0; font: 10.5pt/5mm ${bodyStack}; font-synthesis: none; line-break: strict; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.margin-text { display: none }
.sheet { position: relative; width: 210mm; height: 296.5mm; padding: 14mm 15mm 0 25mm; overflow: hidden; break-after: page }
.sheet:last-child { break-after: auto }
.sheet > header { display: flex; height: 29mm; gap: 4mm; align-items: flex-start; justify-content: space-between }
.sheet > header > div { flex: 1; height: 27mm; display: flex; flex-direction: column; justify-content: center }
.sheet h1 { margin: 0; font: 18pt/8.5mm ${titleStack}; text-wrap: balance }
.sheet header p { margin: 1.5mm 0 0; font-size: 11pt; line-height: 5.5mm }
.qr { flex: none; width: 27mm; height: 27mm }
.sheet .content { height: 230mm; overflow: hidden }
.sheet > footer { position: absolute; left: 25mm; right: 15mm; top: 277mm; display: flex; justify-content: space-between; font-size: 9pt; line-height: 4.5mm }
table { width: 169.6mm; border-collapse: collapse; table-layout: fixed; font-variant-numeric: tabular-nums lining-nums }
th, td { border: .5pt solid #000; padding: 0 1mm; overflow: hidden; text-align: center; white-space: nowrap }
th { font-family: ${headStack}; font-weight: normal; line-height: 4.2mm; white-space: normal }
td.number { text-align: right }
td.text { text-align: left; white-space: normal; line-height: 4.4mm }
td.small { font-size: 9.5pt }
td.two-lines { font-size: 7.5pt; line-height: 3.2mm; white-space: normal; overflow-wrap: anywhere }
tr.sum td { background: #f2f2f2; font-family: ${headStack} }
h2 { margin: 0; height: 7.5mm; overflow: hidden; font: 11.5pt/8.5mm ${headStack}; white-space: nowrap }
h2 small { font: 9pt/8.5mm ${bodyStack}; color: #333 }
strong { font-family: ${headStack}; font-weight: normal }
.box { display: inline-block; width: 3.4mm; height: 3.4mm; margin: 0 .8mm 0 2mm; border: .6pt solid #000; vertical-align: -.4mm }
.blank { display: inline-block; height: 5.4mm; border-bottom: .5pt solid #000; line-height: 5.4mm; text-align: center; vertical-align: middle }
p.line { margin: 0; white-space: nowrap; overflow: hidden }
p.told { margin: 0; font-size: 9.5pt; line-height: 4.5mm; text-align: justify }
.watermark { position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; pointer-events: none; z-index: -1 }
.watermark svg { width: 110mm; transform: rotate(-35deg); fill: #ececec }
@media screen { body { background: #888 } .sheet { margin: 6mm auto; background: #fff } .watermark { z-index: 0; opacity: .5 } }
`
