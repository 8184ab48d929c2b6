import { chineseCapital, formatYuan, sumFen } from '../domain/money.ts'
import type { NoticeDocument } from './notice-document.ts'
import { checkCode } from '../wording/check-code.ts'
import { dayInWords } from '../wording/sentence.ts'
import { groupedMu } from './printed-values.ts'
import { QrCode } from './qr-code.tsx'

/** 合计大写、异议渠道、落款 and the block that proves the paper. */
export function NoticeFoot({ notice }: { readonly notice: NoticeDocument }) {
  return (
    <footer>
      <div className="together">
        <p>{totalText(notice)}</p>
        {notice.tailDifferenceFen !== null && <p>{tailDifferenceText(notice.tailDifferenceFen)}</p>}
      </div>
      <div className="together">
        <p>
          对公示内容有异议的，请在公示期内以电话、来访或书面形式反映，说明行号和理由。反映查实的按规定奖励，反映人信息保密。
        </p>
        <p>
          受理：{notice.acceptedBy}，{notice.acceptedDuring}。公示地点：{notice.places.join('、')}。
        </p>
        <Channel notice={notice} />
        <p className="signature">
          {notice.issuer}
          <br />
          {dayInWords(notice.issuedOn)}
        </p>
      </div>
    </footer>
  )
}

function Channel({ notice }: { readonly notice: NoticeDocument }) {
  return (
    <div className="channel">
      <QrCode text={qrText(notice)} />
      <div>
        <p>
          监督举报电话：
          {notice.hotlines.map(({ label, phone }, index) => (
            <span key={`${label}${phone}`} className="phone">
              {label} {phone}
              {index < notice.hotlines.length - 1 && '；'}
            </span>
          ))}
        </p>
        <p>电子邮箱：{notice.email}</p>
        <p>通信地址：{notice.address}</p>
        <p>
          公示编号：{notice.serial}　第{notice.version}版{' '}
          <span className="nowrap">校验码：{checkCode(notice.frozenHash)}</span>
        </p>
      </div>
    </div>
  )
}

/** Readable first, the check code last, and nobody's data in between. */
export function qrText(notice: NoticeDocument): string {
  return [
    `公示编号 ${notice.serial} 第${notice.version}版`,
    `公示期 ${dayInWords(notice.firstDay)}至${dayInWords(notice.lastDay)}`,
    `电话 ${notice.hotlines.map(({ phone }) => phone).join(' ')}`,
    `校验码 ${checkCode(notice.frozenHash)}`,
  ].join('\n')
}

function totalText({ lines, count }: NoticeDocument): string {
  const areas = lines.filter((line) => line.areaCentiMu !== null)
  const amounts = lines.filter((line) => line.amountFen !== null)
  const area =
    areas.length > 0 ? `，面积${groupedMu(sumFen(areas.map((line) => line.areaCentiMu ?? 0)))}亩` : ''
  return `以上共${count.number}${count.unit}（${lines.length}行）${area}${amounts.length > 0 ? moneyText(lines) : ''}。`
}

function moneyText(lines: NoticeDocument['lines']): string {
  const totalFen = sumFen(lines.map((line) => line.amountFen ?? 0))
  return `，合计（逐行舍入后之和）人民币${chineseCapital(totalFen)}（${formatYuan(totalFen)}元）`
}

function tailDifferenceText(tailDifferenceFen: number): string {
  return (
    `尾差：补贴标准有多位小数，金额逐行四舍五入到分，合计与“总面积×标准”相差` +
    `${formatYuan(tailDifferenceFen)}元，以逐行之和为准。`
  )
}
