import { DemonstrationMark } from './demonstration-mark.tsx'
import type { NoticeDocument } from './notice-document.ts'
import { NoticeFoot } from './notice-foot.tsx'
import { NoticeHead } from './notice-head.tsx'
import { noticeStyle } from './notice-style.ts'
import { NoticeTable } from './notice-table.tsx'
import { renderPage } from './printable-page.tsx'
import { checkCode } from '../wording/check-code.ts'

/** 公示件 as one HTML document. The same document is preview, print and PDF. */
export function renderNotice(notice: NoticeDocument): string {
  const title = `${notice.village}${notice.year}年${notice.programmeName}${notice.stage}公示`
  const numbered = `公示编号 ${notice.serial} 第${notice.version}版`
  const runningHead = notice.isDemonstration ? `演示数据，非真实公示　${title}` : title
  const runningFoot = `${numbered}　校验码 ${checkCode(notice.frozenHash)}`
  return renderPage({
    title: `${title} ${numbered}`,
    style: noticeStyle(runningHead, runningFoot),
    marginText: `${runningHead}${runningFoot}第页共0123456789`,
    body: (
      <>
        {notice.isDemonstration && <DemonstrationMark />}
        <NoticeHead notice={notice} />
        <NoticeTable notice={notice} />
        <NoticeFoot notice={notice} />
      </>
    ),
  })
}
