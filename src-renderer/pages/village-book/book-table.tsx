import { Button, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { shortInstantText } from '../../format/instant.ts'
import type { ChosenVillages, VillageBooks } from './use-chosen-villages.ts'

interface Props {
  readonly villages: readonly VillageBooks[] | undefined
  readonly isOfRound: boolean
  readonly choice: ChosenVillages
  onShow(returnId: string): void
}

type Returned = VillageBooks['books'][number]['returns'][number]

export function BookTable({ villages, isOfRound, choice, onShow }: Props): ReactNode {
  const save = useFileDownload(client.villageBook.file)
  const mayIssue = useHasRole('clerk')
  const maySave = useHasRole('clerk', 'auditor')
  return (
    <>
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
      <Table
        className="book-table"
        rowKey="villageCode"
        loading={villages === undefined}
        dataSource={villages ?? []}
        pagination={false}
        {...(mayIssue
          ? {
              rowSelection: {
                selectedRowKeys: choice.chosen,
                onChange: (keys: React.Key[]) => choice.choose(keys.map(String)),
              },
            }
          : {})}
        columns={[
          { title: '村', dataIndex: 'villageName', width: 110 },
          {
            title: isOfRound ? '走访户' : '在册户',
            width: 70,
            align: 'right',
            render: (_, row: VillageBooks) => countText(row.tasks),
          },
          {
            title: '发出',
            width: 380,
            render: (_, row: VillageBooks) =>
              row.books.map((book) => (
                <div key={book.bookId} className="book-line">
                  第 {book.edition} 版 {book.code} · {countText(book.people)} 人 · {book.issuedBy}{' '}
                  {shortInstantText(book.issuedAt)}
                  {maySave && (
                    <Button type="link" onClick={() => save.mutate({ bookId: book.bookId })}>
                      另存
                    </Button>
                  )}
                </div>
              )),
          },
          {
            title: '交回',
            render: (_, row: VillageBooks) =>
              row.books
                .flatMap((book) => book.returns)
                .map((one) => <ReturnLine key={one.returnId} one={one} onShow={onShow} />),
          },
        ]}
      />
    </>
  )
}

function ReturnLine({ one, onShow }: { readonly one: Returned; onShow(returnId: string): void }): ReactNode {
  return (
    <div className="book-line">
      <Button type="link" onClick={() => onShow(one.returnId)}>
        {shortInstantText(one.readAt)} {one.filledBy || '未写填表人'}
      </Button>
      增 {one.added} · 变 {one.changed} · 减 {one.removed}{' '}
      {one.open > 0 ? <Tag color="warning">待定 {one.open}</Tag> : <Tag color="success">已办完</Tag>}
      <span className="quiet">
        采 {one.accepted} 不采 {one.refused} 没有变 {countText(one.same)}
      </span>
    </div>
  )
}
