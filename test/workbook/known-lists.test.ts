import { expect, test } from 'vitest'
import { type ListKind, listKinds, listKindTerms } from '../../src-main/domain/list-kind.ts'
import { delimitedGrid } from '../../src-main/workbook/delimited-grid.ts'
import { asKind, guessKind } from '../../src-main/workbook/guess-kind.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'

const kinds = listKinds.map((kind) => {
  const { fields, titles, telling } = listKindTerms[kind]
  return { kind, fields, titles, telling }
})

/** Cells as such a column has them: what a column is called must fit what stands in it. */
function cellOf(header: string, row: number): string {
  const name = ['张三', '李四', '王五六', '赵七'][row] ?? ''
  if (header === '证号') return `D00${row}`
  if (/残疾.*证号/.test(header)) return `${anIdNumber(row)}11`
  if (/姓名|户主$|户名$|名称$|哪位$/.test(header)) return name
  if (/身份证|证件号|身份号码|的号$/.test(header)) return anIdNumber(row)
  if (/账号|帐号|卡号|（折）号|（社保卡）号/.test(header)) return anAccountNo(row)
  if (/面积|亩数|金额|资金|标准|总额|费用|合计/.test(header)) return `${row + 2}.5`
  if (/日期|时间|月份/.test(header)) return `2026-0${row + 1}-05`
  return /村|社区/.test(header) ? '甘亭村' : `x${row}`
}

function read(fileName: string, headers: readonly string[]) {
  const lines = [headers, ...[0, 1, 2, 3].map((row) => headers.map((header) => cellOf(header, row)))]
  const grid = delimitedGrid(lines.map((line) => line.join(',')).join('\n'), '表')
  const books = kinds.map((wanted) => asKind([grid], wanted))
  const book = guessKind(books, fileName)
  const proposal = book?.sheets[0]?.proposal
  const fields = headers.map((_, column) => proposal?.header.fieldByColumn.get(column) ?? null)
  return { kind: book?.wanted.kind, missing: proposal?.header.missingRequired ?? [], fields }
}

/** Column sets that really occur, header=field, as other systems and townships write them. */
const lists: readonly (readonly [what: string, fileName: string, kind: ListKind, columns: string])[] = [
  [
    '平台补贴对象库',
    '补贴对象库导出.xlsx',
    'household-register',
    '农户编码=householdNo 户主姓名=headName 户主身份证=headId 姓名=name 身份证=idNumber 社保卡号= 乡镇= 村=village 组=group 性别=sex 电话=phone 年龄= 与户主关系=relation 开户银行=bankName 账户名称=payeeName 银行账号=accountNo 状态=state 备注=remark',
  ],
  [
    '平台发放明细',
    '发放明细.xlsx',
    'allowance-roll',
    '批次码= 支付状态=paidState 户主姓名=headName 户主身份证=headId 收款人姓名=payeeName 收款人身份证=payeeId 银行账号=accountNo 开户行=bankName 村=village 组=group 享受人姓名=name 享受人身份证=idNumber 电话=phone 现居住地=address 月标准=rate 金额=amount 支付失败原因=failure',
  ],
  [
    '低保户异动表',
    '低保异动.xlsx',
    'social-relief',
    '姓名=name 身份证号=idNumber 异动类型=change 性别=sex 一卡通户名=payeeName 户名身份证号=payeeId 一卡通账号=accountNo 财政代码= 异动金额=amount 开始时间=since 取消时间=until 地址=address 备注=remark',
  ],
  [
    '惠农桌面老系统',
    '补贴发放.xls',
    'allowance-roll',
    '补贴对象姓名=name 账户名=payeeName 身份证号=idNumber 家庭地址=address 联系电话=phone 银行账号=accountNo 补贴数量=quantity 补贴标准=rate 补贴金额=amount 备注=remark 扩展1=',
  ],
  [
    '面积工具',
    '耕地地力导入.xlsx',
    'farmland-roll',
    '身份证号*=idNumber 姓名*=name 计入超限面积=area 不计入超限面积=uncappedArea 承包地面积= 代耕代种面积= 不予补贴面积= 发放金额=amount 银行卡号=accountNo 打款日期= 所在村=village 所在组=group 备注=remark 代领备注=',
  ],
  [
    '社会救助系统的家庭导出',
    '特困人员家庭查询_1.xlsx',
    'social-relief',
    '户主姓名=name 户主身份证号=idNumber 家庭人口数=householdSize 供养方式=supportMode 户籍类型= 照料护理总费用=careAmount 分类施保总额= 合计=amount 证号= 电话=phone 户籍住址=address 所属省= 所属社区=village 最初享受月份=since 开户银行=bankName 银行账户名称=payeeName 一卡通账号=accountNo',
  ],
  [
    '社会救助系统的人员导出',
    '特困人员人员查询_1.xlsx',
    'social-relief',
    '姓名=name 证件号码=idNumber 户主姓名=headName 户主身份证号=headId 与户主关系=relation 残疾证号=certificateNo 残疾类别=disabilityKind 残疾等级=disabilityLevel 生活自理能力=selfCare 参保类型= 在读学校=school 在职单位=employer 救助类型=reliefKind',
  ],
  [
    '名称少见的清册',
    '地力补贴.xlsx',
    'farmland-roll',
    '所在行政村名称=village 组名=group 村民姓名=name 居民身份证号码（18位）=idNumber 补助面积(亩)=area 打卡账号=accountNo 补助金额合计=amount',
  ],
  [
    '带监护人的清册',
    '地力补贴.xlsx',
    'farmland-roll',
    '行政村=village 承包农户姓名=name 承包农户身份证号=idNumber 享受补贴面积=area 收款账户账号=accountNo 收款账户户名=payeeName 监护人姓名= 监护人身份证号=',
  ],
  [
    '流转台账',
    '流转.xlsx',
    'land-transfers',
    '行政村=village 承包方（转出）姓名=name 承包方身份证号=idNumber 受让方（转入）名称=takerName 受让方证件号=takerId 流转亩数=area 流转期限=term 补贴归属=subsidyTo',
  ],
]

test.each(lists)('%s is known for what it is, column by column', (_, fileName, kind, text) => {
  const columns = text.split(' ').map((column) => column.split('=') as [string, string])

  const found = read(
    fileName,
    columns.map(([header]) => header),
  )

  expect(found.kind).toBe(kind)
  expect(found.missing).toEqual([])
  expect(columns.map(([header], at) => `${header}=${found.fields[at] ?? ''}`)).toEqual(text.split(' '))
})

test('a head nobody has names for is found by what stands below it', () => {
  const { kind, fields } = read('低保.xlsx', ['哪位', '本人的号', '低保类别'])

  expect({ kind, fields }).toEqual({ kind: 'social-relief', fields: ['name', 'idNumber', 'reliefClass'] })
})

test('nobody else’s name or number is taken for the person’s', () => {
  const { fields } = read('死亡.xlsx', [
    '姓名',
    '身份证号',
    '死亡日期',
    '配偶姓名',
    '联系人姓名',
    '监护人身份证号',
  ])

  expect(fields).toEqual(['name', 'idNumber', 'deathDate', null, null, null])
})
