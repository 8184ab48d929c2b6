import { PrinterOutlined } from '@ant-design/icons'
import { App, Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { eventLabels, outcomeLabels } from '../../../../src-main/wording/event-sentences.ts'
import { useHasRole } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useFileDownload } from '../../../api/use-file-download.ts'
import { problemText } from '../../../components/problem-text.ts'
import { instantText } from '../../../format/instant.ts'
import type { Household } from '../household.ts'

type Event = Household['events'][number]

/** 家庭事件 — what the household went through, what became of its records, and the sheet to sign. */
export function EventTab({ household }: { readonly household: Household }): ReactNode {
  return (
    <Table<Event>
      rowKey="eventId"
      size="small"
      pagination={false}
      dataSource={household.events}
      locale={{ emptyText: '没有登记过家庭事件' }}
      columns={[
        { title: '编号', dataIndex: 'serial', width: 92 },
        { title: '事项', width: 84, render: (_, event) => eventLabels[event.kind] },
        { title: '发生日期', dataIndex: 'happenedOn', width: 100 },
        { title: '内容', width: 320, render: (_, event) => <What event={event} /> },
        { title: '事由、依据', render: (_, { reason, source }) => `${reason}（${source}）` },
        {
          title: '登记',
          width: 190,
          render: (_, { recordedBy, recordedAt }) => `${recordedBy} ${instantText(recordedAt)}`,
        },
        { title: '办理', width: 90, render: (_, event) => <PrintSheet event={event} /> },
      ]}
    />
  )
}

function What({ event }: { readonly event: Event }): ReactNode {
  return (
    <>
      {event.what}
      {event.otherHouseholdId !== null && (
        <>
          {' '}
          <Link to={`/register/${event.otherHouseholdId}`}>{event.otherHouseholdNo} 户</Link>
        </>
      )}
      {event.applications.map(({ applicationId, year, programmeName, outcome, until }) => (
        <div key={applicationId} className="quiet">
          {year} 年{programmeName}：{outcomeLabels[outcome]}
          {until !== null && `（${until}）`}
        </div>
      ))}
    </>
  )
}

function PrintSheet({ event }: { readonly event: Event }): ReactNode {
  const { message } = App.useApp()
  const mayPrint = useHasRole('clerk', 'reviewer', 'approver')
  const sheet = useFileDownload(client.household.eventSheet)
  if (!mayPrint) return null
  const failed = (error: Error): void => void message.error(problemText(problemOf(error)).what)
  return (
    <Button
      type="link"
      size="small"
      icon={<PrinterOutlined />}
      loading={sheet.isPending}
      onClick={() => sheet.mutate({ eventId: event.eventId }, { onError: failed })}
    >
      登记表
    </Button>
  )
}
