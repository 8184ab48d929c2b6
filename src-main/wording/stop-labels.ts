import type { StopKind, StopReason } from '../domain/stop.ts'

export const stopKindLabels: Readonly<Record<StopKind, string>> = { stop: '停发', suspend: '中止' }

/** domain.md §2.3 */
export const stopReasonLabels: Readonly<Record<StopReason, string>> = {
  death: '去世',
  'moved-away': '户籍迁出本县',
  'identity-cancelled': '身份资格取消',
  'enjoyed-twice': '重复享受',
  waived: '自愿放弃',
  'not-found': '查找不到本人',
  'no-longer-eligible': '信息更正后不符合条件',
  'policy-changed': '政策调整',
  'monthly-check-failed': '不符合每月认证要求',
  other: '其他',
}

export const stopStateLabels = { proposed: '待第二人确认', confirmed: '已确认', declined: '未同意' } as const
