import type { RecheckRule } from '../../../src-main/domain/recheck.ts'

export const recheckAmong: Record<RecheckRule['among'], string> = {
  all: '全部记录',
  'new-or-more': '新增和面积增加的',
}

export function recheckRuleText({ percent, perVillage, among, kin }: RecheckRule): string {
  const relatives = kin ? '村干部、经办人近亲属逐户查' : ''
  if (percent === 0 && perVillage === 0) return relatives || '条款不要求抽查'
  const share = percent > 0 ? `每村抽 ${percent}%` : ''
  const least = perVillage > 0 ? `每村至少 ${perVillage} 笔` : ''
  const sample = `${[share, least].filter((part) => part !== '').join('，')}（${recheckAmong[among]}）`
  return [sample, relatives].filter((part) => part !== '').join('；')
}
