import type { ReactNode } from 'react'
import { useEntryPlace } from './entry-context.ts'
import { EntryField } from './entry-field.tsx'

/** 户 — who heads it, which group, where; what seldom changes. */
export function HouseholdLine(): ReactNode {
  const { sheet } = useEntryPlace()
  const head = sheet.value('household', 'household.householder')
  return (
    <section className="household-line" data-section="household" aria-label="户">
      <label>
        户主
        <EntryField subject="household" field="household.householder" label="户主序号" className="w-no" />
        <b>{head ? sheet.value(head, 'person.name') : <span className="explain">待补</span>}</b>
      </label>
      <label>
        小组
        <EntryField subject="household" field="household.group" label="村民小组" className="w-group" />
      </label>
      <label className="grow">
        住址
        <EntryField subject="household" field="household.address" label="住址" />
      </label>
    </section>
  )
}
