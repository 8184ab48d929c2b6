import { Alert, Button, Modal, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Cut } from '../../../src-main/domain/hearing.ts'
import { formatYuan } from '../../../src-main/domain/money.ts'
import { cutLabels, exemptionLabels, hearingWayLabels } from '../../../src-main/wording/hearing-labels.ts'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useHasRole } from '../../app/who.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import { CutNoticeForm } from './cut-notice-form.tsx'
import type { ReviewRecord } from './finding-detail.tsx'
import { HearingForm } from './hearing-form.tsx'

type Hearings = NonNullable<ReviewRecord['hearings']>

/** 听取意见 — what would be taken from the household, what was heard, and the two papers that go with it. */
export function Hearing({ record }: { readonly record: ReviewRecord }): ReactNode {
  const [open, setOpen] = useState<'hear' | 'notice' | null>(null)
  const mayWork = useHasRole('clerk', 'reviewer')
  const { hearings } = record
  if (hearings === null) return null
  const cut: Cut = hearings.reduces ? 'reduce' : 'stop'
  const close = (): void => setOpen(null)
  return (
    <section className="hearing" aria-label="听取意见">
      <h3>听取意见</h3>
      {hearings.isRequired && (
        <Alert type={isOpen(hearings) ? 'warning' : 'info'} title={stateText(hearings)} />
      )}
      {hearings.records.map((one) => (
        <Heard key={one.hearingId} heard={one} />
      ))}
      {mayWork && (
        <div className="buttons">
          <Button size="small" onClick={() => setOpen('hear')}>
            登记听取意见…
          </Button>
          <Button size="small" onClick={() => setOpen('notice')}>
            打印告知书…
          </Button>
        </div>
      )}
      <Modal
        open={open !== null}
        title={`${open === 'notice' ? '打印告知书' : '登记听取意见'}：${record.name}`}
        footer={null}
        width={560}
        destroyOnHidden
        onCancel={close}
      >
        {open === 'hear' && <HearingForm record={record} cut={cut} onDone={close} />}
        {open === 'notice' && <CutNoticeForm record={record} cut={cut} onDone={close} />}
      </Modal>
    </section>
  )
}

function isOpen({ reduces, toReduce, toStop }: Hearings): boolean {
  return (reduces ? toReduce : toStop) !== 'heard'
}

function stateText({ reduces, toReduce, toStop }: Hearings): string {
  if ((reduces ? toReduce : toStop) === 'own-word-only')
    return '免听取、找不到本人的，只有您自己登记过：请另一个人核实后再登记，或由另一位审核人作决定。'
  if (reduces)
    return toReduce === 'heard'
      ? '这一笔比上次少，已听取意见，可以作决定。'
      : '这一笔比上次少，属于调减：通过以前要先听取意见。比以前听取的又少了的，要再听一次。'
  return toStop === 'heard'
    ? '不通过就是停发，已听取意见，可以作决定。'
    : '上次享受过：要不通过（停发）的，先听取意见；照常通过的不用。'
}

function Heard({ heard }: { readonly heard: Hearings['records'][number] }): ReactNode {
  const download = useFileDownload(client.review.hearingFile)
  const { cut, way, exemption, heardOn, heardName, relation, said, answer } = heard
  return (
    <div className="heard">
      <p>
        <Tag>{cutLabels[cut]}</Tag>
        {heardOn} {exemption === null ? hearingWayLabels[way] : `${exemptionLabels[exemption]}，免听取`}
        {heardName !== '' && ` ${heardName}${relation === '' ? '' : `（${relation}）`}`}
        {heard.hasFile && (
          <Button type="link" size="small" onClick={() => download.mutate({ hearingId: heard.hearingId })}>
            看签字件
          </Button>
        )}
      </p>
      {said !== '' && <p>意见：{said}</p>}
      {heard.attempts.map(({ on, how }) => (
        <p key={`${on}${how}`}>
          {on} {how}
        </p>
      ))}
      {answer !== '' && <p>{way === 'not-reached' || way === 'exempt' ? answer : `答复：${answer}`}</p>}
      {cut === 'reduce' && heard.amountFen !== null && <p>当时是 {formatYuan(heard.amountFen)} 元</p>}
      <p className="quiet">
        {heard.recordedBy} {instantText(heard.recordedAt)} 登记
      </p>
      {download.isError && <ProblemAlert problem={problemOf(download.error)} />}
    </div>
  )
}
