import { checkTitle } from '../domain/checks/check-titles.ts'
import type { BringItem, OpenPoint } from '../domain/open-point.ts'
import type { PaidOutcome } from '../domain/paid-outcome.ts'
import { dayInWords } from './sentence.ts'
import { statusLabels } from './status-labels.ts'
import { mustVisitText, visitStateLabels } from './survey-labels.ts'

/** 到账情况 */
export const paidOutcomeLabels: { readonly [O in PaidOutcome]: string } = {
  paid: '已到账',
  failed: '发放失败',
  stopped: '停发',
  unsaid: '到账未注明',
}

/** 常用材料, as they are asked for: the original is looked at and given back. */
export const bringLabels: { readonly [B in BringItem]: string } = {
  'id-card': '本人居民身份证原件（核对后退还）',
  'household-booklet': '居民户口簿原件（核对后退还）',
  'bank-card': '本人社会保障卡或存折原件（核对后退还）',
  'agent-papers': '授权委托书，委托人和代办人的身份证原件',
  'guardian-proof': '监护关系证明和监护人身份证原件',
  'death-proof': '死亡证明（医院、公安或村委会出具）1 份',
  'land-paper': '土地承包经营权证或承包合同（原件和复印件各 1 份）',
  'transfer-agreement': '土地流转、代耕协议复印件 1 份',
  'employer-statement': '单位出具的工作、离职或退休情况说明 1 份',
  'disability-certificate': '换领后的残疾人证原件（核对后退还）',
  'phone-number': '能联系上的电话号码',
}

/** The same on the screen, short enough to be ticked at a glance. */
export const bringShort: { readonly [B in BringItem]: string } = {
  'id-card': '本人身份证',
  'household-booklet': '户口簿',
  'bank-card': '社保卡或存折',
  'agent-papers': '委托书、代办人证件',
  'guardian-proof': '监护证明',
  'death-proof': '死亡证明',
  'land-paper': '承包证或合同',
  'transfer-agreement': '流转、代耕协议',
  'employer-statement': '单位情况说明',
  'disability-certificate': '残疾人证',
  'phone-number': '电话号码',
}

export interface PointSentence {
  /** What it is about, in few words. */
  readonly title: string
  /** What is wrong, and what the person or the office does next. */
  readonly detail: string
}

/** What a check found, as the person may read it: who else it is about is not theirs to know. */
const findingsForVisitor: Readonly<Record<string, string>> = {
  C01: '死亡人员名单上有这个证号。人已不在的，由家属办理死亡和承接；名单有误的，请本人持证件核对。',
  C03: '同一证号本期不止一笔申报，请核对哪一笔属实。',
  C05: '收款账号与他人共用，请改用本人账户；由人代领的须有授权委托。',
  C06: '本人本期用了不止一个账号，请确认用哪一个，其余停用。',
  C08: '卡号可能抄错，请带卡核对。',
  C09: '原表是 15 位老证号，请带身份证核对。',
  C11: '在财政供养人员名单上，请说明是否属实。',
  C02: '有一项情况须本人或家属说明，请到窗口核对。',
  C04: '与另一项补贴可能不能同时享受，请核对保留哪一项。',
  C12: '有一项情况须按规定备案，请到窗口说明。',
  C13: '证件或条件须核对，请带有效证件。',
  C18: '登记的电话或住址与他人相同，请核对本人信息。',
  C19: '今年核实由他人代签，请本人确认。',
  C20: '补贴付给他人，须登记有效的委托或监护证明，或改用本人账户。',
  C23: '同户享受情况须核对，请到窗口说明。',
  C28: '同一户不止一人申报，请核对由谁申报。',
}

/** 未了事项 as it is printed for the person: nothing of other people. */
export function printedPoint(point: OpenPoint): PointSentence {
  const said = pointSentence(point)
  if (point.kind === 'finding') return { ...said, detail: findingsForVisitor[point.check] ?? point.detail }
  if (!('reason' in point)) return said
  const named = namingOthers.find((check) => point.reason.includes(checkTitle(check)))
  return named === undefined ? said : { ...said, detail: findingsForVisitor[named] ?? '' }
}

/** A return's reason is often the finding's own words; these tell of other people. */
const namingOthers = ['C03', 'C05', 'C12', 'C18', 'C20', 'C23', 'C28'] as const

