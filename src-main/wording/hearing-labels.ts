import type { Cut, Exemption, HearingWay } from '../domain/hearing.ts'

export const cutLabels: Readonly<Record<Cut, string>> = { stop: '停发', reduce: '调减' }

export const hearingWayLabels: Readonly<Record<HearingWay, string>> = {
  visit: '入户听取',
  office: '到乡镇当面听取',
  phone: '电话听取',
  'not-reached': '找不到本人',
  exempt: '免听取',
}

/** field-notes 23 */
export const exemptionLabels: Readonly<Record<Exemption, string>> = {
  death: '死亡',
  waived: '自愿放弃',
  'general-adjustment': '普调',
}
