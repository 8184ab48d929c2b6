/** Why a sheet line is no person, in words. */
const labels: Readonly<Record<string, string>> = {
  blank: '空行',
  subtotal: '小计行',
  total: '合计行',
  signature: '签章行',
  title: '标题行',
  note: '说明行',
  numbering: '栏次行',
  'repeated-header': '重复的表头',
}

export function skippedLabel(why: string): string {
  return labels[why] ?? '非数据行'
}
