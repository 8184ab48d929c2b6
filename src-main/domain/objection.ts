/** 异议 — somebody says that a line of a notice is wrong; while it is open that line, and only that line, stands still. */
export const objectionWays = ['visit', 'phone', 'letter', 'code'] as const
export type ObjectionWay = (typeof objectionWays)[number]

/** 异议不成立 – the line goes on; 异议成立 – it comes off the notice and back to be corrected. */
export const objectionOutcomes = ['dismissed', 'upheld'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]

/** 公示结论 — how a notice ended (field-notes 32). */
export type NoticeEnding = 'no-objection' | 'dismissed' | 'corrected'

export interface ObjectionCounts {
  readonly open: number
  readonly dismissed: number
  readonly upheld: number
}

export function endingOf({ dismissed, upheld }: ObjectionCounts): NoticeEnding {
  if (upheld > 0) return 'corrected'
  return dismissed > 0 ? 'dismissed' : 'no-objection'
}

/** Who two people would have to be other than: those named among whoever entered, changed or reviewed the record. */
export function mustWithdraw(
  investigators: readonly string[],
  involved: readonly string[],
): readonly string[] {
  return investigators.filter((name) => involved.includes(name.trim()))
}
