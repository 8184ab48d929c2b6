import type { Grid } from './grid.ts'

/** Where a head may stand. */
const headLines = 15
const linesLookedAt = 50

const result =
  /^(代发|发放|处理|交易|支付|入账|扣款|付款|转账)?(结果|状态|标志)$|^是否(成功|入账|到账)$|^成功标志$/
const reasonOrDay =
  /(失败|退票|退汇|退回|拒付|不成功|错误)(原因|信息|说明)|^(入账|交易|处理|记账|到账)(日期|时间)$/
const account = /账号|帐号|卡号|账户|一卡通/
/** What a bank does not know: a roll of a former year, the township's or the platform's, may tell of results, too. */
const ofATownship = /村|社区|组|面积|亩|户主|标准|与户主关系|补贴项目|项目名称|享受/

/**
 * 银行反馈 — the bank's word on who was paid, with a head or as lines without one. It looks like a roll and is none:
 * whoever was not paid stands on it, too.
 */
export function isBankFeedback(grid: Grid): boolean {
  return hasItsHead(grid) || hasItsLines(grid)
}

function hasItsHead({ texts }: Grid): boolean {
  return texts.slice(0, headLines).some((line) => {
    const heads = line.map((text) => text.replace(/\s/g, '')).filter((text) => text !== '')
    const has = (what: RegExp) => heads.some((head) => what.test(head))
    return has(result) && has(reasonOrDay) && has(account) && !has(ofATownship)
  })
}

/** Name, ID number, account, sums, then codes and the bank's reasons: a line says what it is by itself. */
function hasItsLines({ texts }: Grid): boolean {
  const lines = texts.filter((line) => line.some((text) => text !== '')).slice(0, linesLookedAt)
  const paid = lines.filter((line) => {
    const sums = line.filter((text) => /^\d+\.\d{2}$/.test(text)).length
    const hasAccount = line.some((text) => /^\d{15,21}$/.test(text) && !/^\d{17}[\dX]$/.test(text))
    return line.length >= 8 && /^\d{17}[\dXx]$/.test(line[1] ?? '') && hasAccount && sums >= 2
  })
  const coded = paid.filter((line) => line.some((text) => /^[A-Z]{1,2}\d{0,2}$/.test(text)))
  return lines.length > 0 && paid.length === lines.length && coded.length === lines.length
}
