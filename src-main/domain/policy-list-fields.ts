import { type ListField, words } from './list-field.ts'

const field = (key: string, label: string, aliases: string, required = false): ListField => ({
  ...{ key, label, required },
  aliases: words(aliases),
})

/** 政策清单的列 — as finance bureaus head them; only the name must be there, what is missing stays empty. */
export const policyListFields: readonly ListField[] = [
  field('serial', '序号', '序号 编号 号'),
  field(
    'name',
    '补贴项目名称',
    '补贴项目名称 项目名称 补贴项目 补贴名称 政策名称 补贴政策名称 惠民惠农补贴项目 项目 政策项目 资金名称 补贴资金名称',
    true,
  ),
  field('department', '主管部门', '主管部门 业务主管部门 责任部门 主管单位 牵头部门 部门 实施部门 责任单位'),
  field(
    'beneficiaries',
    '补贴对象',
    '补贴对象 对象 发放对象 补助对象 享受对象 补贴范围及对象 补贴范围和对象 补贴对象及条件',
  ),
  field('rateText', '补贴标准', '补贴标准 标准 发放标准 补助标准 补贴标准及依据 补贴标准（元）'),
  field('unit', '计量单位', '计量单位 单位 补贴单位 计补单位 计算单位'),
  field('cycle', '发放周期', '发放周期 周期 发放时间 发放频次 补贴周期 兑付周期 发放方式及时间'),
  field(
    'basis',
    '政策依据',
    '政策依据 依据 文件依据 政策文件 文件名称及文号 政策文件名称 文号 政策依据及文号',
  ),
  field('phone', '咨询电话', '咨询电话 联系电话 电话 咨询及监督电话 政策咨询电话 主管部门电话'),
]
