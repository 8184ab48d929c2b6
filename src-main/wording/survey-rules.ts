/** Why a value of a visit is not taken, said under its field. */
export const surveyRuleSentences: Readonly<Record<string, string>> = {
  'code-unknown': '没有这个选项，请按提示的编号填写',
  'phone-not-a-number': '不是电话号码，应为 7 至 13 位数字',
  'not-a-number': '不是数字',
  'too-many-decimals': '小数位数太多',
  'below-least': '太小，请核对',
  'above-most': '太大，请核对',
  'same-as-visitor': '两名调查员不能是同一个人',
}
