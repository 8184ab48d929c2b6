import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFilePick } from '../../api/use-file-pick.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { SecrecyNotice } from '../../components/secrecy-notice.tsx'

interface Props {
  readonly roundId: string | null
  readonly isOpen: boolean
  readonly villageCodes: string[]
  onShow(returnId: string): void
}

/** 发 and 收 — for the villages that are ticked, and for any file a village brings. */
export function BookActions({ roundId, isOpen, villageCodes, onShow }: Props): ReactNode {
  const mayWork = useHasRole('clerk')
  const issue = useJob('villageBook.issue')
  if (!mayWork) return null
  return (
    <>
      <div className="line">
        <Button
          type="primary"
          icon={<DownloadOutlined />}
          loading={issue.isRunning}
          disabled={!isOpen || villageCodes.length === 0}
          onClick={() => issue.start({ roundId, villageCodes })}
        >
          发工作簿（{villageCodes.length} 个村）
        </Button>
        <TakeIn onShow={onShow} />
      </div>
      <p className="quiet">
        表里证号、账号、电话只印后四位，变了的填到“新号”格；用 U 盘交村，不要用微信、QQ 传。
        <SecrecyNotice />
      </p>
      <JobProgress title="正在发工作簿" view={issue.view} onCancel={issue.cancel} onClose={issue.clear} />
      {issue.result && <Issued result={issue.result} onClose={issue.clear} />}
    </>
  )
}

interface IssuedProps {
  readonly result: NonNullable<ReturnType<typeof useJob<'villageBook.issue'>>['result']>
  onClose(): void
}

function Issued({ result, onClose }: IssuedProps): ReactNode {
  return (
    <Alert
      type="success"
      showIcon
      title={`已发 ${result.books.length} 个村的工作簿，请逐个另存。`}
      description={
        <>
          <div className="buttons">
            {result.books.map(({ bookId, villageName, edition, people, file }) => (
              <Button key={bookId} onClick={() => void saveFile(file)}>
                {villageName} 第 {edition} 版（{people} 人）
              </Button>
            ))}
          </div>
          {result.empty.length > 0 && <p>没有户，没有发：{result.empty.join('、')}</p>}
        </>
      }
      closable={{ onClose }}
    />
  )
}

function TakeIn({ onShow }: { onShow(returnId: string): void }): ReactNode {
  const [filledBy, setFilledBy] = useState('')
  const pick = useFilePick('spreadsheet')
  const read = useJob('villageBook.read')
  const returnId = read.result?.returnId
  useEffect(() => {
    if (returnId === undefined) return
    read.clear()
    onShow(returnId)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- leads on once, when the file is read
  }, [returnId])
  return (
    <>
      <Button
        icon={<UploadOutlined />}
        loading={pick.isPending || read.isRunning}
        onClick={() =>
          pick.mutate(undefined, {
            onSuccess: (file) => file && read.start({ fileToken: file.token, filledBy }),
          })
        }
      >
        收工作簿…
      </Button>
      <label>
        填表人{' '}
        <Input
          style={{ width: 150 }}
          maxLength={20}
          placeholder="表里没写时填"
          value={filledBy}
          onChange={(event) => setFilledBy(event.target.value)}
        />
      </label>
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      <JobProgress title="正在读工作簿" view={read.view} onCancel={read.cancel} onClose={read.clear} />
    </>
  )
}
