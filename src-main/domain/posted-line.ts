import type { UnmaskedLine } from './masking.ts'
import { isByStandard } from './money.ts'

/** What of an application a notice is made from. */
export interface PostedApplication {
  readonly groupName: string
  readonly name: string
  readonly idNumber: string
  readonly areaCentiMu: number
  /** Null where it is paid by land. */
  readonly quantityCenti: number | null
  readonly rateYuan: string | null
  readonly amountFen: number
}

/** 不张榜的项目 — 事实无人抚养儿童: 为保护儿童隐私，不设置公示环节 (domain.md §1.3); orphans likewise until a county says otherwise. */
export const neverPosted: readonly string[] = ['MZ07', 'MZ08']

/** One line before masking: area by land, elsewhere how many of the unit where it is not one. */
export function postedLine(application: PostedApplication, lineNo: number, unit: string): UnmaskedLine {
  const { groupName, name, idNumber, areaCentiMu, quantityCenti, rateYuan, amountFen } = application
  const isLand = quantityCenti === null
  return {
    ...{ lineNo, group: groupName, name, idNumber, amountFen },
    areaCentiMu: isLand ? areaCentiMu : null,
    rateText: rateYuan ?? '',
    note: isLand || quantityCenti === 100 ? '' : `${String(quantityCenti / 100)}${countedIn(unit)}`,
  }
}

/** By land this year's standard makes every amount; elsewhere each line's own step stands, which review has looked at. */
export function isAmountCurrent(application: PostedApplication, standardYuan: string | null): boolean {
  if (application.quantityCenti === null) return isByStandard(application, standardYuan)
  return standardYuan !== null && application.rateYuan !== null
}

/** 人·月 counts months, 头 heads. */
function countedIn(unit: string): string {
  const last = unit.split(/[·/／]/).at(-1) ?? ''
  return last === '月' ? '个月' : last
}
