import { codeOfRemark } from './must-visit.ts'

/** 到账情况 — what a roll says became of a payment; most rolls say nothing, and then nothing is claimed. */
export type PaidOutcome = 'paid' | 'failed' | 'stopped' | 'unsaid'

interface RollWords {
  /** 发放结果 as the list has it. */
  readonly paidState: string
  /** 失败原因 */
  readonly failure: string
  readonly remark: string
}

const stopped = /停发|中止|暂停|停付|取消/
const failed = /失败|退汇|退回|退票|未到账|未成功|不成功|未支付|未发|未打|不符|销户|挂失|冻结|^[否×]$/
const paid = /成功|已发|已支付|已打款|已到账|到账|已付|正常|^[是√]$/

/** The list's own column is asked first, then what the township wrote into the remark. */
export function paidOutcome({ paidState, failure, remark }: RollWords): {
  readonly outcome: PaidOutcome
  readonly why: string
} {
  const said = `${paidState} ${failure}`.trim()
  const why = failure === '' ? paidState : failure
  if (failed.test(paidState)) return { outcome: 'failed', why }
  if (stopped.test(said)) return { outcome: 'stopped', why }
  if (failure !== '') return { outcome: 'failed', why }
  if (paid.test(paidState)) return { outcome: 'paid', why: '' }
  const code = codeOfRemark(remark)
  if (code === 'previous-failed') return { outcome: 'failed', why: remark }
  if (code === 'previous-stopped') return { outcome: 'stopped', why: remark }
  return { outcome: 'unsaid', why: paidState }
}
