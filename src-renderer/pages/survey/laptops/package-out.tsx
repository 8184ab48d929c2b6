import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { calls, client } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useFileDownload } from '../../../api/use-file-download.ts'
import { useJob } from '../../../api/use-job.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'

/** A package that was made, on its way out: to the stick, read back before it counts, or saved by hand. */
export function PackageOut({ packageId }: { readonly packageId: string }): ReactNode {
  const folder = useQuery(calls.fieldwork.folder.queryOptions())
  const save = useFileDownload(client.fieldwork.sentFile)
  const write = useJob('fieldwork.write-out')
  return (
    <>
      {folder.data?.isThere === true && (
        <Button loading={write.isRunning} onClick={() => write.start({ packageId })}>
          写到 U 盘
        </Button>
      )}
      <Button loading={save.isPending} onClick={() => save.mutate({ packageId })}>
        另存
      </Button>
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
    </>
  )
}

/** Said once for the whole page: which file lies on the stick now, or why not. */
export function WrittenOut(): ReactNode {
  const write = useJob('fieldwork.write-out')
  if (write.problem) return <ProblemAlert problem={write.problem} onClose={write.clear} />
  if (write.result === undefined) return null
  return (
    <p className="outcomes ties" role="status">
      已写到 {write.result.folder}，文件“{write.result.fileName}”，读回核对一致。
      <Button onClick={write.clear}>知道了</Button>
    </p>
  )
}
