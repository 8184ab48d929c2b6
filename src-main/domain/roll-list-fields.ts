import {
  accountNo,
  address,
  asRequired,
  bankName,
  group,
  headId,
  headName,
  type ListField,
  payeeId,
  payeeName,
  personId,
  personName,
  phone,
  remark,
  village,
  words,
} from './list-field.ts'

const area: ListField = {
  key: 'area',
  label: '补贴面积',
  aliases: words(
    '补贴面积 面积 核定面积 核定补贴面积 核实面积 耕地面积 补贴亩数 亩数 申报面积 应补面积 享受面积 补贴数量 数量 计入超限面积 发放面积 实际补贴面积 ' +
      '补贴耕地面积 种植面积 实补面积 应享受面积 补助面积 可补贴面积 确认面积 审核面积 补贴面积合计 补贴总面积 地亩数 应补贴面积 享受补贴面积 耕地亩数 合计面积 面积合计',
  ),
  required: true,
  looks: 'number',
}

const rate: ListField = {
  key: 'rate',
  label: '补贴标准',
  aliases: words(
    '补贴标准 标准 亩均标准 每亩标准 补助标准 亩补贴标准 单价 发放标准 亩均补贴标准 亩标准 每亩补贴标准 月标准 月补贴标准 每月标准 年标准 保障标准 ' +
      '人均标准 补贴单价 每亩补贴 月发放标准 月补助标准 月人均标准 补贴标准每亩',
  ),
  required: false,
  looks: 'number',
}

const amount: ListField = {
  key: 'amount',
  label: '补贴金额',
  aliases: words(
    '补贴金额 金额 发放金额 补助金额 应发金额 实发金额 应补金额 合计金额 补贴资金 补贴款 应补贴金额 发放资金 补助资金 实补金额 补贴总额 补助款 ' +
      '月补贴金额 本次发放金额 本月发放金额 应发放金额 发放额 补贴额 代发金额 合计 总金额 补贴合计 金额合计 拨付金额 兑付金额 发放金额合计 应享受金额 补贴资金额 打款金额 月金额 本月金额 发放数额 补贴资金合计 应补资金 应发资金 实发资金 到户金额 补助金额合计 补贴金额合计 兑付资金',
  ),
  required: false,
  looks: 'number',
}

/** 耕地地力保护补贴发放清册 */
export const fieldsOfRoll: readonly ListField[] = [
  village,
  group,
  { ...personName, label: '姓名' },
  personId,
  headName,
  headId,
  area,
  {
    key: 'uncappedArea',
    label: '不计入超限面积',
    aliases: words('不计入超限面积 不计超限面积'),
    required: false,
    looks: 'number',
  },
  rate,
  amount,
  asRequired(accountNo),
  payeeName,
  payeeId,
  bankName,
  phone,
  remark,
]

/** 补贴发放名册 of any programme, as paid in a former year or month; also 平台花名册 and 平台发放明细. */
export const fieldsOfAllowanceRoll: readonly ListField[] = [
  village,
  group,
  personName,
  personId,
  headName,
  headId,
  {
    key: 'category',
    label: '补贴项目',
    aliases: words(
      '补贴项目 补贴类别 项目名称 补贴名称 发放项目 补贴类型 项目 补贴种类 补助项目 补贴项目名称 补助类别 资金名称 补助名称 救助类型 发放类别 享受补贴类别 补贴项目类别 补助类型 享受项目 补贴类型名称',
    ),
    required: false,
  },
  {
    key: 'certificateNo',
    label: '证件编号',
    aliases: words(
      '残疾人证号 残疾证号 残疾证号码 残疾人证号码 残疾证编号 残疾人证 残疾证 证书编号 优抚证号 退役证号 残疾人证件号',
    ),
    required: false,
    looks: 'certificate',
  },
  {
    ...area,
    key: 'quantity',
    label: '数量',
    aliases: [
      ...area.aliases,
      ...words(
        '人数 月数 补贴月数 享受月数 发放月数 头数 株数 台数 户数 补贴人数 享受人数 保障人数 保障人口 个数',
      ),
    ],
    required: false,
  },
  rate,
  amount,
  accountNo,
  payeeName,
  payeeId,
  bankName,
  {
    key: 'paidState',
    label: '发放结果',
    aliases: words('发放结果 支付状态 发放状态 打款状态 支付结果 是否发放 到账状态'),
    required: false,
  },
  {
    key: 'failure',
    label: '失败原因',
    aliases: words('失败原因 支付失败原因 发放失败原因 退回原因 停发原因'),
    required: false,
  },
  phone,
  address,
  remark,
]
