import type { BackPayReason } from '../domain/back-pay.ts'

export const backPayLabels: Readonly<Record<BackPayReason, string>> = {
  'not-registered-in-time': '未及时登记',
  'not-found': '查找不到本人',
  'out-of-touch': '短暂失联',
  other: '其他',
}
