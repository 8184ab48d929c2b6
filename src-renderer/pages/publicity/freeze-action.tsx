import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole, useWho } from '../../app/who.tsx'
import { useJob } from '../../api/use-job.ts'
import type { ReadyVillage } from './publicity-village.ts'

/** 冻结名单 — every village that is through review and has its statement; from then on its lines are fixed. */
export function FreezeAction({
  programmeCode,
  ready,
}: {
  readonly programmeCode: string
  readonly ready: readonly ReadyVillage[]
}): ReactNode {
  const { year } = useWho()
  const freeze = useJob('publicity.freeze')
  const { modal } = App.useApp()
  const mayFreeze = useHasRole('clerk')
  const able = ready.filter((village) => village.verified && village.waiting === 0)
  const rest = ready.length - able.length
  const ask = (): void =>
    void modal.confirm({
      title: `冻结 ${able.length} 个村的公示名单？`,
      content: (
        <>
          <p>冻结后这些村的名单和金额不再变动；要改只能撤下公示，重新冻结、张贴、计日。</p>
          {rest > 0 && <p className="explain">另有 {rest} 个村还没审完或缺核实说明，这次不冻结。</p>}
        </>
      ),
      okText: '冻结',
      cancelText: '取消',
      onOk: () =>
        freeze.start({ programmeCode, year, villageCodes: able.map((village) => village.villageCode) }),
    })
  if (!mayFreeze) return null
  return (
    <>
      {(able.length > 0 || freeze.isRunning) && (
        <Button type="primary" loading={freeze.isRunning} onClick={ask}>
          冻结 {able.length} 个村名单
        </Button>
      )}
    </>
  )
}
