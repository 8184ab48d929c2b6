import { formatMu } from '../domain/area.ts'
import { accountTail } from '../domain/account-no.ts'
import type { Facts } from '../domain/field-change.ts'
import {
  disabilityKinds,
  disabilityLevels,
  measures,
  reliefChanges,
  reliefClasses,
  reliefKinds,
  selfCareLevels,
  supportModes,
} from '../domain/list-words.ts'
import { formatYuan } from '../domain/money.ts'
import { labelOfMeaning, type WordList } from '../domain/word-list.ts'

/** A line of a list outside the register as it is stored. */
interface Entry {
  readonly kind: 'deceased' | 'payroll' | 'disability' | 'relief' | 'conviction'
  readonly onDay: string | null
  readonly untilDay: string | null
  readonly category: string
  readonly level: string
  readonly amountFen: number | null
  /** JSON */
  readonly facts: string
}

type Stored = Readonly<Record<string, string | number | null | undefined>>

const tellers: { readonly [K in Entry['kind']]: (entry: Entry, stored: Stored) => Facts } = {
  deceased: ({ onDay }, { cancelDate, address }) => [
    ['死亡日期', text(onDay)],
    ['注销日期', text(cancelDate)],
    ['户籍地', text(address)],
  ],
  payroll: (_, { employer, category }) => [
    ['单位', text(employer)],
    ['人员类别', text(category)],
  ],
  disability: ({ category, level, untilDay }, { certificateNo }) => [
    ['残疾类别', meant(disabilityKinds, category)],
    ['残疾等级', meant(disabilityLevels, level)],
    ['有效期至', text(untilDay)],
    ['证号末四位', text(certificateNo).slice(-4)],
  ],
  relief: ({ category, level, amountFen, onDay, untilDay }, { insured, supportMode, selfCare, change }) => [
    ['救助类别', meant(reliefKinds, category)],
    ['保障类别', meant(reliefClasses, level)],
    ['月保障金额', amountFen === null ? '' : `${formatYuan(amountFen)} 元`],
    ['保障人口', text(insured)],
    ['供养方式', meant(supportModes, text(supportMode))],
    ['生活自理能力', meant(selfCareLevels, text(selfCare))],
    ['异动类型', meant(reliefChanges, text(change))],
    ['开始', text(onDay)],
    ['取消', text(untilDay)],
  ],
  conviction: ({ category, onDay, untilDay }, { place }) => [
    ['类别', meant(measures, category)],
    ['起', text(onDay)],
    ['止', text(untilDay)],
    ['执行机关', text(place)],
  ],
}

/** What a stored line says of somebody, in a clerk's words. */
export function entryFacts(entry: Entry): Facts {
  return tellers[entry.kind](entry, JSON.parse(entry.facts) as Stored)
}

export function landRightFacts(right: {
  readonly confirmedCentiMu: number
  readonly nonEligibleCentiMu: number
  readonly transferredOutCentiMu: number
  readonly farmedForOthersCentiMu: number
}): Facts {
  return [
    ['确权面积', formatMu(right.confirmedCentiMu)],
    ['不予补贴面积', formatMu(right.nonEligibleCentiMu)],
    ['流转出面积', formatMu(right.transferredOutCentiMu)],
    ['代耕代种面积', formatMu(right.farmedForOthersCentiMu)],
  ]
}

export function rollFacts(line: {
  readonly programme: string
  readonly areaCentiMu: number
  readonly amountFen: number
  readonly accountNo: string | null
}): Facts {
  return [
    ['项目', line.programme],
    ['面积', line.areaCentiMu === 0 ? '' : formatMu(line.areaCentiMu)],
    ['金额', formatYuan(line.amountFen)],
    ['账号', line.accountNo === null ? '' : `…${accountTail(line.accountNo)}`],
  ]
}

export function transferFacts(transfer: {
  readonly takerName: string
  readonly parcelText: string
  readonly areaCentiMu: number
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly subsidyTo: 'giver' | 'taker' | 'unknown'
}): Facts {
  const receivers = { giver: '转出方', taker: '转入方', unknown: '未约定' }
  return [
    ['转入方', transfer.takerName],
    ['地块', transfer.parcelText],
    ['面积', formatMu(transfer.areaCentiMu)],
    ['起', text(transfer.startsOn)],
    ['止', text(transfer.endsOn)],
    ['补贴归', receivers[transfer.subsidyTo]],
  ]
}

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

function meant(list: WordList, key: string): string {
  return key === '' ? '' : labelOfMeaning(list, key)
}
