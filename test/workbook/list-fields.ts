import type { WantedField } from '../../src-main/workbook/table-read.ts'

export function aField(
  key: string,
  label: string,
  aliases: readonly string[] = [],
  required = false,
): WantedField {
  return { key, label, aliases, required }
}

export const name = aField('name', '姓名', ['户主姓名', '承包方代表'], true)
export const idNumber = aField(
  'idNumber',
  '身份证号码',
  ['公民身份号码', '证件号码', '身份证号', '户主身份证号'],
  true,
)
export const village = aField('village', '村', ['村委会', '村名', '行政村'])
export const areaMu = aField('area', '补贴面积', ['面积'])
export const amountYuan = aField('amount', '补贴金额', ['金额'])
export const account = aField('account', '账号', ['银行账号', '一卡通账号'])

export const rollFields = [village, name, idNumber, areaMu, amountYuan, account]
