import type { WordList } from './word-list.ts'

/** What the cells of a column look like, whatever its header says. */
export type CellLook = 'id-number' | 'certificate' | 'account' | 'name' | 'number' | 'day'

/** 列 — one column of a kind of list, with the headers townships give it. */
export interface ListField {
  readonly key: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly required: boolean
  /** In a two-level header: what stands above, when the lower word alone would not tell. */
  readonly parentAliases?: readonly string[]
  readonly looks?: CellLook
  /** Whose column stands for this one where it has none: 户主姓名 is the name where nobody else is named. */
  readonly orElse?: readonly string[]
  /** Required too, unless one of these is there. */
  readonly unless?: readonly string[]
  readonly words?: WordList
}

export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The same field under another duty. */
export function asRequired(field: ListField, required = true): ListField {
  return { ...field, required }
}

export const village: ListField = {
  key: 'village',
  label: '村委会',
  aliases: words(
    '村 村委会 行政村 所在村 村名 村别 村居 村社区 所属村 村名称 行政村名称 村委 所在行政村 村民委员会 户籍村 村庄 社区 ' +
      '所在村居 村居名称 所属社区 所属行政村 村居委会 村委会名称 户籍所在村 居住村 村或社区 社区名称 行政村居',
  ),
  required: false,
}

export const group: ListField = {
  key: 'group',
  label: '村民小组',
  aliases: words(
    '组 村民小组 所在组 小组 组别 村组 组名 所属组 村民组 社 组名称 自然村 居民小组 村小组 生产队 所在小组 所属小组 小组名称 ' +
      '村民小组名称 所在村民小组 组号 自然屯 队',
  ),
  required: false,
}

export const remark: ListField = {
  key: 'remark',
  label: '备注',
  aliases: words('备注 说明 备注说明 附注 备注信息'),
  required: false,
}

export const phone: ListField = {
  key: 'phone',
  label: '联系电话',
  aliases: words(
    '联系电话 电话 手机号 手机号码 手机 联系方式 电话号码 户主电话 本人电话 移动电话 联系手机 联系号码 农户电话 本人联系电话 户主联系电话',
  ),
  required: false,
}

export const address: ListField = {
  key: 'address',
  label: '住址',
  aliases: words(
    '住址 地址 家庭住址 户籍地址 户籍地 户籍住址 户籍所在地 户口所在地 家庭地址 现住址 居住地址 现居住地 居住地 详细地址 联系地址 常住地址 住所',
  ),
  required: false,
}

export const personName: ListField = {
  key: 'name',
  label: '姓名',
  aliases: words(
    '姓名 人员姓名 本人姓名 居民姓名 成员姓名 家庭成员姓名 名字 补贴对象 补贴对象姓名 对象姓名 对象名称 享受人姓名 享受人 ' +
      '享受人员姓名 享受人员 受益人 受益人姓名 补助对象 补助对象姓名 救助对象 救助对象姓名 申请人 申请人姓名 人名 家庭成员 被保障人姓名 保障对象姓名 保障对象',
  ),
  required: true,
  looks: 'name',
  orElse: ['headName', 'payeeName'],
}

export const personId: ListField = {
  key: 'idNumber',
  label: '公民身份号码',
  aliases: words(
    '公民身份号码 身份证号码 身份证号 身份证 证件号码 证件号 居民身份证号码 居民身份证号 公民身份证号码 公民身份证号 身份号码 ' +
      '本人身份证号 本人身份证号码 身份证件号码 身份证件号 身份证编号 有效证件号码 居民身份证 公民身份证 公民身份证件号码 二代身份证号 二代身份证号码 ' +
      '身份证号或护照号 证号 成员身份证号 成员身份证号码 补贴对象身份证号 补贴对象身份证号码 补贴对象身份证 对象身份证号 对象身份证 享受人身份证号 ' +
      '享受人身份证号码 享受人身份证 享受人证件号码 申请人身份证号 申请人身份证号码 公民身份号 身份证明号码 个人身份号码 救助对象身份证号 受益人身份证号 ' +
      '补助对象身份证号 人员身份证号 人员身份证号码 居民身份号码',
  ),
  required: true,
  looks: 'id-number',
  orElse: ['headId', 'payeeId'],
}

