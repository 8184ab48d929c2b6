import type { UnmaskedLine } from './masking.ts'
import type { AmountStep } from './standard.ts'

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
  /** JSON of the steps the amount is the sum of. */
  readonly steps: string
}

/** 不张榜的项目 — 事实无人抚养儿童: 为保护儿童隐私，不设置公示环节 (domain.md §1.3); orphans likewise until a county says otherwise. */
export const neverPosted: readonly string[] = ['MZ07', 'MZ08']

/** One line before masking: area by land, elsewhere how many of the unit where it is not one. */
export function postedLine(application: PostedApplication, lineNo: number, unit: string): UnmaskedLine {
  const { groupName, name, idNumber, areaCentiMu, quantityCenti, rateYuan, amountFen, steps } = application
  const isLand = quantityCenti === null
  return {
    ...{ lineNo, group: groupName, name, idNumber, amountFen },
    areaCentiMu: isLand ? areaCentiMu : null,
    rateText: rateYuan ?? '分段',
    note: [rateYuan === null ? stepsNote(steps) : '', isLand ? '' : countNote(quantityCenti, unit)]
      .filter((text) => text !== '')
      .join('；'),
  }
}

/** Which months at which standard; the tier's name stays inside: it may say what somebody is paid for. */
function stepsNote(steps: string): string {
  return (JSON.parse(steps) as AmountStep[])
    .map(({ fromMonth, toMonth, rateYuan }) => {
      const span = fromMonth === toMonth ? String(fromMonth) : `${String(fromMonth)}—${String(toMonth)}`
      return `${fromMonth === null ? '' : `${span}月`}${rateYuan}元`
    })
    .join('，')
}

function countNote(quantityCenti: number, unit: string): string {
  return quantityCenti === 100 ? '' : `${String(quantityCenti / 100)}${countedIn(unit)}`
}

/** 人·月 counts months, 头 heads. */
function countedIn(unit: string): string {
  const last = unit.split(/[·/／]/).at(-1) ?? ''
  return last === '月' ? '个月' : last
}
