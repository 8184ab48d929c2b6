import type { AssignmentState } from '../domain/assignment-state.ts'
import type { FoundStatus } from '../domain/found-household.ts'

export const assignmentStateLabels: { readonly [S in AssignmentState]: string } = {
  sent: '发出',
  taken: '已领',
  'partly-returned': '部分返回',
  returned: '已返回',
  'taken-back': '已收回',
  reissued: '已转派',
}

/** Where a value stands among the others given for a field. */
export const standingLabels = { current: '现用', rival: '待裁定', former: '被取代' } as const

/** What became of a household met at the door. */
export function foundStatusText({
  status,
  isNew,
}: {
  readonly status: FoundStatus
  readonly isNew: boolean
}): string {
  if (status === 'taken') return isNew ? '收作新户' : '已并入'
  return status === 'open' ? '待定' : '先不收'
}

interface Outcome {
  readonly outcome: 'applied' | 'known' | 'held' | 'own' | 'for-another' | 'quarantined'
  readonly kind: string | null
  readonly machineName: string
  readonly sequence: number | null
  readonly households: number
  readonly edits: number
  readonly newEdits: number
  readonly evidence: number
  readonly found: number
  readonly newConflicts: number
}

/** What became of one file, in a line; a refused one says why by its problem instead. */
export function outcomeText(file: Outcome): string {
  const whose = `${file.machineName}第 ${String(file.sequence ?? 0)} 号`
  switch (file.outcome) {
    case 'applied':
      return file.kind === 'survey-assignment'
        ? `已领取任务（第 ${String(file.sequence ?? 0)} 号）：${String(file.households)} 户，带来已有录入 ${String(file.edits)} 项`
        : `${whose}已合并：${mergedText(file)}`
    case 'known':
      return `${whose}以前收过，没有重复写入`
    case 'held':
      return `${whose}是登记吊销以后到的，先放着，等人决定收不收`
    case 'own':
      return '本机自己写出的包，略过'
    case 'for-another':
    case 'quarantined':
      return ''
  }
}

/** What a merged package brought. */
export function mergedText(
  merged: Pick<Outcome, 'households' | 'newEdits' | 'evidence' | 'found' | 'newConflicts'>,
): string {
  const parts = [`${String(merged.households)} 户`, `新录入 ${String(merged.newEdits)} 项`]
  if (merged.evidence > 0) parts.push(`附件 ${String(merged.evidence)} 个`)
  if (merged.found > 0) parts.push(`新遇到的户 ${String(merged.found)} 户`)
  if (merged.newConflicts > 0) parts.push(`新冲突 ${String(merged.newConflicts)} 处`)
  return parts.join('，')
}
