import type { NoticeDocument } from './notice-document.ts'
import { dayInWords } from '../wording/sentence.ts'

/** 标题、公示编号 and the paragraph with 政策、对象、标准 and the days. */
export function NoticeHead({ notice }: { readonly notice: NoticeDocument }) {
  const reprint = notice.reprintedOn === null ? '' : `　${dayInWords(notice.reprintedOn)}重印`
  return (
    <header>
      <h1>
        {notice.village}
        {notice.year}年{notice.programmeName}
        <br />
        {notice.stage}公示
      </h1>
      {notice.isDemonstration && <p className="demonstration">演示数据，非真实公示</p>}
      <p className="serial">
        公示编号：{notice.serial}　第{notice.version}版{reprint}
      </p>
      <p>{openingText(notice)}</p>
    </header>
  )
}

function openingText(notice: NoticeDocument): string {
  return (
    `根据${notice.policyBasis}，补贴对象为${notice.recipients}，补贴标准为${notice.standardText}，` +
    `主管部门为${notice.department}。现将${notice.village}${notice.year}年${notice.programmeName}` +
    `${notice.stage}公示如下。公示期为${dayInWords(notice.firstDay)}至${dayInWords(notice.lastDay)}` +
    `（${countedDays(notice)}）。`
  )
}

function countedDays({ days, dayKind, firstDayCounted }: NoticeDocument): string {
  const unit = dayKind === 'working' ? '个工作日' : '日'
  return `${days}${unit}，${firstDayCounted ? '自张贴当日起算' : '自张贴次日起算'}`
}
