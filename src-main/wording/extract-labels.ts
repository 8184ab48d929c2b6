import type { PersonStatus } from '../domain/extract-definition.ts'
import type { ExtractGrain } from '../domain/extract-field.ts'
import type { VisitState } from '../domain/visit-state.ts'

/** 口径 — what one line of a table is. */
export const grainLabels: { readonly [G in ExtractGrain]: string } = {
  person: '人（一人一行）',
  household: '户（一户一行）',
  application: '申报（一笔一行，同一人可有几笔）',
  roster: '历年清册（一笔一行）',
}

export const personStatusLabels: { readonly [S in PersonStatus]: string } = {
  registered: '在册',
  cancelled: '注销',
  'moved-out': '迁出',
  dead: '死亡',
}

export const sexLabels = { male: '男', female: '女' } as const

/** 走访情况 */
export const visitStateLabels: { readonly [S in VisitState]: string } = {
  unvisited: '未访',
  visited: '已访',
  away: '外出',
  refused: '拒访',
  'not-found': '查无此人',
}
