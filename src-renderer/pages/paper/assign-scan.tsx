import { useQuery } from '@tanstack/react-query'
import { Button, Form, InputNumber, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { paperKindLabels } from '../../../src-main/wording/paper-labels.ts'
import { calls, client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWho } from '../../app/who.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { HouseholdChoice } from './household-choice.tsx'
import type { ScanRow } from './paper-row.ts'

interface Props {
  readonly row: ScanRow
  readonly roundId: string
}
interface Typed {
  readonly householdId?: string
  readonly documentId: string
  readonly pageNo: number
  readonly statedOn?: string
}

/** 人工归位 — the household first, then which of its pages; or the paper and page as the foot of the sheet says. */
export function AssignScan({ row, roundId }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button type={row.state === 'tray' ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {row.state === 'attached' ? '改归…' : '归位…'}
      </Button>
      {isOpen && <AssignForm row={row} roundId={roundId} onClose={() => setOpen(false)} />}
    </>
  )
}

function AssignForm({ row, roundId, onClose }: Props & { onClose(): void }): ReactNode {
  const { state } = useWho()
  const [form] = Form.useForm<Typed>()
  const papers = useQuery(calls.paper.list.queryOptions({ input: { roundId } }))
  const assign = useCommand(client.paper.assign)
  const householdId = Form.useWatch('householdId', form)
  const documentId = Form.useWatch('documentId', form)
  const current = papers.data?.filter((paper) => paper.status === 'current') ?? []
  const paper = current.find((one) => one.documentId === documentId)
  const choosePage = (place: { documentId: string; pageNo: number }): void => form.setFieldsValue(place)
  return (
    <Modal
      open
      // The foot of the sheet has to be read while this is filled in: the picture on the right stays in sight.
      mask={false}
      style={{ marginLeft: 190 }}
      title={`归位 ${row.fileName}${row.filePages > 1 ? ` 第${row.filePage}页` : ''}`}
      okText="归位"
      cancelText="取消"
      confirmLoading={assign.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Typed>
        form={form}
        labelCol={{ flex: '86px' }}
        requiredMark={false}
        onFinish={({ householdId: of, ...typed }) =>
          assign.mutate(
            {
              scanId: row.scanId,
              version: row.version,
              ...typed,
              ...(paper?.blank && of !== undefined ? { householdId: of } : {}),
            },
            { onSuccess: onClose, onError: markFields(form) },
          )
        }
      >
        <Form.Item name="householdId" label="哪一户">
          <HouseholdChoice />
        </Form.Item>
        {householdId !== undefined && (
          <PagesOf roundId={roundId} householdId={householdId} onChoose={choosePage} />
        )}
        <Form.Item
          name="documentId"
          label="纸件"
          rules={[{ required: true, message: '请选纸件，编号在页脚' }]}
        >
          <Select
            placeholder="按页脚的编号选"
            showSearch={{ optionFilterProp: 'label' }}
            options={current.map((one) => ({
              value: one.documentId,
              label: `${one.serial} ${one.villageName}${paperKindLabels[one.kind]}${one.blank ? '（空白）' : ''}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="pageNo"
          label="第几页"
          {...(paper ? { extra: `共 ${paper.pages} 页，看图上页脚` } : {})}
          rules={[{ required: true, message: '请填页码' }]}
        >
          <InputNumber min={1} max={paper?.pages ?? 9_999} precision={0} />
        </Form.Item>
        {row.timeSource !== 'taken' && (
          <Form.Item name="statedOn" label="签字日期" extra="图上没有拍摄时间；知道日期的填，会标明“自述”。">
            <DayInput until={state.today} />
          </Form.Item>
        )}
        {assign.isError && <ProblemAlert problem={problemOf(assign.error)} />}
      </Form>
    </Modal>
  )
}

interface PagesProps {
  readonly roundId: string
  readonly householdId: string
  onChoose(place: { documentId: string; pageNo: number }): void
}

/** Where this household stands on paper; pages that are still out come first to hand. */
function PagesOf({ roundId, householdId, onChoose }: PagesProps): ReactNode {
  const lines = useQuery(calls.paper.pagesOf.queryOptions({ input: { roundId, householdId } }))
  if (lines.data?.length === 0)
    return <p className="quiet">这一户没有预填的纸件；写在空白表上的，选空白表和页码。</p>
  return (
    <div className="pages-of">
      {lines.data?.map(({ documentId, serial, firstPage, lastPage, returnedPages }) =>
        Array.from({ length: lastPage - firstPage + 1 }, (_, at) => firstPage + at).map((pageNo) => (
          <Button key={`${serial}-${pageNo}`} onClick={() => onChoose({ documentId, pageNo })}>
            {serial} 第{pageNo}页{returnedPages.includes(pageNo) && '（已有）'}
          </Button>
        )),
      )}
    </div>
  )
}
