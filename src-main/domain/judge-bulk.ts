import { accountTail } from './account-no.ts'
import {
  type BulkCell,
  bulkEntity,
  type BulkField,
  type BulkLine,
  type BulkPerson,
  bulkFields,
  parseBulkValue,
  type PastedLine,
} from './bulk-change.ts'
import { findBulkPerson } from './bulk-person.ts'
import { maskPhone } from './phone.ts'

/** What stands behind one cell: the thing it changes and its value now, or why there is none. */
type Target = { readonly entityId: string; readonly before: string } | { readonly rule: string }

/** 预览 — every line judged against what stands; a value said twice differently is refused the second time. */
export function judgeBulk(lines: readonly PastedLine[], people: readonly BulkPerson[]): BulkLine[] {
  const said = new Map<string, string>()
  return lines.map((line) => judgeLine(line, people, said))
}

function judgeLine(line: PastedLine, people: readonly BulkPerson[], said: Map<string, string>): BulkLine {
  const found = findBulkPerson(line, people)
  if (!found.ok) return { line: line.line, person: null, rule: found.rule, cells: [] }
  const { person } = found
  const cells = bulkFields.flatMap((field) => {
    const text = line.values[field] ?? ''
    return text.trim() === '' ? [] : [judgeCell(field, text, person, said)]
  })
  return { line: line.line, person, rule: null, cells }
}

function judgeCell(field: BulkField, text: string, person: BulkPerson, said: Map<string, string>): BulkCell {
  const target = targetOf(field, person)
  const of = { field, entity: bulkEntity(field) }
  if ('rule' in target)
    return { ...of, entityId: '', before: '', after: text, state: 'wrong', rule: target.rule }
  const { entityId, before } = target
  const cell = { ...of, entityId, before }
  if (isMaskOf(field, text, before)) return { ...cell, after: before, state: 'same', rule: null }
  const parsed = parseBulkValue(field, text)
  if (!parsed.ok) return { ...cell, after: text, state: 'wrong', rule: parsed.rule }
  const after = parsed.value
  const key = `${entityId}|${field}`
  const earlier = said.get(key)
  if (earlier !== undefined)
    return earlier === after
      ? { ...cell, after, state: 'same', rule: 'said-above' }
      : { ...cell, after, state: 'wrong', rule: 'said-otherwise' }
  said.set(key, after)
  if (after === before) return { ...cell, after, state: 'same', rule: null }
  const rule = field === 'accountNo' || field === 'bankName' ? whyNotPaidTo(person, field, after) : null
  return { ...cell, after, state: rule === null ? 'change' : 'wrong', rule }
}

function targetOf(field: BulkField, person: BulkPerson): Target {
  const entity = bulkEntity(field)
  if (entity === 'person')
    return { entityId: person.personId, before: person.values[field as keyof BulkPerson['values']] }
  if (entity === 'household')
    return person.householdId === null
      ? { rule: 'no-household' }
      : {
          entityId: person.householdId,
          before: person.household[field as keyof BulkPerson['household']],
        }
  const [account] = person.accounts
  if (account === undefined) return { rule: 'no-account' }
  if (person.accounts.length > 1) return { rule: 'several-accounts' }
  return { entityId: account.id, before: account[field as 'bankName' | 'custody' | 'accountNo'] }
}

/** What has left with an account keeps it; the same number twice is one account too many. */
function whyNotPaidTo({ accounts }: BulkPerson, field: BulkField, after: string): string | null {
  if (accounts.some(({ isInPackage }) => isInPackage)) return 'in-package'
  const isTwice = field === 'accountNo' && accounts.slice(1).some(({ accountNo }) => accountNo === after)
  return isTwice ? 'account-twice' : null
}

/** 138****0001 and …1234 come back as our own tables showed them: nobody changed them. */
function isMaskOf(field: BulkField, text: string, before: string): boolean {
  if (before === '') return false
  if (field === 'phone') return text.trim() === maskPhone(before)
  return field === 'accountNo' && text.trim().replace(/^\.{2,}/, '…') === `…${accountTail(before)}`
}