export const headName: ListField = {
  key: 'headName',
  label: '户主姓名',
  aliases: words(
    '户主姓名 户主 农户姓名 农户 承包方代表 承包方代表姓名 承包方 承包户主 承包人 户主名称 种粮农户姓名 土地承包人 农户名称 ' +
      '家长姓名 承包户 承包户姓名 承包方姓名 承包人姓名 户主名 农户户主 种植户姓名 种植户 家庭户主 户主姓名名称 承包方代表名称 农户代表 户代表 户代表姓名 持证人',
  ),
  required: false,
  looks: 'name',
}

export const headId: ListField = {
  key: 'headId',
  label: '户主身份证号',
  aliases: words(
    '户主身份证号 户主身份证号码 户主身份证 户主证件号码 户主证件号 农户身份证号 农户身份证号码 农户身份证 承包方代表证件号码 承包方代表证件号 ' +
      '承包方代表身份证号 承包方代表身份证号码 承包方代表身份证 代表证件号码 代表身份证号 户主公民身份号码 农户证件号码 承包人身份证号 承包人身份证号码 ' +
      '承包方身份证号 承包方身份证号码 承包方证件号码 承包户身份证号 种植户身份证号 家长身份证号 户主身份号码 农户公民身份号码 户主身份证件号码 户主居民身份证号码',
  ),
  required: false,
  looks: 'id-number',
}

export const payeeName: ListField = {
  key: 'payeeName',
  label: '收款人',
  aliases: words(
    '收款人 收款人姓名 领款人 领款人姓名 户名 账户名 账户名称 帐户名称 帐户名 开户名 开户姓名 开户人 开户人姓名 持卡人 持卡人姓名 银行户名 ' +
      '一卡通户名 收款户名 账号户名 卡主姓名 社保卡户名 银行账户名称 存折户名 收款方 收款方户名 账户姓名 银行账户名',
  ),
  required: false,
  looks: 'name',
}

export const payeeId: ListField = {
  key: 'payeeId',
  label: '收款人身份证号',
  aliases: words(
    '收款人身份证号 收款人身份证号码 收款人身份证 领款人身份证号 领款人身份证号码 户名身份证号 户名身份证 开户人身份证号 开户人身份证号码 持卡人身份证号 ' +
      '持卡人身份证 收款人证件号码 收款人证件号 账户身份证号 收款方证件号码 户名身份证号码 账户人身份证号 开户人证件号码',
  ),
  required: false,
  looks: 'id-number',
}

export const accountNo: ListField = {
  key: 'accountNo',
  label: '账号',
  aliases: words(
    '账号 银行账号 社会保障卡账号 一卡通账号 卡号 银行卡号 社保卡号 社会保障卡号 一卡通卡号 帐号 银行帐号 一卡通帐号 存折账号 存折号 ' +
      '账户 银行账户 收款账号 一卡通号 发放账号 一折通账号 一折通号 账号或卡号 社保卡账号 社会保障卡银行账号 开户账号 惠农卡号 银行卡账号 社保卡银行账号 ' +
      '惠农补贴卡号 收款人账号 收款账户 社保卡 银行卡 社会保障卡 惠农一卡通账号 惠农一卡通 财政补贴账号 补贴账号 收款帐号 存折帐号 卡折号 发放卡号 ' +
      '社会保障卡号码 金融账号 社保卡金融账号 社会保障卡金融账号 社保卡卡号 一卡通 银行存折号 打款账号 银行卡号码 折号 折子号',
  ),
  required: false,
  looks: 'account',
  parentAliases: words('社会保障卡信息 账户信息 银行信息 一卡通信息 社保卡信息 发放账户 银行账户信息'),
}

export const bankName: ListField = {
  key: 'bankName',
  label: '开户行',
  aliases: words(
    '开户行 开户银行 银行名称 开户行名称 开户银行名称 发卡银行 代发银行 所属银行 银行 开户网点 发放银行 收款银行 银行类别 代发机构 开户机构 银行网点',
  ),
  required: false,
}
