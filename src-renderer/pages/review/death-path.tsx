import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useHasRole } from '../../app/who.tsx'
import type { ReviewRecord } from './finding-detail.tsx'

const mayGoOn = new Set<ReviewRecord['status']>([
  'submitted',
  'returned',
  'approved',
  'publicizing',
  'publicized',
])

/** 户主死亡的出路 — the record is not corrected by hand: the death and who goes on are recorded with the household. */
export function DeathPath({ record }: { readonly record: ReviewRecord }): ReactNode {
  const isClerk = useHasRole('clerk')
  const { beneficiary, householdId, name, status } = record
  if (beneficiary.diedOn === null || !mayGoOn.has(status)) return null
  const isRecorded = beneficiary.status === 'dead'
  const dialog = isRecorded ? 'take-over' : 'death'
  return (
    <section className="death-path">
      <p className="must">
        {name}
        {isRecorded ? '已登记死亡' : '在死亡名单上'}（{beneficiary.diedOn}）。
      </p>
      {householdId === null && <p>还没有归户：先在“人口与账户”里关联到户，再办死亡和承接。</p>}
      {householdId !== null && isClerk && (
        <Link to={`/register/${householdId}?do=${dialog}&person=${beneficiary.personId}`}>
          {isRecorded ? '选承接人、核新卡，重新送审' : '办理死亡与承接：选承接人、核新卡，保留原案'}
        </Link>
      )}
      {householdId !== null && !isClerk && (
        <p className="quiet">由经办人在户页办理死亡与承接后，本笔会以承接人的名义重新送审。</p>
      )}
    </section>
  )
}
