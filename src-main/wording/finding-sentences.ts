import { checkTitle } from '../domain/checks/check-titles.ts'
import { formatMu } from '../domain/area.ts'
import type { Finding } from '../domain/finding.ts'
import { formatYuan } from '../domain/money.ts'
import { type Facts, list, nameNote, number, type Read, text } from './finding-facts.ts'
import { ruleFindings } from './rule-finding-sentences.ts'
import { dayInWords, listed } from './sentence.ts'

export interface FindingSentence {
  readonly title: string
  readonly detail: string
}

const details: Readonly<Record<string, Read>> = {
  ...ruleFindings,
  C01: (facts) =>
    `${dayInWords(text(facts, 'deathDate'))}死亡（按死亡人员名单）${nameNote(facts)}。${deathFollows(facts)}`,
  C03: (facts) =>
    `同一身份证号本期有 ${number(facts, 'lines')} 笔${villagesNote(facts)}${aliasNote(facts)}。请核实是否重复申报，属实的合并或退回。`,
  C05: (facts) =>
    `尾号 ${text(facts, 'accountTail')} 的账号由 ${number(facts, 'people')} 人共用：${listed(list(facts, 'names'))}。请核对各人本人账户；代领的须有授权委托。`,
  C06: (facts) =>
    `本人本期有 ${number(facts, 'accounts')} 个账号（尾号 ${list(facts, 'accountTails').join('、')}）。请核实用哪一个，其余停用。`,
  C08: (facts) => `尾号 ${text(facts, 'accountTail')} 的卡号校验不过，可能抄错一位。请对照卡面核对。`,
  C09: () => '原表是 15 位老证号，已自动升为 18 位。请见到本人证件时核对。',
  C10: capDetail,
  C11: (facts) =>
    `在财政供养人员名单上${placeNote(facts)}${nameNote(facts)}。是否可以享受按政策核实，并写明意见。`,
  C17: otherMoney,
  C26: () => '这一户还没有户主，请在户籍里关联户主。',
}

/** What a finding says to the clerk: its title, and the facts with what to do. */
export function findingSentence({ check, facts }: Pick<Finding, 'check' | 'facts'>): FindingSentence {
  const detail = Object.hasOwn(details, check) ? details[check]?.(facts) : undefined
  return { title: checkTitle(check), detail: detail ?? '请核实并写明意见。' }
}

function otherMoney(facts: Facts): string {
  switch (facts['kind']) {
    case 'standard':
      return otherStandard(facts)
    case 'amount-undecided':
      return `按今年的标准定不了金额，缺：${(facts['missing'] as string[]).join('、')}。先按名册的金额；补齐后重新检查，或写明按哪一档。`
    case 'amount-other':
      return `现在是 ${formatYuan(number(facts, 'amountFen'))} 元，按现行标准应为 ${formatYuan(number(facts, 'computedFen'))} 元（${text(facts, 'how')}）。请点“按现行标准重算”，再审核。`
    default:
      return printedAmount(facts)
  }
}

function printedAmount(facts: Facts): string {
  const [printed, computed] = ['printedAmountFen', 'rollAmountFen'].map((key) =>
    formatYuan(number(facts, key)),
  )
  return `原表印的是 ${printed} 元，面积乘标准是 ${computed} 元。请核实面积和标准以哪个为准。`
}

function otherStandard(facts: Facts): string {
  return `名册上的标准是 ${text(facts, 'lineRateYuan')} 元，今年清单是 ${text(facts, 'rateYuan')} 元。分档的请核对档次，写明以哪个为准。`
}

function deathFollows(facts: Facts): string {
  const follows: Readonly<Record<string, string>> = {
    'change-householder': '地还在户里的，请先变更户主和收款人；绝户的停发。',
    stop: '请核实后停发。',
    'stop-next-month': '请核实，从死亡次月起停发。',
    'extend-months': '按政策延发期满后停发，请核实期限。',
  }
  return follows[text(facts, 'consequence')] ?? '请核实。'
}

function capDetail(facts: Facts): string {
  if (facts['kind'] === 'no-land-right') return '在土地确权台账里没有找到本人，面积上限无从核对。'
  const lines = number(facts, 'lines') > 1 ? `${number(facts, 'lines')} 笔合计` : '申报'
  const [area, cap, over] = ['areaCentiMu', 'capCentiMu', 'overCentiMu'].map((key) =>
    formatMu(number(facts, key)),
  )
  return `${lines} ${area} 亩，确权可补上限 ${cap} 亩，多出 ${over} 亩。请核实流转、代耕和不予补贴面积。`
}

function villagesNote(facts: Facts): string {
  return number(facts, 'villages') > 1 ? `，分在 ${number(facts, 'villages')} 个村` : ''
}

function aliasNote(facts: Facts): string {
  const names = list(facts, 'names')
  return names.length > 1 ? `，写有不同姓名：${listed(names)}` : ''
}

function placeNote(facts: Facts): string {
  const place = [text(facts, 'employer'), text(facts, 'category')].filter((part) => part !== '')
  return place.length > 0 ? `（${place.join('，')}）` : ''
}
