import {
  group,
  headId,
  headName,
  type ListField,
  personId,
  personName,
  phone,
  remark,
  village,
  words,
} from './list-field.ts'
import { subsidyReceivers } from './list-words.ts'

const areaLook = { required: false, looks: 'number' } as const

/** 土地确权台账 */
export const fieldsOfLandRights: readonly ListField[] = [
  village,
  group,
  personName,
  personId,
  headName,
  headId,
  {
    key: 'confirmedArea',
    label: '确权面积',
    aliases: words(
      '确权面积 实测面积 承包面积 承包地面积 合同面积 确权总面积 承包地确权面积 确权实测面积 家庭承包面积 承包耕地面积 二轮承包面积 确权登记面积 承包地块面积 ' +
        '确权地面积 承包地实测面积 实测总面积 土地承包面积 确权耕地面积 承包总面积 登记面积 确权亩数 承包亩数',
    ),
    required: true,
    looks: 'number',
  },
  {
    key: 'nonEligibleArea',
    label: '不予补贴面积',
    aliases: words(
      '不予补贴面积 不补贴面积 不符合补贴面积 扣除面积 核减面积 不享受补贴面积 非耕地面积 不应补贴面积 应扣面积 扣减面积 不予补助面积 非补贴面积 不符合条件面积',
    ),
    ...areaLook,
  },
  {
    key: 'transferredOutArea',
    label: '流转出面积',
    aliases: words(
      '流转出面积 转出面积 流出面积 土地流转出面积 流转面积 转出耕地面积 土地转出面积 流转出去面积 出租面积 流转转出面积',
    ),
    ...areaLook,
  },
  {
    key: 'farmedForOthersArea',
    label: '代耕代种面积',
    aliases: words(
      '代耕代种面积 代耕面积 代种面积 代耕代种 代耕代种进面积 流转入面积 转入面积 流入面积 代耕代种他人面积 租入面积 流转转入面积',
    ),
    ...areaLook,
  },
  phone,
  remark,
]

