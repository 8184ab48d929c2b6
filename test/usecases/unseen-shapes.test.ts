import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ListKind } from '../../src-main/domain/list-kind.ts'
import { programmeWords } from '../../src-main/domain/programme-name.ts'
import { findVillage } from '../../src-main/domain/village-name.ts'
import { parseListRow } from '../../src-main/usecases/list-value.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anyShape, shaped, type ShapedColumn, type ShapedRow } from '../builders/a-list-shape.ts'
import { acceptedValues, judgedBook, villages } from '../builders/judged-book.ts'
import type { Cell } from '../workbook/a-workbook.ts'

const runs = Number(process.env['SHAPE_RUNS'] ?? 40)

interface ShapedList {
  readonly title: string
  readonly columns: readonly ShapedColumn[]
  row(at: number): Readonly<Record<string, Cell>>
  /** What stands for columns the file may leave out. */
  readonly constants?: Readonly<Record<string, string>>
}

const column = (field: string, names: string, under?: readonly [string, string]): ShapedColumn => ({
  field,
  names: names.split(' '),
  ...(under ? { under } : {}),
})
const village = column('village', '村 村名 行政村 村委会 所在村 村（居） 所属行政村 村别')
const group = column('group', '组 村民小组 组别 所在组 小组')
const name = column('name', '姓名 本人姓名 人员姓名 姓　名')
const id = column(
  'idNumber',
  '身份证号 身份证号码 公民身份号码 居民身份证号码 身份证件号码 证件号码 身份证号（18位） 公民身份证号码',
)
const head = column('name', '户主姓名 户主 农户姓名 姓名 承包方代表 户主姓名（签字） 种植户姓名 农户', [
  '户主信息',
  '姓名',
])
const headId = column(
  'idNumber',
  '身份证号码 证件号码 户主身份证号 户主身份证号码 公民身份号码 农户身份证号 户主证件号码 身份证号',
  ['户主信息', '身份证号码'],
)
const account = column(
  'accountNo',
  '银行账号 一卡通账号 账号 社保卡号 卡号 银行卡号 社会保障卡账号 一折通账号',
  ['社会保障卡信息', '账号'],
)
const phone = column('phone', '联系电话 手机号码 电话 联系方式')
const remark = column('remark', '备注')

const surnames = '张王李赵陈刘杨黄周吴'
const person = (at: number) => ({
  name: `${surnames[at % 10]}${'伟芳娜敏静丽强磊军洋'[(at * 7) % 10]}${'华平英杰'[at % 4]}`,
  idNumber: anIdNumber(at),
})

