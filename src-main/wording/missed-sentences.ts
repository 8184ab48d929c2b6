import type { MissedBeneficiary } from '../domain/checks/missed-beneficiaries.ts'
import { disabilityKinds, disabilityLevels, reliefKinds } from '../domain/list-words.ts'
import { labelOfMeaning } from '../domain/word-list.ts'

/** 应享未享 in words: what speaks for it, and that it still has to be found out (field-notes 25). */
export function missedSentence({ entitlement, age, certificate, relief }: MissedBeneficiary): string {
  const grounds = [
    entitlement.minimumAge === null ? '' : `现 ${String(age)} 周岁`,
    certificate === undefined
      ? ''
      : `残疾人证${labelOfMeaning(disabilityKinds, certificate.kind)}${labelOfMeaning(disabilityLevels, certificate.level)}`,
    relief === undefined ? '' : `${labelOfMeaning(reliefKinds, relief.reliefKind)}名单上有${relief.name}一户`,
  ].filter((part) => part !== '')
  return `可能符合，待核：${entitlement.words}（${grounds.join('，')}）。`
}
