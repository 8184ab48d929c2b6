import type { ReactNode } from 'react'
import type { Day } from '../domain/day.ts'
import { bodyStack, headStack, renderPage, titleStack } from './printable-page.tsx'
import { dayInWords } from '../wording/sentence.ts'

/** 离任交接单 — what somebody who leaves hands over: open tasks, key, media. */
export interface HandoverSheet {
  readonly townshipName: string
  readonly demonstration: boolean
  readonly leaving: { readonly name: string; readonly posts: string; readonly termFrom: Day }
  readonly receivedBy: string
  /** 移交的介质 — as the administrator wrote it. */
  readonly media: string
  /** null where the person holds no signing key. */
  readonly keyFingerprint: string | null
  readonly tasks: readonly HandoverTask[]
  readonly madeBy: string
  readonly madeOn: Day
}

export interface HandoverTask {
  readonly what: string
  readonly where: string
  readonly state: string
}

const signing = ['移交人', '接收人', '监交人'] as const

export function renderHandoverSheet(sheet: HandoverSheet): string {
  return renderPage({
    title: `${sheet.townshipName}一卡通工作站离任交接单`,
    style,
    marginText: '0123456789第页共',
    body: <Sheet sheet={sheet} />,
  })
}

function Sheet({ sheet }: { readonly sheet: HandoverSheet }) {
  const { leaving } = sheet
  return (
    <section>
      <h1>
        一卡通工作站离任交接单
        {sheet.demonstration && '（演示）'}
      </h1>
      <p className="facts">
        {sheet.townshipName}　{dayInWords(sheet.madeOn)}制　制单：{sheet.madeBy}
      </p>
      <dl>
        <Fact label="移交人">
          {leaving.name}（{leaving.posts}），{dayInWords(leaving.termFrom)}到岗
        </Fact>
        <Fact label="接收人">{sheet.receivedBy}</Fact>
        <Fact label="签名钥">
          {sheet.keyFingerprint === null ? '无' : <KeyToRevoke fingerprint={sheet.keyFingerprint} />}
        </Fact>
        <Fact label="移交介质">{sheet.media}</Fact>
      </dl>
      <h2>未办结事项（{sheet.tasks.length} 项）</h2>
      {sheet.tasks.length === 0 ? <p>没有未办结事项。</p> : <Tasks tasks={sheet.tasks} />}
      <p>以上事项、签名钥和介质已当面清点，账号自停用之时起不能登录。</p>
      <ul className="signing">
        {signing.map((who) => (
          <li key={who}>{who}（签字）：＿＿＿＿＿＿＿＿　　　　年　　月　　日</li>
        ))}
      </ul>
    </section>
  )
}

function KeyToRevoke({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <>
      停用时吊销，指纹 <code>{fingerprint}</code>
    </>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Tasks({ tasks }: { readonly tasks: readonly HandoverTask[] }) {
  return (
    <table>
      <thead>
        <tr>
          {['序号', '事项', '所在', '状态', '接收人确认'].map((label) => (
            <th key={label}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ what, where, state }, index) => (
          <tr key={index}>
            <td>{index + 1}</td>
            <td>{what}</td>
            <td>{where}</td>
            <td>{state}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const style = `
@page { size: 210mm 297mm; margin: 32mm 26mm 30mm 28mm;
  @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font: 10.5pt ${bodyStack}; vertical-align: top; padding-top: 5mm } }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0; font: 14pt/26pt ${bodyStack}; font-synthesis: none }
.margin-text { visibility: hidden; height: 0; overflow: hidden; font-size: 1pt }
h1 { margin: 0 0 12pt; font: 22pt/36pt ${titleStack}; text-align: center }
h2 { margin: 14pt 0 6pt; font: 14pt/26pt ${headStack} }
p { margin: 8pt 0 }
p.facts { text-align: center }
dl { display: grid; grid-template-columns: 26mm 1fr; margin: 12pt 0 }
dt { font-family: ${headStack} }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap }
code { font-family: Consolas, "Liberation Mono", monospace, ${bodyStack}; font-size: 11pt }
table { width: calc(100% - 1pt); border-collapse: collapse; font-size: 12pt; line-height: 1.4 }
thead { display: table-header-group }
tr { break-inside: avoid }
th { font: 12pt/1.3 ${headStack} }
th, td { border: .5pt solid #000; padding: 1.5mm; text-align: center }
th:first-child { width: 12mm } th:last-child { width: 26mm }
.signing { list-style: none; margin: 18pt 0 0; padding: 0; line-height: 40pt; break-inside: avoid }
@media screen { body { width: 210mm; margin: 0 auto; padding: 32mm 26mm 30mm 28mm } }
`
