import { meaning, type WordList } from './word-list.ts'

export const sexes: WordList = [
  meaning('male', '男', '男性 1 M MALE 男生 男士'),
  meaning('female', '女', '女性 2 F FEMALE 女生 女士'),
]

/** 残疾类别 — the last but one digit of a disability certificate. */
export const disabilityKinds: WordList = [
  meaning('1', '视力残疾', '视力 视残 盲 盲人 1 01 视力障碍'),
  meaning('2', '听力残疾', '听力 听残 聋 聋人 2 02 听力障碍'),
  meaning('3', '言语残疾', '言语 言残 语言 语言残疾 哑 3 03 言语障碍'),
  meaning('4', '肢体残疾', '肢体 肢残 4 04 肢体障碍'),
  meaning('5', '智力残疾', '智力 智残 5 05 智力障碍'),
  meaning('6', '精神残疾', '精神 精残 6 06 精神障碍'),
  meaning('7', '多重残疾', '多重 多残 综合残疾 7 07 多重障碍'),
]

/** 残疾等级 — its last digit. */
export const disabilityLevels: WordList = [
  meaning('1', '一级', '1 1级 壹级 I Ⅰ 一 Ⅰ级 极重度 一级残疾'),
  meaning('2', '二级', '2 2级 贰级 II Ⅱ 二 Ⅱ级 重度 二级残疾'),
  meaning('3', '三级', '3 3级 叁级 III Ⅲ 三 Ⅲ级 中度 三级残疾'),
  meaning('4', '四级', '4 4级 肆级 IV Ⅳ 四 Ⅳ级 轻度 四级残疾'),
]

/** 救助类别 */
export const reliefKinds: WordList = [
  meaning(
    'dibao',
    '低保',
    '最低生活保障 农村低保 城市低保 农村最低生活保障 城市最低生活保障 低保户 低保对象 低保家庭 农低保 城低保 最低生活保障家庭 最低生活保障对象',
  ),
  meaning(
    'tekun',
    '特困',
    '特困供养 特困人员 特困户 特困供养人员 特困人员救助供养 农村特困 城市特困 五保 五保户 五保供养 农村五保 特困救助供养 集中供养 分散供养',
  ),
  meaning(
    'marginal',
    '低保边缘',
    '低保边缘家庭 低保边缘户 低边 低边户 最低生活保障边缘家庭 低收入 低收入家庭 低收入人口',
  ),
  meaning('hardship', '刚性支出困难', '刚性支出困难家庭 支出型困难 支出型困难家庭 支出型 刚性支出'),
  meaning('temporary', '临时救助', '临时救助对象 急难救助'),
]

/** 保障类别 — how much help a family needs. */
export const reliefClasses: WordList = [
  meaning('A', 'A类', 'A 一类 甲类 1类 1 全额 常补 重点保障'),
  meaning('B', 'B类', 'B 二类 乙类 2类 2 差额 定补'),
  meaning('C', 'C类', 'C 三类 丙类 3类 3 一般保障'),
  meaning('D', 'D类', 'D 四类 4类 4'),
]

/** 供养方式 */
export const supportModes: WordList = [
  meaning('institution', '集中', '集中供养 机构 机构供养 养老机构 敬老院'),
  meaning('home', '分散', '分散供养 居家 居家供养 家庭 散居'),
]

/** 生活自理能力 */
export const selfCareLevels: WordList = [
  meaning(
    'able',
    '具备生活自理能力',
    '具备 完全自理 全自理 自理 能自理 有生活自理能力 生活自理 可自理 完全具备生活自理能力',
  ),
  meaning(
    'partly',
    '部分丧失生活自理能力',
    '部分丧失 半自理 半护理 部分自理 半失能 部分失能 部分丧失自理能力',
  ),
  meaning(
    'unable',
    '完全丧失生活自理能力',
    '完全丧失 不能自理 失能 全失能 全护理 全丧失 完全失能 无自理能力 生活不能自理 不具备生活自理能力 完全不能自理',
  ),
]

/** 异动类型 — what a list of changes says happens to somebody. */
export const reliefChanges: WordList = [
  meaning('new', '新增', '新增户 新增人员 增加 新纳入 新批 增员 纳入'),
  meaning('adjust', '调整', '变更 调标 提标 调增 调减 增发 减发 变动 调额'),
  meaning('stop', '停发', '取消 停止 停保 退出 减少 清退 终止 注销 死亡停发 减员 退保'),
]

/** 羁押、服刑和戒毒 — why somebody may not draw some allowances for a time. */
export const measures: WordList = [
  meaning(
    'prison',
    '服刑',
    '服刑人员 监狱服刑 在押 在监 收监 有期徒刑 无期徒刑 判刑 刑罚 在押服刑 正在服刑 服刑中',
  ),
  meaning(
    'rehabilitation',
    '强制隔离戒毒',
    '强戒 强制戒毒 强制隔离戒毒人员 强戒人员 隔离戒毒 戒毒 戒毒人员 强制隔离',
  ),
  meaning('community', '社区矫正', '社区矫正人员 社矫 缓刑 假释 管制 监外执行 暂予监外执行 矫正'),
  meaning('detained', '羁押', '刑事拘留 拘留 逮捕 看守所羁押 看守所 未决 拘押'),
  meaning('wanted', '通缉', '在逃 网上追逃 通缉人员 在逃人员'),
]

/** 补贴归谁 */
export const subsidyReceivers: WordList = [
  meaning(
    'giver',
    '转出方',
    '流出方 出让方 承包户 承包方 原承包户 出租方 转出户 流出户 甲方 农户 原农户 出租户 归转出方 归承包户',
  ),
  meaning(
    'taker',
    '转入方',
    '流入方 受让方 经营者 实际种植者 承租方 转入户 流入户 乙方 实际种粮人 种植户 经营主体 大户 归转入方 实际耕种人 耕种者',
  ),
  meaning('unknown', '未约定', '不明 没有约定 无约定 未明确'),
]

/** 村民在册状态 in lists of other systems. */
export const objectStates: WordList = [
  meaning('normal', '正常', '在册 有效 启用 正常户 1 是'),
  meaning('stopped', '停用', '停发 暂停 中止 冻结'),
  meaning('void', '作废', '注销 删除 无效 迁出 死亡 0'),
]
