import {
  accountNo,
  address,
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
import {
  disabilityKinds,
  disabilityLevels,
  reliefChanges,
  reliefClasses,
  reliefKinds,
  selfCareLevels,
  sexes,
  supportModes,
} from './list-words.ts'

const certificateNo: ListField = {
  key: 'certificateNo',
  label: '残疾人证号',
  aliases: words(
    '残疾人证号 残疾证号 残疾证号码 残疾人证号码 残疾证编号 残疾人证 残疾证 残疾人证编号 残疾人证件号 残疾人证件号码 持证号 残疾人证件编号 证书编号 残疾证件号 残疾人证书编号',
  ),
  required: true,
  looks: 'certificate',
}
const disabilityKind: ListField = {
  key: 'disabilityKind',
  label: '残疾类别',
  aliases: words('残疾类别 残疾类型 残疾种类 类别 残疾 残别 残疾类别名称 残疾类别及类型 残疾状况 类型'),
  required: false,
  words: disabilityKinds,
}
const disabilityLevel: ListField = {
  key: 'disabilityLevel',
  label: '残疾等级',
  aliases: words('残疾等级 等级 残疾级别 级别 残级 残疾程度 残疾等级名称'),
  required: false,
  words: disabilityLevels,
}

/** 残疾人证名单 — the number is the ID number, the kind and the level in one. */
export const fieldsOfCertificates: readonly ListField[] = [
  {
    ...personName,
    aliases: [...personName.aliases, ...words('残疾人姓名 残疾人 持证人姓名 持证人')],
  },
  certificateNo,
  {
    ...personId,
    required: false,
    orElse: [],
    aliases: [...personId.aliases, ...words('残疾人身份证号 残疾人身份证号码')],
  },
  disabilityKind,
  disabilityLevel,
  {
    key: 'expiresOn',
    label: '有效期至',
    aliases: words(
      '有效期至 有效期 有效期止 有效期限 证件有效期 到期日期 截止日期 失效日期 有效期截止 到期时间 有效截止日期 有效日期 证件有效期至 证件到期日期 有效期截止日期 有效期结束日期 残疾证有效期',
    ),
    required: false,
    looks: 'day',
  },
  {
    key: 'issuedOn',
    label: '发证日期',
    aliases: words(
      '发证日期 办证日期 签发日期 首次发证日期 发证时间 办证时间 领证日期 批准日期 初次发证日期 评残日期 有效期起 有效期自',
    ),
    required: false,
    looks: 'day',
  },
  { key: 'sex', label: '性别', aliases: words('性别'), required: false, words: sexes },
  { ...address, aliases: [...address.aliases, ...village.aliases] },
  phone,
  remark,
]

/** 低保、特困等社会救助名单: households or people, as they stand or as they change. */
export const fieldsOfRelief: readonly ListField[] = [
  {
    key: 'reliefKind',
    label: '救助类别',
    aliases: words(
      '救助类别 救助类型 保障类型 救助项目 业务类型 对象类别 对象类型 救助种类 家庭类型 困难类型 救助业务类型 家庭类别 人员类型 人员类别 业务类别 享受救助类型',
    ),
    required: false,
    words: reliefKinds,
  },
  village,
  group,
  personName,
  personId,
  headName,
  headId,
  {
    key: 'reliefClass',
    label: '保障类别',
    aliases: words(
      '保障类别 类别 低保类别 分类 保障等级 施保类别 低保等级 保障档次 档次 分类施保 分类类别 低保分类 等级 救助等级',
    ),
    required: false,
    words: reliefClasses,
  },
  {
    key: 'householdSize',
    label: '家庭人口数',
    aliases: words('家庭人口数 家庭人口 家庭人数 人口数 户籍人口数 家庭总人口 家庭成员数 家庭总人数'),
    required: false,
    looks: 'number',
  },
  {
    key: 'insured',
    label: '保障人口',
    aliases: words(
      '保障人口 保障人数 享受人数 保障人口数 低保人口 低保人数 享受人口 救助人数 保障对象人数 施保人数 供养人数',
    ),
    required: false,
    looks: 'number',
  },
  {
    key: 'amount',
    label: '月保障金额',
    aliases: words(
      '月保障金额 保障金额 月保障金 低保金 月低保金 月救助金额 救助金额 金额 月发放金额 月补助金额 合计 发放金额 低保金额 异动金额 基本生活总费用 保障金 救助金 月金额 户月保障金额 月保障资金 月救助金 补助金额 月供养金额 供养金额 月享受金额 享受金额 保障金合计 月补差金额 补差金额',
    ),
    required: false,
    looks: 'number',
  },
  {
    key: 'careAmount',
    label: '照料护理费用',
    aliases: words('照料护理总费用 照料护理费 护理费 照料护理金额 护理费用 照料护理费用 照料护理补贴'),
    required: false,
    looks: 'number',
  },
  {
    key: 'since',
    label: '最初享受月份',
    aliases: words(
      '最初享受月份 享受开始时间 开始时间 享受开始月份 起始月份 纳入时间 纳入日期 批准时间 审批时间 享受起始时间 首次享受月份 开始享受时间 享受时间 审批日期 批准日期 确认时间 享受起始月份 纳入月份 开始月份 保障开始时间 享受开始日期 起始时间',
    ),
    required: false,
    looks: 'day',
  },
  {
    key: 'until',
    label: '取消时间',
    aliases: words(
      '取消时间 停发时间 停发月份 取消日期 退出时间 终止时间 取消月份 停保时间 停保月份 享受结束时间 结束时间 终止日期 退出日期 停发日期',
    ),
    required: false,
    looks: 'day',
  },
  {
    key: 'change',
    label: '异动类型',
    aliases: words('异动类型 变动类型 变更类型 异动原因 异动类别 变动原因 变动情况 异动情况 变更原因'),
    required: false,
    words: reliefChanges,
  },
  {
    key: 'supportMode',
    label: '供养方式',
    aliases: words('供养方式 供养形式 供养类型 供养类别'),
    required: false,
    words: supportModes,
  },
  {
    key: 'selfCare',
    label: '生活自理能力',
    aliases: words(
      '生活自理能力 自理能力 生活自理能力等级 自理状况 失能等级 自理情况 护理等级 自理能力等级 照料护理等级',
    ),
    required: false,
    words: selfCareLevels,
  },
  {
    key: 'relation',
    label: '与户主关系',
    aliases: words('与户主关系 关系 户主关系 家庭关系 与户主的关系 与申请人关系 与户主或申请人关系'),
    required: false,
  },
  { key: 'sex', label: '性别', aliases: words('性别'), required: false, words: sexes },
  { ...certificateNo, required: false },
  { ...disabilityKind, aliases: disabilityKind.aliases.filter((alias) => /残/.test(alias)) },
  { ...disabilityLevel, aliases: disabilityLevel.aliases.filter((alias) => /残/.test(alias)) },
  {
    key: 'school',
    label: '在读学校',
    aliases: words('在读学校 就读学校 学校 学校名称 在校情况'),
    required: false,
  },
  { key: 'employer', label: '在职单位', aliases: words('在职单位 工作单位 就业单位 单位'), required: false },
  accountNo,
  payeeName,
  payeeId,
  bankName,
  address,
  phone,
  remark,
]
