import { disabilityKinds, disabilityLevels, measures, reliefKinds } from '../domain/list-words.ts'
import type { WordList } from '../domain/word-list.ts'
import { list, nameNote, number, type Read, text } from './finding-facts.ts'
import { custodyLabels } from './register-labels.ts'
import { dayInWords, listed } from './sentence.ts'

const certificateKinds: Readonly<Record<string, Read>> = {
  'not-listed': () =>
    '本项目要求持有残疾人证，导入的残疾人证名单上没有本人。请见证件或请残联核对；名单旧了的请更新名单，不要据此直接停发。',
  expired: (facts) =>
    `残疾人证 ${dayInWords(text(facts, 'expiresOn'))}到期。请本人或家属带证件核对，已换证的写明新证日期；没有换证的按政策办理，不要据此直接停发。`,
  level: (facts) =>
    `残疾人证是${meant(disabilityKinds, text(facts, 'disability'))}${meant(disabilityLevels, text(facts, 'level'))}，一般不在本项目范围内（${text(facts, 'basis')}）。请对照今年清单核对档次。`,
  'rule-not-met': (facts) =>
    `不符合本项目的资格规则（条款第 ${number(facts, 'version')} 版）：要${list(facts, 'unmet').join('；要')}。请核对事实，有错的先更正再重新检查；属实的不予通过或退回。`,
  'rule-undecided': (facts) =>
    `按资格规则（条款第 ${number(facts, 'version')} 版）判不了，缺：${listed(list(facts, 'missing'))}。请导入名单或补录后重新检查；一时补不齐的，核实后写明依据。`,
  'relief-ended': (facts) =>
    `${meant(reliefKinds, text(facts, 'relief'))}已停${since(text(facts, 'until'))}（名单上是${text(facts, 'listName')}一户）。资格随它停的，请核实后处理。`,
}

const copiedKinds: Readonly<Record<string, Read>> = {
  phone: (facts) =>
    `${number(facts, 'households')} 户留的是同一个电话：${listed(list(facts, 'names'))}。请抽查是否本人情况、是否照抄造册，并写明。`,
  address: (facts) =>
    `${number(facts, 'households')} 户写的是同一个门牌：${listed(list(facts, 'names'))}。请核对住址是否照抄。`,
  consecutive: (facts) =>
    `本村有 ${number(facts, 'people')} 个账号连号：${listed(list(facts, 'names'))}。集中开卡也会连号，请抽查卡是否在本人手里。`,
}

/** What the checks by rules, by lists beside the land and by the visit say. */
export const ruleFindings: Readonly<Record<string, Read>> = {
  C02: (facts) =>
    `在服刑强戒人员名单上：${meant(measures, text(facts, 'measure')) || '类别未写'}${term(facts)}${nameNote(facts)}。${rule(facts)}请核实是否本人、是否在期内，并写明意见；不据名单自动停发。`,
  C04: (facts) => `同时享受${benefits(facts)}${nameNote(facts)}。${exclusion(facts)}`,
  C07: (facts) => holderDetail(facts),
  C12: (facts) => cadreDetail(facts),
  C13: (facts) => (certificateKinds[text(facts, 'kind')] ?? (() => '请核对本人是否还符合条件。'))(facts),
  C18: (facts) => (copiedKinds[text(facts, 'kind')] ?? (() => '多行内容雷同，请抽查。'))(facts),
  C19: (facts) =>
    `今年核实时由${text(facts, 'relation')}${text(facts, 'signer')}代签${facts['mode'] === 'village' ? '（村组代核）' : ''}${facts['isSigned'] === 'no' ? '，没有见到签字原件' : ''}。请抽查回访本人，写明核实情况。`,
  C20: (facts) =>
    `付给${text(facts, 'payee')}，${text(facts, 'endedOn') === '' ? '没有登记委托或监护证明' : `委托或监护证明${dayInWords(text(facts, 'endedOn'))}已到期`}。请在户页登记有效证明，或改为本人账户。`,
  C22: (facts) =>
    `登记簿上${facts['status'] === 'cancelled' ? '户籍已注销' : '户籍已迁出'}${since(text(facts, 'movedOn'))}。请核实是否还在本地享受、有没有两地重复。`,
  C23: (facts) =>
    `同一户有${benefits(facts)}：${listed(list(facts, 'names'))}${nameNote(facts)}。${exclusion(facts)}`,
  C27: (facts) =>
    `调查时卡在${custodyLabels[facts['custody'] === 'village-cadre' ? 'village-cadre' : 'other']}手里。请核实原因，尽快交还本人；有委托的在户页登记。`,
  C28: (facts) =>
    `本项目一户一份，同一户有 ${number(facts, 'people')} 人各报：${listed(list(facts, 'names'))}。请核实是否已分户，未分户的只留一份。`,
}

