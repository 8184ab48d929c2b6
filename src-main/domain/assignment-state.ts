/** 任务状态 — 发出, 已领, 部分返回, 已返回, 已收回, 已转派. */
export const assignmentStates = [
  'sent',
  'taken',
  'partly-returned',
  'returned',
  'taken-back',
  'reissued',
] as const
export type AssignmentState = (typeof assignmentStates)[number]

export interface AssignmentProgress {
  readonly ended: 'taken-back' | 'reissued' | null
  readonly takenAt: string | null
  readonly tasks: number
  readonly returned: number
}

/** Follows from what is known alone, so that no package can leave it wrong. */
export function assignmentState({ ended, takenAt, tasks, returned }: AssignmentProgress): AssignmentState {
  if (ended !== null) return ended
  if (returned > 0) return returned >= tasks ? 'returned' : 'partly-returned'
  return takenAt === null ? 'sent' : 'taken'
}

/** Whether somebody is out with its households now. */
export function isOut(progress: AssignmentProgress): boolean {
  const state = assignmentState(progress)
  return state !== 'taken-back' && state !== 'reissued' && state !== 'returned'
}
