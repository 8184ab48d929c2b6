import type { FigureReason, FigureStage } from '../domain/figures.ts'

export const figureLabels: Readonly<Record<FigureStage, string>> = {
  applied: '申报数',
  reviewed: '初审数',
  approved: '部门核定数',
  payable: '应发数',
  paid: '实发数',
}

export const figureReasonLabels: Readonly<Record<Exclude<FigureReason, ''>, string>> = {
  declined: '初审不通过',
  'quantity-corrected': '面积或数量更正',
  'standard-changed': '标准变动',
}
