import type { RowRule } from '../domain/row-rule.ts'

/** Why a line comes back, as the reject sheet says it beside the cell. */
export const rowRuleSentences: { readonly [R in RowRule]: string } = {
  'id-missing': '没有填身份证号，请按本人证件填写',
  'id-precision-lost': '身份证号被表格当成数字保存，末几位已丢失，请按原证件重新填写为文本',
  'id-checksum': '身份证号校验位不对，多半是抄错一位，请按本人证件核对',
  'id-birth-date': '身份证号里的出生日期不存在，请按本人证件核对',
  'id-length': '身份证号应为 18 位（老证 15 位），位数不对或夹有其他字符，请按本人证件填写',
  'name-missing': '没有填姓名，请补上',
  'name-not-a-name': '姓名一栏不是姓名（只有数字、符号或像公式），请按本人证件填写',
  'account-missing': '没有填账号，请填写本人社会保障卡或存折账号',
  'account-scientific': '账号被表格变成了科学计数（如 6.23E+18），原号已丢失，请按卡面重新填写为文本',
  'account-precision-lost': '账号被表格当成数字保存，末几位已丢失，请按卡面重新填写为文本',
  'account-length': '账号位数不对，应为 10 至 30 位数字，请按卡面或存折核对',
  'account-not-digits': '账号里有数字以外的字符，请按卡面或存折核对',
  'area-missing': '没有填面积，请补上；确实为零的填 0',
  'area-not-number': '面积不是数字，请填写亩数，如 3.50',
  'area-negative': '面积是负数，请核对后填写实际亩数',
  'area-too-precise': '面积超过两位小数，请按 0.01 亩填写，系统不代为取舍',
  'sex-differs': '性别与身份证号不一致，已按身份证号登记，请核对',
  'birth-date-differs': '出生日期与身份证号不一致，已按身份证号登记，请核对',
  'birth-date-unreadable': '出生日期读不出来，已按身份证号登记',
  'amount-mismatch': '原表金额不等于面积乘标准，已按面积乘标准重算，原数留存备查',
  'amount-not-number': '原表金额不是数字，已按面积乘标准重算',
  'rate-not-number': '补贴标准不是数字，请按数字填写，如 67.03',
  'day-missing': '没有填日期，请补上',
  'day-unreadable': '日期读不出来，请按 2026-06-30 的样子填写',
  'village-missing': '没有填村，请补上村名',
  'village-unknown':
    '这个村在本乡镇的区划里找不到，或对得上不止一个村，请写全称（如“甘亭村委会”）或 12 位代码',
  'id-listed-twice': '这个身份证号在本表前面已经出现过，请核对是否重复登记或抄错',
  'already-on-roll': '这一行与已导入的同年清册完全相同，没有重复录入',
  'word-unknown': '有的字样不知道是什么意思，请在“值对应”里说明，或改成通行的说法',
  'certificate-missing': '没有填残疾人证号，请按证件填写',
  'certificate-precision-lost': '残疾人证号被表格当成数字保存，末几位已丢失，请按证件重新填写为文本',
  'certificate-length': '残疾人证号应为身份证号加类别、等级两位，共 20 位，请按证件核对',
  'certificate-id-wrong': '残疾人证号前 18 位不是有效的身份证号，请按证件核对',
  'certificate-differs': '类别、等级或身份证号与残疾人证号不一致，已按证号登记，请核对',
  'expiry-missing': '没有填有效期，或读不出来，请按证件核对',
  'relief-kind-unknown': '看不出是低保、特困还是其他救助，请在对应关系里指定',
  'programme-unknown': '看不出是哪个补贴项目，请在“值对应”里指定',
  'amount-missing': '没有金额，也没有可算金额的标准和数量，按 0 元登记',
  'amount-unreadable': '金额不是数字，请核对',
  'amount-differs': '表上金额不等于标准乘数量，已按表上金额登记，请核对',
  'account-unusable': '账号位数不对或被表格改坏，没有登记这个账号，请按卡面核对',
  'payee-differs': '收款人不是本人，请核对代领、监护等依据',
  'term-missing': '没有起止日期，无法按时间比对，请补上',
  'term-unreadable': '起止日期读不出来或前后颠倒，请核对',
  'counterpart-missing': '没有写转入方，只能登记转出方这一头',
  'counterpart-unreadable': '转入方证件号不是有效的身份证号或统一社会信用代码，没有登记这个号，请核对',
  'object-void': '原系统里这个人的状态是作废，没有登记',
  'in-other-village': '这个人或这一户登记在不由您经办的村，请交由该村经办人或全镇经办人导入',
}

/** The same for a rule read back from storage. */
export function rowRuleText(rule: string): string {
  return rowRuleSentences[rule as RowRule] ?? '这一行不合要求，请按原件核对'
}