/** 土地流转台账 — who gave land to whom, for how long, and who draws the subsidy of it. */
export const fieldsOfLandTransfers: readonly ListField[] = [
  village,
  group,
  {
    ...personName,
    label: '转出方姓名',
    aliases: [
      ...personName.aliases,
      ...words(
        '转出方 转出方姓名 流出方 流出方姓名 出让方 出让方姓名 转出户 转出户姓名 转出户主 流出户 流出户姓名 出租方 出租方姓名 出租人 甲方 甲方姓名 转包方 转出农户 转出农户姓名 流出农户 转出人 ' +
          '转让方 流转方 流转农户 流转农户姓名 流转户 转出方户主 流出方户主 转出方名称 原承包户 原承包户姓名 原承包方 出租户 流转出户主 转出方户主姓名 流转出方 流转出方姓名',
      ),
    ],
    orElse: ['headName'],
  },
  {
    ...personId,
    label: '转出方身份证号',
    aliases: [
      ...personId.aliases,
      ...words(
        '转出方身份证号 转出方身份证号码 转出方证件号码 转出方证件号 转出方身份证 流出方身份证号 流出方身份证号码 流出方证件号码 出让方身份证号 出让方身份证号码 转出户身份证号 转出户身份证号码 ' +
          '流出户身份证号 出租方身份证号 出租方身份证号码 出租人身份证号 甲方身份证号 甲方身份证号码 转出农户身份证号 转出人身份证号 转让方身份证号 流转农户身份证号 流转户身份证号 原承包户身份证号 原承包方身份证号 出租户身份证号 流转出方身份证号',
      ),
    ],
    orElse: ['headId'],
  },
  headName,
  headId,
  {
    key: 'takerName',
    label: '转入方',
    aliases: words(
      '转入方 转入方姓名 转入方名称 流入方 流入方姓名 流入方名称 受让方 受让方姓名 受让方名称 转入户 转入户姓名 流入户 流入户姓名 承租方 承租方姓名 承租方名称 承租人 承租人姓名 乙方 乙方姓名 乙方名称 ' +
        '经营主体 经营主体名称 流入主体 受让主体 转入人 经营者 经营者姓名 承租户 对方 对方姓名 实际种植人 实际种植者 接包方 规模经营主体 流转入方 流转入方姓名 转入主体 实际经营者 实际耕种人 转入方户主',
    ),
    required: false,
  },
  {
    key: 'takerId',
    label: '转入方证件号',
    aliases: words(
      '转入方身份证号 转入方身份证号码 转入方证件号码 转入方证件号 转入方身份证 流入方身份证号 流入方身份证号码 流入方证件号码 流入方证件号 受让方身份证号 受让方身份证号码 受让方证件号码 受让方证件号 转入户身份证号 流入户身份证号 ' +
        '承租方身份证号 承租方证件号码 承租人身份证号 乙方身份证号 乙方证件号码 统一社会信用代码 信用代码 转入方统一社会信用代码 流入方统一社会信用代码 受让方统一社会信用代码 转入方身份证号或统一社会信用代码 ' +
        '经营主体证件号码 对方身份证号 对方证件号码 转入方信用代码 经营者身份证号 流转入方身份证号 转入方证照号码 工商注册号 营业执照号码',
    ),
    required: false,
  },
  {
    key: 'parcel',
    label: '地块',
    aliases: words(
      '地块 地块名称 地块编码 地块代码 地块编号 地块号 宗地编号 宗地代码 流转地块 地名 小地名 承包地块编码 地块名 坐落 地块坐落 地块位置 承包地块名称 流转地块名称 土地坐落 四至',
    ),
    required: false,
  },
  {
    key: 'area',
    label: '流转面积',
    aliases: words(
      '流转面积 面积 转出面积 流出面积 流转亩数 亩数 流转土地面积 出租面积 转让面积 流转耕地面积 转入面积 流入面积 合同面积 土地面积 地块面积 转包面积',
    ),
    required: true,
    looks: 'number',
  },
  {
    key: 'from',
    label: '开始日期',
    aliases: words(
      '开始日期 起始日期 流转开始日期 开始时间 起始时间 流转起始日期 流转起始时间 流转开始时间 起 起日 合同开始日期 自 起租日期 合同起始日期 流转日期 签订日期 期限起 合同生效日期 流转起始 流转开始 租期起',
    ),
    required: false,
    looks: 'day',
  },
  {
    key: 'to',
    label: '结束日期',
    aliases: words(
      '结束日期 终止日期 到期日期 流转结束日期 流转终止日期 流转到期日期 结束时间 终止时间 到期时间 截止日期 截止时间 止 止日 合同结束日期 至 流转截止日期 合同终止日期 合同到期日期 期限止 流转结束时间 流转终止时间 流转到期时间 流转终止 流转截止 流转结束 租期止',
    ),
    required: false,
    looks: 'day',
  },
  {
    key: 'term',
    label: '流转期限',
    aliases: words(
      '流转期限 起止日期 起止时间 流转起止时间 流转起止日期 期限 流转时间 合同期限 流转年限 承包期限 租期 流转期 租赁期限 起止年月 流转期间',
    ),
    required: false,
  },
  {
    key: 'subsidyTo',
    label: '补贴归属',
    aliases: words(
      '补贴归属 补贴归谁 补贴归属方 补贴领取方 补贴受益方 受益方 补贴受益人 补贴享受方 补贴归 补贴领取人 地力补贴归属 补贴发放给 补贴归属约定 补贴归属情况 补贴由谁领取 享受补贴方 补贴随地走',
    ),
    required: false,
    words: subsidyReceivers,
  },
  {
    key: 'agreement',
    label: '协议',
    aliases: words(
      '协议 合同编号 协议编号 流转合同编号 合同号 流转协议编号 协议号 有无协议 是否签订合同 是否签订协议 流转合同号 合同 有无合同 流转协议 流转合同 书面协议 合同签订情况 协议签订情况 流转方式及合同',
    ),
    required: false,
  },
  phone,
  remark,
]
