import { FolderOpenOutlined, ImportOutlined, UsbOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { useHasRole, useWho } from '../../../app/who.tsx'
import { calls, client } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { askAgain } from '../../../api/query-client.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useFilePick } from '../../../api/use-file-pick.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { ReceiveOutcome } from './receive-outcome.tsx'

/** 交换文件夹 — the stick or folder between the machines, and taking in what lies there. */
export function ExchangeBar({ onReceived }: { onReceived?(): void }): ReactNode {
  const folder = useQuery({ ...calls.fieldwork.folder.queryOptions(), enabled: useHasRole('clerk') })
  const pick = useFilePick('package')
  const receive = useJob('fieldwork.receive')
  useTold(receive.result, onReceived)
  if (!useHasRole('clerk')) return null
  const { data } = folder
  const one = (): void =>
    pick.mutate(undefined, {
      onSuccess: (file) => file !== null && receive.start({ fileToken: file.token }),
    })
  return (
    <section className="exchange" aria-label="交换文件夹">
      <div className="round-line">
        <span>
          交换文件夹：
          {data?.folder == null ? (
            <span className="explain">还没有选（U 盘或共享文件夹）</span>
          ) : (
            <b title={data.folder}>{data.folder}</b>
          )}
          {data?.folder != null && !data.isThere && <span className="must"> 找不到，U 盘没有插好？</span>}
        </span>
        <FolderChoice />
        <Button
          type="primary"
          icon={<ImportOutlined />}
          disabled={data?.isThere !== true}
          loading={receive.isRunning}
          onClick={() => receive.start({ folder: true })}
        >
          从文件夹接收{data?.isThere === true && `（${String(data.packages)} 个包）`}
        </Button>
        <Button loading={pick.isPending} disabled={receive.isRunning} onClick={one}>
          接收一个文件…
        </Button>
      </div>
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      <JobProgress title="正在接收" view={receive.view} onCancel={receive.cancel} onClose={receive.clear} />
      {receive.result && <ReceiveOutcome files={receive.result.files} onClose={receive.clear} />}
    </section>
  )
}

/** What the job has brought is on other pages as well. */
function useTold(result: object | undefined, onReceived: (() => void) | undefined): void {
  const told = useRef(result)
  useEffect(() => {
    if (result === undefined || told.current === result) return
    told.current = result
    void askAgain()
    onReceived?.()
  })
}

/** A desktop has its own dialog; in a browser the sticks that are plugged in are listed. */
function FolderChoice(): ReactNode {
  const { state } = useWho()
  const choose = useCommand(client.fieldwork.chooseFolder)
  const dialog = useMutation({ mutationFn: () => client.file.pickFolder() })
  const drives = useMutation({ mutationFn: () => client.file.drives() })
  const byDialog = (): void =>
    dialog.mutate(undefined, {
      onSuccess: (picked) => picked !== null && choose.mutate({ folderToken: picked.token }),
    })
  const failed = [choose, dialog, drives].find((one) => one.isError)
  return (
    <>
      {state.carrier === 'electron' ? (
        <Button icon={<FolderOpenOutlined />} loading={dialog.isPending} onClick={byDialog}>
          选择…
        </Button>
      ) : (
        <Dropdown
          trigger={['click']}
          onOpenChange={(isOpen) => isOpen && drives.mutate()}
          menu={{
            items:
              drives.data?.length === 0
                ? [{ key: '', label: '没有看到 U 盘，请插好再点一次', disabled: true }]
                : (drives.data ?? []).map(({ token, name }) => ({ key: token, label: name })),
            onClick: ({ key }) => choose.mutate({ folderToken: key }),
          }}
        >
          <Button icon={<UsbOutlined />} loading={drives.isPending}>
            选 U 盘
          </Button>
        </Dropdown>
      )}
      {failed && <ProblemAlert problem={problemOf(failed.error)} />}
    </>
  )
}
