/** 列 — one column of a kind of list, with the headers townships give it. */
export interface ListField {
  readonly key: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly required: boolean
  /** In a two-level header: what stands above, when the lower word alone would not tell. */
  readonly parentAliases?: readonly string[]
}

const village = {
  key: 'village',
  label: '村委会',
  aliases: words(
    '村 村委会 行政村 所在村 村名 村别 村居 村社区 所属村 村名称 行政村名称 村委 所在行政村 村民委员会 户籍村 村庄 社区',
  ),
  required: false,
}
const group = {
  key: 'group',
  label: '村民小组',
  aliases: words('组 村民小组 所在组 小组 组别 村组 组名 所属组 村民组 社 组名称 自然村 居民小组 村小组'),
  required: false,
}
const remark = { key: 'remark', label: '备注', aliases: words('备注 说明 备注说明 附注'), required: false }
const phone = {
  key: 'phone',
  label: '联系电话',
  aliases: words('联系电话 电话 手机号 手机号码 手机 联系方式 电话号码 户主电话 本人电话 移动电话'),
  required: false,
}
const idAliases = words(
  '公民身份号码 身份证号码 身份证号 身份证 证件号码 证件号 居民身份证号码 居民身份证号 公民身份证号码 身份号码 本人身份证号 ' +
    '本人身份证号码 身份证件号码 身份证编号 有效证件号码',
)
const headIdAliases = words(
  '户主身份证号 户主身份证号码 户主身份证 户主证件号码 农户身份证号 农户身份证号码 承包方代表证件号码 承包方代表身份证号 ' +
    '承包方代表身份证号码 承包方代表身份证 代表证件号码 户主公民身份号码 补贴对象身份证号 补贴对象身份证号码 领款人身份证号 收款人身份证号 享受人身份证号',
)
const headNameAliases = words(
  '户主姓名 户主 农户姓名 农户 承包方代表 承包方代表姓名 承包方 承包户主 承包人 户主名称 补贴对象 补贴对象姓名 对象姓名 ' +
    '领款人 领款人姓名 收款人姓名 收款人 享受人姓名 享受人 种粮农户姓名 土地承包人',
)
const personName = {
  key: 'name',
  label: '姓名',
  aliases: words('姓名 人员姓名 本人姓名 居民姓名 成员姓名 家庭成员姓名 名字'),
  required: true,
}
const personId = { key: 'idNumber', label: '公民身份号码', aliases: idAliases, required: true }
const headName = {
  key: 'name',
  label: '户主姓名',
  aliases: [...headNameAliases, '姓名', '名字'],
  required: true,
}
const headId = {
  key: 'idNumber',
  label: '身份证号码',
  aliases: [...headIdAliases, ...idAliases],
  required: true,
}

/** 户籍人口花名册 */
export const fieldsOfRegister: readonly ListField[] = [
  {
    key: 'householdNo',
    label: '户编号',
    aliases: words(
      '户编号 户号 家庭编号 户口编号 农户编码 户编码 家庭户号 户籍号 户口簿编号 户口本编号 户口簿号',
    ),
    required: false,
  },
  village,
  group,
  personName,
  {
    key: 'relation',
    label: '与户主关系',
    aliases: words('与户主关系 关系 户主关系 家庭关系 与户主的关系 同户主关系 和户主关系'),
    required: false,
  },
  { key: 'sex', label: '性别', aliases: words('性别'), required: false },
  personId,
  {
    key: 'birthDate',
    label: '出生日期',
    aliases: words('出生日期 出生年月日 生日 出生年月 出生时间'),
    required: false,
  },
  { key: 'ethnicity', label: '民族', aliases: words('民族 族别'), required: false },
  {
    key: 'hukouKind',
    label: '户口性质',
    aliases: words('户口性质 户籍性质 户口类型 户籍类型 户籍类别 户口类别 户别'),
    required: false,
  },
  phone,
  remark,
]