/** 未了事项 as the clerk reads it. */
export function pointSentence(point: OpenPoint): PointSentence {
  switch (point.kind) {
    case 'returned':
      return { title: `${record(point)}退回补正`, detail: sentence(point.reason, '请按退回原因补正。') }
    case 'declined':
    case 'suspended':
    case 'stopped':
      return {
        title: `${record(point)}${statusLabels[point.kind]}`,
        detail: sentence(point.reason, '对处理有异议的，可以向经办窗口提出。'),
      }
    case 'finding':
      return { title: `${record(point)}：${point.title}`, detail: point.detail }
    case 'payment-failed':
      return {
        title: `${point.period}${point.programmeName}发放失败`,
        detail: sentence(point.why, '请核对账户，改正后由主管部门补发。'),
      }
    case 'payment-stopped':
      return { title: `${point.period}${point.programmeName}停发`, detail: sentence(point.why, '') }
    case 'visit':
      return { title: `${point.roundName}${visitStateLabels[point.state]}`, detail: visit(point) }
    case 'conflict':
      return {
        title: `${point.roundName}有 ${String(point.count)} 项两处填得不一样`,
        detail: '由经办人核对后选定。',
      }
    case 'page-missing':
      return {
        title: `调查表（${point.serial}）没有收回`,
        detail: `第 ${point.pages.replaceAll(',', '、')} 页，请村里签字后交回。`,
      }
    default:
      return personSentence(point)
  }
}

type PersonPoint = Exclude<
  OpenPoint,
  {
    readonly kind:
      | ('returned' | 'declined' | 'suspended' | 'stopped' | 'finding')
      | ('payment-failed' | 'payment-stopped' | 'visit' | 'conflict' | 'page-missing')
  }
>

/** Of the account, and of what the register and lists say of the person. */
function personSentence(point: PersonPoint): PointSentence {
  switch (point.kind) {
    case 'no-account':
      return { title: '没有收款账户', detail: '登记本人的社会保障卡或存折后才能发放。' }
    case 'account-doubt':
      return { title: `账户 ${point.accountMasked} 须核对`, detail: `${point.doubt}。` }
    case 'account-unconfirmed':
      return {
        title: `账户 ${point.accountMasked} 等第二人核对`,
        detail: '由另一位工作人员照卡面再输一遍。',
      }
    case 'authorisation-ends':
      return authorisation(point)
    case 'listed-dead':
      return {
        title: '在死亡人员名单上',
        detail: `${point.on === null ? '' : `名单写的是${dayInWords(point.on)}。`}本人到场的，核对证件后按“名单有误”处理。`,
      }
    case 'no-household':
      return { title: '人口库里没有户', detail: '只在清册上有，请核对户口簿后归户。' }
    case 'no-householder':
      return { title: '本户户主待补', detail: '请核对户口簿，关联户主。' }
    case 'old-id-number':
      return { title: '证号由 15 位升位', detail: '请见到身份证时核对。' }
    case 'no-phone':
      return { title: '没有联系电话', detail: '请登记能联系上的号码。' }
    case 'certificate-ends':
      return {
        title: point.isOver ? '残疾人证已到期' : '残疾人证快到期',
        detail: `有效期到${dayInWords(point.until)}，请到残联换领后登记。`,
      }
  }
}

function authorisation({
  of,
  name,
  validTo,
  isOver,
}: OpenPoint & { kind: 'authorisation-ends' }): PointSentence {
  const what = of === 'guardian' ? '监护证明' : '代办授权'
  return {
    title: `${what}${isOver ? '已到期' : '快到期'}`,
    detail: `${name}的${what}有效期到${dayInWords(validTo)}，请续办后登记。`,
  }
}

function visit({ nextOn, mustVisit }: OpenPoint & { kind: 'visit' }): string {
  const why = mustVisit.map(mustVisitText).join('；')
  const next = nextOn === null ? '' : `约定${dayInWords(nextOn)}再访。`
  return `${why === '' ? '' : `${why}。`}${next}可以当面补填调查表。`
}

function record({ year, programmeName }: { readonly year: number; readonly programmeName: string }): string {
  return `${String(year)} 年${programmeName}`
}

/** Somebody's own words, ended like a sentence, and what follows from them. */
function sentence(words: string, next: string): string {
  return `${words === '' || /[。！？]$/.test(words) ? words : `${words}。`}${next}`
}