function benefits(facts: Parameters<Read>[0]): string {
  const named = list(facts, 'others').map((other) =>
    other === 'payroll' ? '财政供养人员' : other === '' ? '本项目另一笔' : meant(reliefKinds, other) || other,
  )
  return named.length === 0 ? '互斥的另一项' : listed(named)
}

const follows: Readonly<Record<string, string>> = {
  hard: '请核实后只保留一项。',
  local: '本县是否这样规定，请按今年清单核对，并写明意见。',
  'choose-higher': '请择高保留一项，并写明。',
  suspend: '请核实后中止，期满可以恢复。',
}

/** On what grounds, and how certain they are: another county's rule is only something to ask about. */
function exclusion(facts: Parameters<Read>[0]): string {
  const basis = text(facts, 'basis')
  const region = text(facts, 'region')
  const doubt = text(facts, 'mark') === '证' && region === '全国' ? '' : '，尚未证实本县适用'
  return `${text(facts, 'words')}（${basis}${doubt}）。${follows[text(facts, 'kind')] ?? '请核实，并写明意见。'}`
}

function holderDetail(facts: Parameters<Read>[0]): string {
  const tail = `尾号 ${text(facts, 'accountTail')} 的账户`
  if (facts['kind'] === 'bank')
    return `银行退回${tail}：${text(facts, 'said')}。照此再付还会失败，请换成本人能用的账户。`
  if (facts['kind'] === 'organisation')
    return `${tail}是对公账户，今年清单没有写明可以付给组织。请改为本人账户，或核对清单。`
  return `${tail}户名是${text(facts, 'holderName')}，与享受人不同名，也没有登记委托或监护。请核实是曾用名、写错，还是他人的卡。`
}

function cadreDetail(facts: Parameters<Read>[0]): string {
  const marks = list(facts, 'marks')
  const said = [
    marks.includes('cadre') ? '户里有现任村干部' : '',
    marks.includes('staff-kin') ? '与经办人员或村干部有近亲属关系' : '',
  ].filter((part) => part !== '')
  const from = [
    said.length > 0 ? `入户时说${said.join('、')}` : '',
    marks.includes('declared-kin') ? '工作人员本人申报与这一户是近亲属，须由别人决定' : '',
  ].filter((part) => part !== '')
  const who = list(facts, 'who')
  const named = who.length === 0 ? '' : `（${listed(who)}）`
  return `${from.join('；')}${named}。请按规定备案、公示，并写明核实意见。`
}

function rule(facts: Parameters<Read>[0]): string {
  const words = text(facts, 'follows')
  return words === '' ? '' : `${words}（${text(facts, 'basis')}）。`
}

function term(facts: Parameters<Read>[0]): string {
  const from = text(facts, 'from')
  const to = text(facts, 'to')
  if (from === '' && to === '') return '，名单没写起止'
  return `，${from === '' ? '' : dayInWords(from)}至${to === '' ? '今' : dayInWords(to)}`
}

function since(day: string): string {
  return day === '' ? '' : `（${dayInWords(day)}）`
}

function meant(words: WordList, key: string): string {
  return words.find((one) => one.key === key)?.label ?? ''
}
