import type { RecheckRule } from '../../../src-main/domain/recheck.ts'

export const recheckAmong: Record<RecheckRule['among'], string> = {
  all: '全部记录',
  'new-or-more': '新增和面积增加的',
}

export function recheckRuleText({ percent, perVillage, among }: RecheckRule): string {
  if (percent === 0 && perVillage === 0) return '条款不要求抽查'
  const share = percent > 0 ? `每村抽 ${percent}%` : ''
  const least = perVillage > 0 ? `每村至少 ${perVillage} 笔` : ''
  return `${[share, least].filter((part) => part !== '').join('，')}（${recheckAmong[among]}）`
}
