import type { MustVisitReason } from '../domain/must-visit.ts'
import type { VisitState } from '../domain/visit-state.ts'
import { dayInWords } from './sentence.ts'

/** 走访状态 */
export const visitStateLabels: { readonly [S in VisitState]: string } = {
  unvisited: '未访',
  visited: '已访',
  away: '外出',
  refused: '拒访',
  'not-found': '查无此人',
}

/** 必访原因 in words. */
export function mustVisitText({ code, name, note }: MustVisitReason): string {
  switch (code) {
    case 'previous-failed':
      return `${name}上年发放失败${noted(note)}`
    case 'previous-stopped':
      return `${name}上年停发或中止${noted(note)}`
    case 'previous-recovered':
      return `${name}上年被追缴${noted(note)}`
    case 'previous-declined':
      return `${name}上年初审不通过`
    case 'head-died':
      return `户主${name}已死亡${note === '' ? '（日期不详）' : `（${dayInWords(note)}）`}`
    case 'beneficiary-died':
      return `${name}已死亡${note === '' ? '（日期不详）' : `（${dayInWords(note)}）`}`
    case 'householder-missing':
      return '户主待补'
    case 'marked':
      return note
  }
}

function noted(note: string): string {
  return note === '' ? '' : `（${note}）`
}
