import { Button } from 'antd'
import type { ReactNode } from 'react'
import { programmeCode } from '../../app/use-step-counts.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { useJob } from '../../api/use-job.ts'
import type { ReadyVillage } from './publicity-village.ts'

/** 冻结名单 — every village that is through review and has its statement; from then on its lines are fixed. */
export function FreezeAction({ ready }: { readonly ready: readonly ReadyVillage[] }): ReactNode {
  const { year } = useWho()
  const freeze = useJob('publicity.freeze')
  const mayFreeze = useHasRole('clerk')
  const able = ready.filter((village) => village.verified && village.waiting === 0)
  if (!mayFreeze) return null
  return (
    <>
      {(able.length > 0 || freeze.isRunning) && (
        <Button
          type="primary"
          loading={freeze.isRunning}
          onClick={() =>
            freeze.start({ programmeCode, year, villageCodes: able.map((village) => village.villageCode) })
          }
        >
          冻结 {able.length} 个村名单
        </Button>
      )}
    </>
  )
}