const lists: { readonly [K in ListKind]: ShapedList } = {
  'household-register': {
    title: '甘亭镇户籍人口花名册',
    columns: [
      column('householdNo', '户编号 户号 家庭编号 户口编号'),
      ...[village, group, name, id],
      column('relation', '与户主关系 关系 家庭关系'),
      column('sex', '性别'),
      column('ethnicity', '民族'),
      ...[phone, remark],
    ],
    row: (at) => ({
      ...person(at),
      householdNo: `H${String(1000 + Math.floor(at / 3))}`,
      group: `${'一二三'[at % 3]}组`,
      relation: at % 3 === 0 ? '户主' : '子',
      ethnicity: '汉族',
      phone: `1390357${String(1000 + at)}`,
    }),
  },
  'farmland-roll': {
    title: '甘亭镇2025年耕地地力保护补贴发放清册',
    columns: [
      ...[village, group, head, headId],
      column('area', '补贴面积 核定面积 补贴面积（亩） 面积 耕地面积 亩数', ['补贴情况', '补贴面积']),
      column('rate', '补贴标准 标准 亩均标准 补贴标准（元/亩）', ['补贴情况', '补贴标准']),
      column('amount', '补贴金额 金额 发放金额 补贴金额（元） 应发金额', ['补贴情况', '补贴金额']),
      account,
      column('bankName', '开户行 开户银行 银行名称', ['社会保障卡信息', '开户行']),
      phone,
    ],
    row: (at) => ({
      ...person(at),
      group: `第${'一二三'[at % 3]}村民小组`,
      area: 2 + at / 4,
      rate: 67.03,
      amount: Math.round((2 + at / 4) * 6703) / 100,
      accountNo: anAccountNo(at),
      bankName: '洪洞农商行',
      phone: `1390357${String(1000 + at)}`,
    }),
  },
  'allowance-roll': {
    title: '甘亭镇高龄津贴发放名册（2026年3月）',
    columns: [
      ...[village, column('name', '姓名 享受人姓名 补贴对象 对象姓名'), id],
      column('rate', '月标准 补贴标准 发放标准'),
      column('amount', '金额 补贴金额 发放金额 实发金额'),
      ...[account, phone],
    ],
    row: (at) => ({
      ...person(at),
      rate: 100,
      amount: 100,
      accountNo: anAccountNo(at),
      phone: `1390357${String(1000 + at)}`,
    }),
  },
  'land-rights': {
    title: '甘亭镇农村土地承包经营权确权登记台账',
    columns: [
      ...[village, group, head, headId],
      column('confirmedArea', '确权面积 实测面积 承包地面积 合同面积'),
      column('nonEligibleArea', '不予补贴面积 扣除面积 不补贴面积'),
      column('transferredOutArea', '流转出面积 转出面积 流出面积'),
      column('farmedForOthersArea', '代耕代种面积 转入面积 流入面积'),
    ],
    row: (at) => ({
      ...person(at),
      group: at % 3,
      confirmedArea: 5 + at / 2,
      nonEligibleArea: at % 2 === 0 ? 0.5 : 0,
      transferredOutArea: 0,
      farmedForOthersArea: 1.25,
    }),
  },
  'land-transfers': {
    title: '甘亭镇土地流转台账',
    columns: [
      ...[village, group],
      column('name', '转出方姓名 流出方 出让方姓名 转出户', ['转出方', '姓名']),
      column('idNumber', '转出方身份证号 流出方身份证号 转出方证件号码', ['转出方', '身份证号']),
      column('takerName', '转入方姓名 流入方 受让方 转入方名称', ['转入方', '姓名']),
      column('takerId', '转入方身份证号 流入方证件号码 转入方身份证号码', ['转入方', '身份证号']),
      column('parcel', '地块名称 地块 地名'),
      column('area', '流转面积 面积 流转面积（亩）'),
      column('from', '流转开始日期 起始日期 开始时间 流转起始'),
      column('to', '流转结束日期 终止日期 结束时间 流转终止'),
      column('subsidyTo', '补贴归属 补贴归谁 受益方'),
      column('agreement', '合同编号 协议编号'),
    ],
    row: (at) => ({
      ...person(at),
      takerName: `大户${'甲乙丙'[at % 3]}`,
      takerId: anIdNumber(60 + at),
      parcel: '村东地',
      area: 1.5 + at,
      from: '2024-01-01',
      to: '2028-12-31',
      subsidyTo: at % 2 === 0 ? '转入方' : '转出方',
      agreement: `LZ${String(at)}`,
    }),
  },
  deceased: {
    title: '甘亭镇死亡人员名单',
    columns: [
      ...[
        column('name', '姓名 死者姓名 死亡人员姓名'),
        column('idNumber', '身份证号 公民身份号码 死者身份证号 身份证号码'),
      ],
      column('deathDate', '死亡日期 死亡时间 去世日期'),
      column('cancelDate', '注销日期 户口注销日期'),
      column('address', '户籍地 住址 家庭住址'),
    ],
    row: (at) => ({
      ...person(at),
      deathDate: `2026-0${String(1 + (at % 9))}-15`,
      cancelDate: null,
      address: '甘亭镇甘亭村',
    }),
  },
  'disability-certificates': {
    title: '甘亭镇残疾人证名单',
    columns: [
      ...[column('name', '姓名 残疾人姓名'), column('certificateNo', '残疾人证号 残疾证号 残疾证号码')],
      column('disabilityKind', '残疾类别 残疾类型 类别'),
      column('disabilityLevel', '残疾等级 等级 残疾级别'),
      column('expiresOn', '有效期至 有效期 到期日期 有效期止'),
      column('address', '住址 家庭住址 户籍地址'),
    ],
    row: (at) => ({
      name: person(at).name,
      certificateNo: `${anIdNumber(at)}${String(1 + (at % 7))}${String(1 + (at % 4))}`,
      disabilityKind: ['视力残疾', '听力', '言语残疾', '肢体', '智力残疾', '精神', '多重'][at % 7]!,
      disabilityLevel: ['一级', '二级', '3', '四级'][at % 4]!,
      expiresOn: '2029-05-15',
      address: '甘亭镇',
    }),
  },
  'social-relief': {
    title: '甘亭镇农村低保在册家庭',
    columns: [
      ...[village, head, headId],
      column('householdSize', '家庭人口数 家庭人口'),
      column('insured', '保障人口 保障人数 享受人数'),
      column('reliefClass', '保障类别 类别 低保类别'),
      column('amount', '月保障金额 保障金额 低保金'),
      column('since', '最初享受月份 享受开始时间'),
      account,
    ],
    constants: { reliefKind: '低保' },
    row: (at) => ({
      ...person(at),
      householdSize: 3,
      insured: 2,
      reliefClass: `${'ABC'[at % 3]}类`,
      amount: 420,
      since: '2019-08',
      accountNo: anAccountNo(at),
    }),
  },
  payroll: {
    title: '洪洞县财政供养人员名单',
    columns: [
      column('employer', '单位 工作单位 单位名称 所在单位 编制单位'),
      ...[name, id],
      column('category', '人员类别 人员性质 编制类别 身份类别'),
    ],
    row: (at) => ({ ...person(at), employer: '县教育局', category: '事业' }),
  },
  convicted: {
    title: '服刑人员和强制隔离戒毒人员名单',
    columns: [
      ...[name, id],
      column('measure', '类别 人员类别 类型 执行类型 矫正类别'),
      column('from', '开始日期 刑期起始日期 入监日期 起始日期'),
      column('to', '结束日期 刑满日期 刑期终止日期 终止日期'),
      column('place', '执行机关 服刑监狱 监狱名称'),
    ],
    row: (at) => ({
      ...person(at),
      measure: ['服刑', '强制隔离戒毒', '社区矫正'][at % 3]!,
      from: '2024-03-05',
      to: '2027-03-04',
      place: '临汾监狱',
    }),
  },
}

