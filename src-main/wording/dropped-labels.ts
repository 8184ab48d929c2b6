import type { DroppedWhy } from '../domain/dropped.ts'

export const droppedWhyLabels: Readonly<Record<DroppedWhy, string>> = {
  dead: '登记或名单上已死亡',
  'moved-out': '已迁出',
  cancelled: '已注销',
  'gave-up': '今年入户时说不再申报',
  'not-placed': '名册上没有村或账号，没能滚入',
  unknown: '没有记载，要核实',
}
