import {
  accountNo,
  address,
  bankName,
  group,
  headId,
  headName,
  type ListField,
  payeeName,
  personId,
  personName,
  phone,
  remark,
  village,
  words,
} from './list-field.ts'
import { objectStates, sexes } from './list-words.ts'

/** 户籍人口花名册, and 平台补贴对象库, which is one with accounts. */
export const fieldsOfRegister: readonly ListField[] = [
  {
    key: 'householdNo',
    label: '户编号',
    aliases: words(
      '户编号 户号 家庭编号 户口编号 农户编码 户编码 家庭户号 户籍号 户口簿编号 户口本编号 户口簿号 农户编号 户代码 家庭户编号 户口簿户号 户口号 户籍编号 家庭编码',
    ),
    required: false,
  },
  village,
  group,
  personName,
  {
    key: 'relation',
    label: '与户主关系',
    aliases: words(
      '与户主关系 关系 户主关系 家庭关系 与户主的关系 同户主关系 和户主关系 与户主之关系 成员关系 户主或与户主关系 与户主或本人关系 人员关系 与承包方代表关系 与户主是何关系',
    ),
    required: false,
  },
  { key: 'sex', label: '性别', aliases: words('性别 男女'), required: false, words: sexes },
  personId,
  {
    key: 'birthDate',
    label: '出生日期',
    aliases: words('出生日期 出生年月日 生日 出生年月 出生时间 生年月日 出生'),
    required: false,
    looks: 'day',
  },
  { key: 'ethnicity', label: '民族', aliases: words('民族 族别'), required: false },
  {
    key: 'hukouKind',
    label: '户口性质',
    aliases: words(
      '户口性质 户籍性质 户口类型 户籍类型 户籍类别 户口类别 户别 户籍 户口 农业户口或非农业户口',
    ),
    required: false,
  },
  phone,
  headName,
  headId,
  accountNo,
  payeeName,
  bankName,
  address,
  {
    key: 'state',
    label: '在册状态',
    aliases: words('状态 对象状态 在册状态 人员状态 户籍状态 对象库状态'),
    required: false,
    words: objectStates,
  },
  remark,
]
