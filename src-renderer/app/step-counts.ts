import type { Outputs } from '../api/calls.ts'

/** Where the work stands; what is not known yet, or not for this person, is undefined. */
export interface StepCounts {
  readonly programme: Outputs['programme']['list'][number] | undefined
  readonly register: Outputs['register']['summary'] | undefined
  readonly survey: Outputs['survey']['rounds'] | undefined
  readonly review: Outputs['review']['overview'] | undefined
  readonly publicity: Outputs['publicity']['list'] | undefined
  readonly packages: Outputs['package']['list'] | undefined
  readonly settings: Outputs['setting']['get'] | undefined
  readonly recipients: Outputs['package']['recipients'] | undefined
}

/** 摸底轮次 that are under way, whatever their programme. */
export function openRounds(counts: StepCounts): Outputs['survey']['rounds'] {
  return counts.survey?.filter((round) => round.status === 'open') ?? []
}

export function unvisitedTasks(counts: StepCounts): number {
  return openRounds(counts).reduce((sum, round) => sum + round.progress.unvisited, 0)
}

export function submittedRows(counts: StepCounts): number {
  return counts.review?.byStatus.find((sum) => sum.status === 'submitted')?.totals.rows ?? 0
}

export function returnedRows(counts: StepCounts): number {
  return counts.review?.byStatus.find((sum) => sum.status === 'returned')?.totals.rows ?? 0
}

export function approvedRows(counts: StepCounts): number {
  return counts.review?.byStatus.find((sum) => sum.status === 'approved')?.totals.rows ?? 0
}

/** 不公示 — the programme's terms let nothing of it hang. */
export function isUnposted({ programme }: StepCounts): boolean {
  return programme?.terms?.publicity.posted === false
}

export function publicityWith(counts: StepCounts, ...next: readonly string[]): number {
  return counts.publicity?.rows.filter((row) => next.includes(row.next)).length ?? 0
}

export function waitingForRelease(counts: StepCounts): number {
  return counts.packages?.filter((row) => row.status === 'built').length ?? 0
}