/** 耕地地力保护补贴发放清册 */
export const fieldsOfRoll: readonly ListField[] = [
  village,
  group,
  headName,
  headId,
  {
    key: 'area',
    label: '补贴面积',
    aliases: words(
      '补贴面积 面积 核定面积 核定补贴面积 核实面积 耕地面积 补贴亩数 亩数 申报面积 应补面积 享受面积 补贴数量 数量',
    ),
    required: true,
  },
  {
    key: 'rate',
    label: '补贴标准',
    aliases: words('补贴标准 标准 亩均标准 每亩标准 补助标准 亩补贴标准 单价 发放标准'),
    required: false,
  },
  {
    key: 'amount',
    label: '补贴金额',
    aliases: words('补贴金额 金额 发放金额 补助金额 应发金额 实发金额 应补金额 合计金额 补贴资金 补贴款'),
    required: false,
  },
  {
    key: 'accountNo',
    label: '账号',
    aliases: words(
      '账号 银行账号 社会保障卡账号 一卡通账号 卡号 银行卡号 社保卡号 社会保障卡号 一卡通卡号 帐号 银行帐号 一卡通帐号 存折账号 ' +
        '账户 银行账户 收款账号 一卡通号 发放账号 一折通账号 账号或卡号 社保卡账号 社会保障卡银行账号 开户账号 惠农卡号',
    ),
    required: true,
    parentAliases: words('社会保障卡信息 账户信息 银行信息 一卡通信息 社保卡信息 发放账户 银行账户信息'),
  },
  {
    key: 'bankName',
    label: '开户行',
    aliases: words('开户行 开户银行 银行名称 开户行名称 开户银行名称 发卡银行 代发银行 所属银行 银行'),
    required: false,
  },
  phone,
  remark,
]

/** 土地确权台账 */
export const fieldsOfLandRights: readonly ListField[] = [
  village,
  group,
  headName,
  headId,
  {
    key: 'confirmedArea',
    label: '确权面积',
    aliases: words(
      '确权面积 实测面积 承包面积 承包地面积 合同面积 确权总面积 承包地确权面积 确权实测面积 家庭承包面积',
    ),
    required: true,
  },
  {
    key: 'nonEligibleArea',
    label: '不予补贴面积',
    aliases: words(
      '不予补贴面积 不补贴面积 不符合补贴面积 扣除面积 核减面积 不享受补贴面积 非耕地面积 不应补贴面积',
    ),
    required: false,
  },
  {
    key: 'transferredOutArea',
    label: '流转出面积',
    aliases: words('流转出面积 转出面积 流出面积 土地流转出面积 流转面积 转出耕地面积 土地转出面积'),
    required: false,
  },
  {
    key: 'farmedForOthersArea',
    label: '代耕代种面积',
    aliases: words('代耕代种面积 代耕面积 代种面积 代耕代种 代耕代种进面积 流转入面积 转入面积 流入面积'),
    required: false,
  },
  remark,
]

/** 死亡人员名单 */
export const fieldsOfDeceased: readonly ListField[] = [
  {
    ...personName,
    aliases: [...personName.aliases, ...words('死者姓名 死亡人员姓名 逝者姓名 亡故人员姓名 死亡人员')],
  },
  {
    ...personId,
    aliases: [...idAliases, ...words('死者身份证号 死者身份证号码 死亡人员身份证号 逝者身份证号')],
  },
  {
    key: 'deathDate',
    label: '死亡日期',
    aliases: words('死亡日期 死亡时间 去世日期 去世时间 逝世日期 死亡年月日 亡故日期 死亡日'),
    required: true,
  },
  {
    key: 'cancelDate',
    label: '注销日期',
    aliases: words('注销日期 户口注销日期 注销时间 户籍注销日期 户口注销时间 销户日期'),
    required: false,
  },
  {
    key: 'address',
    label: '户籍地',
    aliases: words('户籍地 户籍地址 住址 地址 家庭住址 户籍所在地 户口所在地 所在村 村 村委会'),
    required: false,
  },
]

/** 财政供养人员名单 */
export const fieldsOfPayroll: readonly ListField[] = [
  {
    key: 'employer',
    label: '单位',
    aliases: words('单位 工作单位 单位名称 所在单位 任职单位 供职单位 预算单位'),
    required: false,
  },
  personName,
  personId,
  {
    key: 'category',
    label: '人员类别',
    aliases: words('人员类别 类别 人员性质 人员类型 身份类别 编制类别 编制性质 身份 人员身份'),
    required: false,
  },
]

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
