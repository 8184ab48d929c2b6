import { address, type ListField, personId, personName, phone, remark, village, words } from './list-field.ts'
import { measures } from './list-words.ts'

/** 死亡人员名单 */
export const fieldsOfDeceased: readonly ListField[] = [
  {
    ...personName,
    aliases: [
      ...personName.aliases,
      ...words(
        '死者姓名 死亡人员姓名 逝者姓名 亡故人员姓名 死亡人员 亡者姓名 死者 逝者 去世人员姓名 去世人员 死亡人姓名',
      ),
    ],
  },
  {
    ...personId,
    aliases: [
      ...personId.aliases,
      ...words(
        '死者身份证号 死者身份证号码 死亡人员身份证号 死亡人员身份证号码 逝者身份证号 逝者身份证号码 死者证件号码 亡者身份证号 死亡人员证件号码 死者身份证',
      ),
    ],
  },
  {
    key: 'deathDate',
    label: '死亡日期',
    aliases: words(
      '死亡日期 死亡时间 去世日期 去世时间 逝世日期 死亡年月日 亡故日期 死亡日 逝世时间 亡故时间 死亡年月 去世年月日 死亡登记日期 死亡登记时间 死亡注销日期 去世年月',
    ),
    required: true,
    looks: 'day',
  },
  {
    key: 'cancelDate',
    label: '注销日期',
    aliases: words(
      '注销日期 户口注销日期 注销时间 户籍注销日期 户口注销时间 销户日期 户籍注销时间 火化日期 火化时间 销户时间 注销户口日期',
    ),
    required: false,
    looks: 'day',
  },
  { ...address, aliases: [...address.aliases, ...village.aliases] },
  remark,
]

/** 财政供养人员名单 */
export const fieldsOfPayroll: readonly ListField[] = [
  {
    key: 'employer',
    label: '单位',
    aliases: words(
      '单位 工作单位 单位名称 所在单位 任职单位 供职单位 预算单位 预算单位名称 部门 单位全称 现工作单位 所属单位 工资发放单位 任职部门 编制单位 编制所在单位',
    ),
    required: false,
  },
  personName,
  personId,
  {
    key: 'category',
    label: '人员类别',
    aliases: words(
      '人员类别 类别 人员性质 人员类型 身份类别 编制类别 编制性质 身份 人员身份 职务 岗位 编制 编制类型 职务职级 人员分类 编制身份 岗位类别 人员状态',
    ),
    required: false,
  },
  phone,
  remark,
]

/** 服刑、强戒等人员名单, with from when to when. */
export const fieldsOfConvicted: readonly ListField[] = [
  {
    ...personName,
    aliases: [
      ...personName.aliases,
      ...words(
        '服刑人员姓名 服刑人员 罪犯姓名 罪犯 戒毒人员姓名 矫正对象 矫正对象姓名 社区矫正对象 犯罪人姓名 在押人员姓名 犯罪人员姓名',
      ),
    ],
  },
  {
    ...personId,
    aliases: [
      ...personId.aliases,
      ...words(
        '服刑人员身份证号 服刑人员身份证号码 罪犯身份证号 戒毒人员身份证号 矫正对象身份证号 在押人员身份证号',
      ),
    ],
  },
  {
    key: 'measure',
    label: '类别',
    aliases: words(
      '类别 类型 人员类别 人员类型 措施 执行措施 刑罚种类 刑种 强制措施 处罚类型 执行类型 服刑类别 服刑状态 状态 羁押类型 处罚种类 刑罚类型 管控类型 现状态 服刑或戒毒 矫正类别 矫正类型 管控类别',
    ),
    required: false,
    words: measures,
  },
  {
    key: 'from',
    label: '开始日期',
    aliases: words(
      '开始日期 起始日期 开始时间 起始时间 服刑开始日期 服刑起始日期 服刑开始时间 刑期起始日期 刑期起日 刑期起 入监日期 入监时间 收监日期 收监时间 收治日期 收戒日期 入所日期 入所时间 刑期开始日期 刑期自 起日 起 服刑起日 戒毒开始日期 矫正开始日期 羁押日期 收押日期 刑期起始时间 服刑起始时间 刑期开始时间',
    ),
    required: false,
    looks: 'day',
  },
  {
    key: 'to',
    label: '结束日期',
    aliases: words(
      '结束日期 终止日期 结束时间 终止时间 服刑结束日期 服刑终止日期 服刑结束时间 刑满日期 刑满时间 刑满释放日期 释放日期 释放时间 刑期终止日期 刑期止日 刑期止 出监日期 解除日期 解除时间 出所日期 出所时间 刑期结束日期 刑期至 止日 止 截止日期 截止时间 服刑止日 戒毒结束日期 矫正结束日期 到期日期 预计释放日期 刑满释放时间 服刑终止时间 刑期终止时间',
    ),
    required: false,
    looks: 'day',
  },
  {
    key: 'term',
    label: '起止日期',
    aliases: words(
      '起止日期 起止时间 刑期起止 刑期起止日期 服刑期间 服刑起止时间 服刑起止日期 刑期 服刑期限 起止 期限 戒毒期限 强戒期限 矫正期限 服刑时间 刑期起止时间 执行期限 羁押期间 起止年月',
    ),
    required: false,
  },
  {
    key: 'place',
    label: '执行机关',
    aliases: words(
      '执行机关 服刑监狱 监狱 监狱名称 服刑地点 羁押场所 执行场所 关押地 关押地点 戒毒所 强戒所 矫正机构 服刑场所 执行地 羁押地点',
    ),
    required: false,
  },
  address,
  remark,
]
