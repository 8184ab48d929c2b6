import type { Day } from '../domain/day.ts'
import { bodyStack, headStack, renderPage, titleStack } from './printable-page.tsx'
import { dayInWords } from '../wording/sentence.ts'

/** 家庭情况变更登记表 — one event with every value it changed, to be signed and filed. Numbers show their last four. */
export interface EventSheet {
  readonly townshipName: string
  readonly demonstration: boolean
  readonly serial: string
  readonly kind: string
  readonly place: string
  readonly householdNo: string
  readonly happenedOn: Day
  readonly what: string
  readonly reason: string
  readonly source: string
  readonly changes: readonly EventSheetChange[]
  readonly applications: readonly { readonly what: string; readonly outcome: string }[]
  readonly recordedBy: string
  readonly recordedOn: Day
}

export interface EventSheetChange {
  readonly whose: string
  readonly field: string
  readonly before: string
  readonly after: string
}

const signing = ['户主或申报人', '村级核实人', '经办人', '核对人'] as const

export function renderEventSheet(sheet: EventSheet): string {
  return renderPage({
    title: `家庭情况变更登记表 ${sheet.serial}`,
    style,
    marginText: '0123456789第页共',
    body: <Sheet sheet={sheet} />,
  })
}

function Sheet({ sheet }: { readonly sheet: EventSheet }) {
  return (
    <section>
      <h1>
        家庭情况变更登记表
        {sheet.demonstration && '（演示）'}
      </h1>
      <p className="facts">
        {sheet.townshipName}　编号 {sheet.serial}　{dayInWords(sheet.recordedOn)}登记
      </p>
      <dl>
        <dt>事项</dt>
        <dd>
          {sheet.kind}　{dayInWords(sheet.happenedOn)}
        </dd>
        <dt>户</dt>
        <dd>
          {sheet.place}　户编号 {sheet.householdNo}
        </dd>
        <dt>内容</dt>
        <dd>{sheet.what}</dd>
        <dt>事由</dt>
        <dd>{sheet.reason}</dd>
        <dt>依据</dt>
        <dd>{sheet.source}</dd>
      </dl>
      <Table
        title="变更的内容"
        head={['人员或户', '栏目', '变更前', '变更后']}
        rows={sheet.changes.map(({ whose, field, before, after }) => [whose, field, before, after])}
      />
      {sheet.applications.length > 0 && (
        <Table
          title="在办的补贴申报"
          head={['项目', '处理']}
          rows={sheet.applications.map(({ what, outcome }) => [what, outcome])}
        />
      )}
      <ul className="signing">
        {signing.map((who) => (
          <li key={who}>{who}（签字）：＿＿＿＿＿＿＿　　　年　　月　　日</li>
        ))}
      </ul>
      <p className="note">登记人：{sheet.recordedBy}。本表由工作站按登记的内容生成，证号、账号只印后四位。</p>
    </section>
  )
}

interface TableProps {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function Table({ title, head, rows }: TableProps) {
  return (
    <>
      <h2>{title}</h2>
      <table>
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
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const style = `
@page { size: 210mm 297mm; margin: 28mm 24mm 26mm 26mm;
  @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font: 10.5pt ${bodyStack}; vertical-align: top; padding-top: 5mm } }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0; font: 13pt/22pt ${bodyStack}; font-synthesis: none }
.margin-text { visibility: hidden; height: 0; overflow: hidden; font-size: 1pt }
h1 { margin: 0 0 10pt; font: 20pt/32pt ${titleStack}; text-align: center }
h2 { margin: 12pt 0 4pt; font: 13pt/22pt ${headStack} }
p.facts { margin: 4pt 0; text-align: center }
p.note { margin-top: 12pt; font-size: 11pt; line-height: 1.5 }
dl { display: grid; grid-template-columns: 18mm 1fr; margin: 10pt 0 }
dt { font-family: ${headStack} }
dd { margin: 0; overflow-wrap: anywhere }
table { width: calc(100% - 1pt); border-collapse: collapse; font-size: 12pt; line-height: 1.4 }
thead { display: table-header-group }
tr { break-inside: avoid }
th { font: 12pt/1.3 ${headStack} }
th, td { border: .5pt solid #000; padding: 1.2mm 1.5mm; text-align: center; overflow-wrap: anywhere }
.signing { list-style: none; margin: 16pt 0 0; padding: 0; line-height: 34pt; break-inside: avoid }
@media screen { body { width: 210mm; margin: 0 auto; padding: 28mm 24mm 26mm 26mm } }
`
