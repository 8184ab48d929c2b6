const fieldLabels: Readonly<Record<string, string>> = {
  name: '姓名',
  relation: '与户主关系',
  ethnicity: '民族',
  hukouKind: '户口性质',
  phone: '联系电话',
  householdId: '所在户',
  householderId: '户主',
}

/** Values a clerk may read as they are; others are only said to have changed. */
const shown = new Set(['name', 'relation', 'ethnicity', 'hukouKind'])

/** What one change of a value says in the history of a household. */
export function changeSentence(change: {
  readonly field: string
  readonly oldValue: string | null
  readonly newValue: string | null
}): string {
  const label = fieldLabels[change.field] ?? change.field
  if (!shown.has(change.field)) return `${label}已变更`
  return `${label}：${change.oldValue ?? '（空）'} → ${change.newValue ?? '（空）'}`
}