const places = ['甘亭村', '北杜村', '天井村']
const withVillage = new Set<string>(
  Object.entries(lists).flatMap(([kind, { columns }]) =>
    columns.some(({ field }) => field === 'village') ? [kind] : [],
  ),
)

function rowsOf({ row }: ShapedList): ShapedRow[] {
  return Array.from({ length: 14 }, (_, at) => ({ village: places[Math.floor(at / 5)]!, cells: row(at) }))
}

/** What the rows are, whatever file they come in. */
function expectedValues(kind: ListKind, rows: readonly ShapedRow[]): unknown[] {
  const programmes = programmeWords([{ code: 'MZ09', name: '高龄津贴' }])
  const given = { programmes, programmeCode: kind === 'allowance-roll' ? 'MZ09' : null }
  return rows
    .map((row) => {
      const texts = {
        ...row.cells,
        ...lists[kind].constants,
        ...(withVillage.has(kind) ? { village: row.village } : {}),
      }
      const cells = Object.fromEntries(
        Object.entries(texts).map(([field, cell]) => [field, { text: String(cell ?? ''), wasNumber: false }]),
      )
      const parsed = parseListRow(kind, cells, given)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.broken))
      const stands = withVillage.has(kind) && kind !== 'social-relief'
      return { villageCode: stands ? findVillage(row.village, villages) : '', ...parsed.value.row }
    })
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** How a village was written in a file is its own; which one it is was found. */
function withoutSpelling(values: readonly unknown[]): unknown[] {
  return values.map((value) => ({ ...(value as object), village: '' }))
}

test.each(Object.keys(lists) as ListKind[])(
  '%s: any shape of the list gives exactly the same rows, its proposed mapping accepted unseen',
  async (kind) => {
    const list = lists[kind]
    const rows = rowsOf(list)
    const expected = withoutSpelling(expectedValues(kind, rows))

    await fc.assert(
      fc.asyncProperty(anyShape(list.columns, list.title), async (shape) => {
        const bytes = shaped(shape, list.columns, rows)
        const judged = await judgedBook(bytes, { fileName: '报送表.xlsx' })

        expect(judged.plan.kind).toBe(kind)
        expect(judged.missing).toEqual([])
        expect(withoutSpelling(acceptedValues(judged))).toEqual(expected)
      }),
      { numRuns: runs, seed: Number(process.env['SHAPE_SEED'] ?? 20260701) },
    )
  },
  120_000,
)
