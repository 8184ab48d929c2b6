import type { Day } from '../domain/day.ts'
import { bodyStack, headStack, renderPage, titleStack } from './printable-page.tsx'
import { dayInWords } from '../wording/sentence.ts'

/** 恢复纸 — the key that opens the data when every password is lost, in two halves for two posts. */
export interface RecoverySheet {
  readonly townshipName: string
  readonly halves: readonly [string, string]
  readonly printedOn: Day
  readonly workstationId: string
}

/** Two pages, one half each, so that nobody has to cut paper to keep them apart. */
export function renderRecoverySheet(sheet: RecoverySheet): string {
  return renderPage({
    title: `${sheet.townshipName}一卡通工作站恢复纸`,
    style,
    marginText: '0123456789第页共',
    body: sheet.halves.map((half, index) => <Half key={index} sheet={sheet} half={half} which={index} />),
  })
}

const names = ['甲', '乙'] as const

function Half({
  sheet,
  half,
  which,
}: {
  readonly sheet: RecoverySheet
  readonly half: string
  readonly which: number
}) {
  return (
    <section>
      <h1>
        一卡通工作站恢复纸
        <br />
        <strong>{names[which]}半</strong>
      </h1>
      <p className="facts">
        {sheet.townshipName}　{dayInWords(sheet.printedOn)}打印
        <br />
        工作站编号：<code>{sheet.workstationId}</code>
      </p>
      <p className="half">
        {inGroups(half).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      <ol>
        <li>所有人都忘记密码时，凭甲、乙两半可以找回数据；只有一半打不开任何东西。</li>
        <li>两半由两个岗位分别装入信封、封口签字、锁柜保存，不得放在一起，不得拍照、复印或录入其他电脑。</li>
        <li>恢复纸不能恢复个人签名PIN；PIN遗失的，按规定吊销后重发。</li>
        <li>启封须两人在场并在下表登记；启封后应重新打印并更换恢复纸。</li>
        <li>遗失任何一半，请立即告知管理员，重新生成恢复纸。</li>
      </ol>
      <Register />
    </section>
  )
}

function Register() {
  return (
    <table>
      <thead>
        <tr>
          {['日期', '事项（封存／启封）', '事由', '保管人签字', '见证人签字'].map((label) => (
            <th key={label}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[1, 2, 3, 4].map((row) => (
          <tr key={row}>
            {[1, 2, 3, 4, 5].map((cell) => (
              <td key={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Groups as they are given; a half without any is split in fours for copying by hand. */
function inGroups(half: string): string[] {
  const given = half.trim().split(/[\s-]+/)
  return given.length > 1 ? given : (half.match(/.{1,4}/gu) ?? [])
}

const style = `
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm;
  @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font: 10.5pt ${bodyStack}; vertical-align: top; padding-top: 5mm } }
* { box-sizing: border-box }
html { background: #fff; color: #000 }
body { margin: 0; font: 14pt/26pt ${bodyStack}; font-synthesis: none }
.margin-text { visibility: hidden; height: 0; overflow: hidden; font-size: 1pt }
section { break-inside: avoid }
section + section { break-before: page }
h1 { margin: 0 0 14pt; font: 22pt/36pt ${titleStack}; text-align: center }
strong { font-weight: normal }
p.facts { margin: 0; text-align: center }
code { font-family: Consolas, "Liberation Mono", monospace, ${bodyStack}; font-size: 12pt }
.half { display: flex; flex-wrap: wrap; gap: 3mm 7mm; justify-content: center; margin: 16pt 0; padding: 7mm 5mm; border: 1.5pt solid #000; font: 18pt/28pt Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace, ${bodyStack} }
ol { margin: 0 0 14pt; padding-left: 1.6em }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed }
th { font: 12pt/1.3 ${headStack} }
th, td { border: .5pt solid #000; padding: 1.5mm; height: 10mm; text-align: center }
@media screen { body { width: 210mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm } section + section { margin-top: 74mm } }
`
