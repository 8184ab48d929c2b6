import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { MachineKind } from '../../../src-main/domain/machine.ts'
import type { Outputs } from '../../api/calls.ts'
import { resumeJobs } from '../../api/job-shelf.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { SecrecyNotice } from '../../components/secrecy-notice.tsx'
import { DemonstrationPeople } from './demonstration-people.tsx'
import { RecoveryHalves } from './recovery-halves.tsx'
import { SetUpForm } from './set-up-form.tsx'
import './workstation.css'

/** 首次使用 — an own township, or a demonstration one to look around in. */
export function SetUpPage({ version }: { readonly version: string }): ReactNode {
  const [machine, setMachine] = useState<MachineKind>()
  const [made, setMade] = useState<Outputs['workstation']['setUp']>()
  const demonstration = useJob('workstation.fill-demonstration')
  useEffect(() => void resumeJobs(), [])
  if (made) return <RecoveryHalves made={made} />
  if (demonstration.result) return <DemonstrationPeople people={demonstration.result.people} />
  return (
    <div className="curtain">
      <main className="card wide">
        <h1>一卡通工作站 · 首次使用</h1>
        <p className="quiet">版本 {version} · 全部数据加密保存在本机，不需要网络。</p>
        <JobProgress
          title="正在准备演示数据"
          view={demonstration.view}
          onCancel={demonstration.cancel}
          onClose={demonstration.clear}
        />
        {machine ? (
          <SetUpForm machine={machine} onMade={setMade} onBack={() => setMachine(undefined)} />
        ) : (
          <Choice
            isBusy={demonstration.isRunning}
            onChoose={setMachine}
            onDemonstration={() => demonstration.start({})}
          />
        )}
        <SecrecyNotice />
      </main>
    </div>
  )
}

interface ChoiceProps {
  readonly isBusy: boolean
  onChoose(machine: MachineKind): void
  onDemonstration(): void
}

function Choice({ isBusy, onChoose, onDemonstration }: ChoiceProps): ReactNode {
  return (
    <>
      <p>
        <b>建立本乡镇的工作站</b>：选择乡镇，设系统管理员和办事人员，打印恢复纸。大约五分钟。
      </p>
      <p>
        <b>外业笔记本</b>：下乡入户用的机器，只做摸底调查。建好后要和办公室主机互相登记一次，才能领任务。
      </p>
      <p>
        <b>先看演示</b>
        ：用虚构的人员和清单建一个演示乡镇，各步骤都有数据可看。演示数据不能报送；以后换成正式使用要重新建立。
      </p>
      <div className="buttons">
        <Button type="primary" size="middle" disabled={isBusy} onClick={() => onChoose('office')}>
          建立本乡镇的工作站
        </Button>
        <Button size="middle" disabled={isBusy} onClick={() => onChoose('field')}>
          外业笔记本
        </Button>
        <Button size="middle" loading={isBusy} onClick={onDemonstration}>
          演示
        </Button>
      </div>
    </>
  )
}
