import type { Office } from '../../src-main/demonstration/desk-work.ts'

/** 政策清单 — the year's list names the programme; typed by the clerk, put in force by the reviewer. */
export async function listInForce(
  { clerk, reviewer }: Pick<Office, 'clerk' | 'reviewer'>,
  { programmeCode, year }: { readonly programmeCode: string; readonly year: number },
): Promise<void> {
  const { name, department, unit, cycle } = (await clerk.programme.list({ year })).find(
    (one) => one.programmeCode === programmeCode,
  )!
  const words = { beneficiaries: '', rateText: '按当年文件执行', rateYuan: null, basis: '', phone: '' }
  const line = { name, department, unit, cycle, ...words }
  const { listId } = await clerk.policy.saveLine({ programmeCode, year, line, reason: '县清单' })
  await reviewer.policy.putInForce({ listId })
}
