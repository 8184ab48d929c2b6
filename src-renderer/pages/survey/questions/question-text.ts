import type { Condition } from '../../../../src-main/domain/survey-condition.ts'
import { choicesFor, type SurveyQuestion } from '../../../../src-main/domain/survey-question.ts'
import { choiceLabel } from '../../../../src-main/domain/survey-choice.ts'

export const typeLabels: { readonly [T in SurveyQuestion['type']]: string } = {
  'yes-no': '是／否',
  choice: '单选',
  number: '数字',
  area: '面积（亩）',
  money: '金额（元）',
  text: '文字',
  day: '日期',
}

const factLabels: Readonly<Record<string, string>> = {
  age: '年龄',
  sex: '性别',
  isHouseholder: '户主',
  hasLine: '在上年清册上',
  onDeathList: '在死亡名单上',
  onPayroll: '财政供养',
  members: '户内人数',
  areaMu: '上年面积',
}

/** 跳转 in words: when a question is asked. */
export function conditionText(condition: Condition, questions: readonly SurveyQuestion[]): string {
  if ('all' in condition) return condition.all.map((one) => conditionText(one, questions)).join('，且')
  if ('any' in condition) return condition.any.map((one) => conditionText(one, questions)).join('，或')
  if ('not' in condition) return `不是（${conditionText(condition.not, questions)}）`
  if ('answer' in condition) {
    const asked = questions.find(({ key }) => key === condition.answer)
    const answers = condition.is.map((value) => (asked ? choiceLabel(choicesFor(asked), value) : value))
    return `“${asked?.label ?? condition.answer}”答${answers.join('、')}`
  }
  const fact = factLabels[condition.fact] ?? condition.fact
  if ('is' in condition) return `${fact}为${condition.is.join('、')}`
  if (condition.most === undefined) return `${fact}不小于 ${String(condition.least ?? '')}`
  return `${fact} ${String(condition.least ?? '')}–${String(condition.most)}`
}

export function rangeText({ least, most }: SurveyQuestion): string {
  return least === undefined && most === undefined ? '' : `${String(least ?? '')}–${String(most ?? '')}`
}

/** Choices as lines of `是` — one a line; their codes are their places. */
export function choiceLines(question: SurveyQuestion): string {
  return (question.choices ?? []).map(({ label }) => label).join('\n')
}
