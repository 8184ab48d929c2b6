import { expect, test } from 'vitest'
import { paidOutcome } from '../../src-main/domain/paid-outcome.ts'

test.each([
  [{ paidState: '成功' }, 'paid', ''],
  [{ paidState: '已到账' }, 'paid', ''],
  [{ paidState: '是' }, 'paid', ''],
  [{ paidState: '不成功', failure: '户名不符' }, 'failed', '户名不符'],
  [{ paidState: '未到账' }, 'failed', '未到账'],
  [{ paidState: '否' }, 'failed', '否'],
  [{ failure: '账户已销户' }, 'failed', '账户已销户'],
  [{ paidState: '停发', failure: '本人死亡' }, 'stopped', '本人死亡'],
  [{ remark: '发放失败，卡已挂失' }, 'failed', '发放失败，卡已挂失'],
  [{ remark: '2025年起停发' }, 'stopped', '2025年起停发'],
  [{ remark: '五保户' }, 'unsaid', ''],
  [{ paidState: '成功', remark: '上年退回，已补发' }, 'paid', ''],
  [{ paidState: '待发' }, 'unsaid', '待发'],
])('a roll that says %j means %s', (words, outcome, why) => {
  expect(paidOutcome({ paidState: '', failure: '', remark: '', ...words })).toEqual({ outcome, why })
})
