import type { ReactNode } from 'react'
import { dayInWords } from '../wording/sentence.ts'
import { DemonstrationMark } from './demonstration-mark.tsx'
import { bodyStack, headStack, renderPage, titleStack } from './printable-page.tsx'

/** 窗口用单 — what every sheet handed over the counter says at its head and foot. */
export interface CounterSheet {
  readonly townshipName: string
  readonly isDemonstration: boolean
  readonly serial: string
  /** null on a sheet about nobody; without a number there is no address either: whoever objects leaves what they want to. */
  readonly person: { readonly name: string; readonly idMasked: string; readonly place: string } | null
  /** Who asked, and by which papers somebody else did; empty on what the office hands out by itself. */
  readonly askedBy: string
  readonly printedBy: string
  readonly printedOn: string
}

interface Props {
  readonly title: string
  readonly sheet: CounterSheet
  readonly children: ReactNode
}

/** One sheet as a document of its own. */
export function renderCounterSheet(props: Props): string {
  const { title, sheet } = props
  return renderPage({
    title: `${title} ${sheet.serial}`,
    style,
    marginText: `0123456789第页共${sheet.serial}`,
    body: <Sheet {...props} />,
  })
}

function Sheet({ title, sheet, children }: Props) {
  const { person } = sheet
  return (
    <section>
      {sheet.isDemonstration && <DemonstrationMark />}
      <h1>{title}</h1>
      <p className="facts">
        {sheet.townshipName}　编号 {sheet.serial}　{dayInWords(sheet.printedOn)}
      </p>
      {person !== null && (
        <dl>
          <dt>姓名</dt>
          <dd>
            {person.name}
            {person.idMasked !== '' && `　证号 ${person.idMasked}`}
          </dd>
          {person.idMasked !== '' && (
            <>
              <dt>住址</dt>
              <dd>{person.place === '' ? '—' : person.place}</dd>
            </>
          )}
          {sheet.askedBy !== '' && (
            <>
              <dt>申请人</dt>
              <dd>{sheet.askedBy}</dd>
            </>
          )}
        </dl>
      )}
      {children}
    </section>
  )
}

interface TableProps {
  readonly head: readonly string[]
  /** Widths of the columns in mm; 0 takes what is left. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
  /** Columns whose text runs on, from the left. */
  readonly texts: readonly number[]
  readonly numbers?: readonly number[]
}

export function CounterTable({ head, widths, rows, texts, numbers = [] }: TableProps) {
  const classOf = (at: number) => (texts.includes(at) ? 'text' : numbers.includes(at) ? 'number' : undefined)
  return (
    <table>
      <colgroup>
        {widths.map((width, at) => (
          <col key={at} style={width === 0 ? {} : { width: `${String(width)}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {head.map((label) => (
            <th key={label}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, at) => (
              <td key={at} className={classOf(at)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const style = `
@page { size: 210mm 297mm; margin: 22mm 20mm 20mm 24mm;
  @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font: 10pt ${bodyStack}; vertical-align: top; padding-top: 4mm } }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0; font: 12pt/20pt ${bodyStack}; font-synthesis: none; line-break: strict; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.margin-text { visibility: hidden; height: 0; overflow: hidden; font-size: 1pt }
h1 { margin: 0 0 6pt; font: 20pt/30pt ${titleStack}; text-align: center }
h2 { margin: 10pt 0 3pt; font: 12pt/20pt ${headStack}; break-after: avoid }
p { margin: 4pt 0 }
p.facts { margin: 2pt 0; text-align: center }
p.note { margin-top: 10pt; font-size: 10.5pt; line-height: 1.5 }
dl { display: grid; grid-template-columns: 16mm 1fr; margin: 8pt 0 }
dt { font-family: ${headStack} }
dd { margin: 0; overflow-wrap: anywhere }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; font-size: 11pt; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums }
thead { display: table-header-group }
tr { break-inside: avoid }
th { font: 11pt/1.3 ${headStack} }
th, td { border: .5pt solid #000; padding: 1mm 1.2mm; text-align: center; overflow-wrap: anywhere }
td.text { text-align: left }
td.number { text-align: right }
.signing { display: grid; grid-template-columns: 1fr 1fr; list-style: none; margin: 14pt 0 0; padding: 0; line-height: 28pt; break-inside: avoid }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; pointer-events: none; z-index: -1 }
.watermark svg { width: 110mm; transform: rotate(-35deg); fill: #ececec }
@media screen { body { width: 210mm; margin: 0 auto; padding: 22mm 20mm 20mm 24mm } }
`
