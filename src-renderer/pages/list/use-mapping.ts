import { useEffect, useState } from 'react'
import { useJob, type Job } from '../../api/use-job.ts'
import type { Plan, PlannedSheet, Stage } from './stage.ts'

export interface Mapping {
  readonly plan: Plan
  readonly isChanged: boolean
  readonly remap: Job<'list.remap'>
  change(values: Partial<Plan>): void
  changeSheet(sheet: string, values: Partial<PlannedSheet>): void
  /** One field goes to one column: another that had it is left without. */
  setField(sheet: string, column: number, field: string | null): void
  say(field: string, word: string, meaning: string): void
  apply(): void
  reset(): void
}

/** The plan as the clerk is changing it; what was typed stays until it is judged or given up. */
export function useMapping(stage: Stage): Mapping {
  const [plan, setPlan] = useState(stage.plan)
  const remap = useJob('list.remap')
  const done = remap.result
  useEffect(() => {
    if (done !== undefined) remap.clear()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it has been judged again
  }, [done])
  const changeSheet = (name: string, values: Partial<PlannedSheet>): void =>
    setPlan((now) => ({
      ...now,
      sheets: now.sheets.map((sheet) => (sheet.sheet === name ? { ...sheet, ...values } : sheet)),
    }))
  return {
    plan,
    isChanged: JSON.stringify(plan) !== JSON.stringify(stage.plan),
    remap,
    change: (values) => setPlan((now) => ({ ...now, ...values })),
    changeSheet,
    setField: (name, column, field) => {
      const sheet = plan.sheets.find((one) => one.sheet === name)
      if (sheet === undefined) return
      const fields = sheet.fields.map((known, at) => (at === column ? field : known === field ? null : known))
      changeSheet(name, { fields })
    },
    say: (field, word, meaning) =>
      setPlan((now) => ({
        ...now,
        said: { ...now.said, [field]: { ...now.said[field], [word]: meaning } },
      })),
    apply: () => remap.start({ stageId: stage.stageId, plan }),
    reset: () => setPlan(stage.plan),
  }
}
