import type { Condition } from '../domain/survey-condition.ts'
import { choicesFor, type SurveyQuestion } from '../domain/survey-question.ts'

const factLabels: Readonly<Record<string, string>> = {
  age: '年龄',
  sex: '性别',
  isHouseholder: '是户主',
  hasLine: '在上年清册',
  onDeathList: '在死亡名单',
  onPayroll: '在财政供养名单',
  members: '家庭人口',
  areaMu: '面积',
}
const valueLabels: Readonly<Record<string, string>> = { male: '男', female: '女', yes: '是', no: '否' }

/** A question as it stands on a form: `第2题`, `本户第2题`. */
export interface NumberedQuestion {
  readonly question: SurveyQuestion
  readonly no: string
}

/** 跳转条件 as a form prints it, by number and code: `第2题为2、3`. */
export function conditionText(condition: Condition, questions: readonly NumberedQuestion[]): string {
  if ('all' in condition) return condition.all.map((one) => conditionText(one, questions)).join('且')
  if ('any' in condition) return condition.any.map((one) => conditionText(one, questions)).join('或')
  if ('not' in condition) return `不是${conditionText(condition.not, questions)}`
  if ('answer' in condition) {
    const asked = questions.find(({ question }) => question.key === condition.answer)
    if (asked === undefined) return ''
    const choices = choicesFor(asked.question)
    const codes = condition.is.map((value) => choices.find((one) => one.value === value)?.code ?? value)
    return `${asked.no}为${codes.join('、')}`
  }
  const label = factLabels[condition.fact] ?? condition.fact
  if ('is' in condition)
    return `${label}${condition.is.map((value) => valueLabels[value] ?? value).join('、')}`
  const { least, most } = condition
  if (least !== undefined && most !== undefined) return `${label} ${least} 至 ${most}`
  return least !== undefined ? `${label}满 ${least}` : `${label}不超过 ${most ?? ''}`
}
