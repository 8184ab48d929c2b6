import { Button } from 'antd'
import type { ReactNode } from 'react'
import { problemOf } from '../../../api/problem-of.ts'
import { useFilePick } from '../../../api/use-file-pick.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { FormDesk } from './form-desk.tsx'

/** 套表 — another office's form: chosen here, filled with ours, given back in their own layout. */
export function FormTab(): ReactNode {
  const read = useJob('form.read')
  const pick = useFilePick('spreadsheet')
  const choose = (): void =>
    pick.mutate(undefined, { onSuccess: (file) => file && read.start({ fileToken: file.token }) })
  return (
    <>
      <div className="line">
        <Button
          type={read.result === undefined ? 'primary' : 'default'}
          loading={read.isRunning}
          onClick={choose}
        >
          {read.result === undefined ? '选对方的表…' : '换一张表…'}
        </Button>
        <span className="quiet">
          {read.result === undefined
            ? '上级或别的部门发来的 xlsx 表，照它的样子填：版式、边框、公式都不动；填法会记住，下次同样的表自动对好。'
            : `《${read.result.fileName}》`}
        </span>
      </div>
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      <JobProgress title="正在读取" view={read.view} onCancel={read.cancel} onClose={read.clear} />
      {read.result && <FormDesk key={deskKey(read.result)} view={read.result} read={read} />}
    </>
  )
}

function deskKey({
  stageId,
  sheet,
  header,
}: NonNullable<ReturnType<typeof useJob<'form.read'>>['result']>): string {
  return `${stageId}|${sheet}|${header.join('-')}`
}
