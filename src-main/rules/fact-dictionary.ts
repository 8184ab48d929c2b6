/** What a fact can be: whole numbers, numbers, yes or no, words. */
export type FactType = 'int' | 'double' | 'bool' | 'string'
export type FactValue = number | boolean | string

/** 事实 — one thing a rule may ask about somebody (domain.md §2.3), where it comes from and how it is said. */
export interface Fact {
  readonly key: string
  readonly type: FactType
  readonly label: string
  readonly unit: string
  /** For yes or no: the phrases. */
  readonly said?: readonly [yes: string, no: string]
  /** For words: those it is one of. */
  readonly options?: readonly string[]
  /** 从哪来 — without it the fact is unknown, and whatever hangs on it cannot be decided. */
  readonly from: string
  /** From another office's list: a hit is a suspicion with the list named, never a no by itself. */
  readonly isListed: boolean
}

const register = '户籍人口花名册和本户记录'
const certificates = '残疾人证名单'
const relief = '低保特困等社会救助名单'
const ledger = '土地确权台账和流转台账'

/** 事实字典 — everything rules may read; a name that is not here is refused when the rule is typed. */
export const factDictionary: readonly Fact[] = [
  number('person.age', 'int', '年龄', '周岁', '证号，按资格基准日'),
  words('person.sex', '性别', ['男', '女'], '证号'),
  words('person.status', '人员状态', ['在册', '注销', '迁出', '死亡'], register),
  words('person.relation', '与户主关系', [], register),
  words('person.hukouKind', '户口性质', [], register),
  flag('person.dead', '在基准日前已死亡', '在基准日前没有死亡', '死亡人员名单和本户记录'),
  flag('person.onPayroll', '是财政供养人员', '不是财政供养人员', '财政供养人员名单'),
  flag('person.convicted', '在服刑或强戒', '没有在服刑或强戒', '服刑强戒人员名单'),
  number('household.size', 'int', '家庭人口', '人', register),
  flag('relief.lowIncome', '在享低保', '不在低保', relief),
  flag('relief.destitute', '在享特困供养', '不是特困供养', relief),
  flag('disability.certified', '持有效残疾人证', '没有有效残疾人证', certificates),
  words(
    'disability.kind',
    '残疾类别',
    ['视力残疾', '听力残疾', '言语残疾', '肢体残疾', '智力残疾', '精神残疾', '多重残疾'],
    certificates,
  ),
  number('disability.level', 'int', '残疾等级', '级', certificates),
  number('land.confirmedMu', 'double', '确权面积', '亩', ledger),
  number('land.capMu', 'double', '可补面积上限', '亩', ledger),
  number('application.areaMu', 'double', '申报面积', '亩', '申报'),
]

const byKey = new Map(factDictionary.map((fact) => [fact.key, fact]))

export function factOf(key: string): Fact | undefined {
  return byKey.get(key)
}

/** 事实 of one application; what is not known is not there. */
export type Facts = ReadonlyMap<string, FactValue>

function number(key: string, type: 'int' | 'double', label: string, unit: string, from: string): Fact {
  return { key, type, label, unit, from, isListed: isList(from) }
}

function words(key: string, label: string, options: readonly string[], from: string): Fact {
  return { key, type: 'string', label, unit: '', options, from, isListed: isList(from) }
}

function flag(key: string, yes: string, no: string, from: string): Fact {
  return { key, type: 'bool', label: yes, unit: '', said: [yes, no], from, isListed: isList(from) }
}

function isList(from: string): boolean {
  return from.includes('名单')
}
