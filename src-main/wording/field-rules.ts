import { rowRuleSentences } from './row-rules.ts'
import { surveyRuleSentences } from './survey-rules.ts'

/** Why the core refused what stands in one field of a form, as the page says it under the field. */
const fieldRuleSentences: Readonly<Record<string, string>> = {
  ...rowRuleSentences,
  ...surveyRuleSentences,
  required: '请填写',
  'phone-not-a-number': '电话只写数字，手机 11 位，座机带区号',
  'credit-code-length': '统一社会信用代码应为 18 位',
  'with-new-account': '开户行要和新账号一起填；这个账号已登记的，开户行以登记的为准',
  unknown: '不在可选的范围内，请重新选择',
  'too-long': '太长，请缩短',
  'is-past': '已经过去，请填今天或以后的日子',
  'not-before-posted': '早于张贴日，请填实际收到的日子',
  'not-before-received': '早于收到异议的日子，请填实际核查的日子',
  'no-such-line': '公示件上没有这一行，请照公示件的序号填',
  'two-people': '须是两个不同的人',
  'not-in-future': '晚于今天，请填实际的日子',
  'not-before-frozen': '早于名单冻结的日子；冻结前张贴的不算，请填实际张贴的日子',
  'not-dead': '登记簿和死亡名单里都没有这个人去世；确已去世的，先在户情变动里登记死亡',
  'not-general': '普调只是统一降低标准：停发、或这一户面积少了，都要听取本人意见',
  'too-few-days': '至少写两个不同日子，各是怎么找的',
  'after-hearing': '晚于登记的日期，请核对',
  'not-in-register': '不在册：已注销、迁出或死亡，或还没有归户',
  'no-month-left': '今年没有可发的月份：受理的次月起才发，要补发以前月份的选“补发”',
  'no-back-pay': '从这个月起本来就发，不用补发',
  'before-due': '实停不能早于应停：没有多发的，两个月份填一样',
  'more-than-owed': '比还没有追缴的多，请核对',
  'months-backwards': '起始月份不能晚于截止月份',
  'before-start': '早于开始的日子',
  'more-than-area': '不能大于地块面积',
  'code-in-use': '这个代码已经登记过或正在使用',
  'before-birth': '早于本人的出生日期，请核对',
  'not-a-day': '不是一个日子，请按 2026-06-30 的样子填写',
  outside: '应在生成报送包之后、今天以前',
  'grants-form-no-block': '各岗位的范围要么都是全镇，要么是同样的村和项目',
  too_small: '没有填，或太短、太小',
  too_big: '太长或太大',
  invalid_type: '没有填，或填的不对',
  invalid_format: '格式不对',
}

export function fieldRuleText(rule: string): string {
  return Object.hasOwn(fieldRuleSentences, rule)
    ? (fieldRuleSentences[rule] ?? '')
    : '不符合要求，请核对后改正'
}
