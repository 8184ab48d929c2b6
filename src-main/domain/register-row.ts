import { parseAccountNo, type ReadAccountNo } from './account-no.ts'
import { parseDay, type Day } from './day.ts'
import type { ReadIdNumber, Sex } from './id-number.ts'
import { objectStates, sexes } from './list-words.ts'
import { type NamedPerson, otherId, otherName, type Place, readPerson, readPlace } from './named-person.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import { RowReader, type RowText } from './row-reader.ts'
import type { ParsedRow } from './row-rule.ts'
import type { WordsByField } from './word-list.ts'

/** 户籍一行 — one person of a household; sex and birth date are what the ID number says. */
export interface RegisterRow extends NamedPerson, Place {
  readonly householdNo: string
  readonly relation: string
  readonly sex: Sex
  readonly birthDate: Day
  readonly ethnicity: string
  readonly hukouKind: string
  readonly phone: string
  readonly remark: string
  /** 户主, where the list names one beside each person; empty otherwise. */
  readonly headName: string
  readonly headId: string
  readonly account: RegisterAccount | null
}

export interface RegisterAccount {
  readonly accountNo: string
  readonly kind: ReadAccountNo['kind']
  readonly holderName: string
  readonly bankName: string
}

export function parseRegisterRow(row: RowText, said: WordsByField = {}): ParsedRow<RegisterRow> {
  const reader = new RowReader(row, said)
  const person = readPerson(reader)
  if (!person) return reader.rejected()
  warnOfContradictions(reader, person.id)
  if (row['state'] !== undefined && reader.meaning('state', objectStates) === 'void')
    reader.refuse('state', 'object-void')
  return reader.accepted({
    ...person.named,
    householdNo: withoutSpaces(reader.text('householdNo')),
    ...readPlace(reader),
    relation: plainText(reader.text('relation')),
    sex: person.id.sex,
    birthDate: person.id.birthDate,
    ethnicity: plainText(reader.text('ethnicity')),
    hukouKind: plainText(reader.text('hukouKind')),
    phone: withoutSpaces(reader.text('phone')),
    remark: reader.text('remark'),
    headName: row['headName'] === undefined ? '' : otherName(reader, 'headName'),
    headId: row['headId'] === undefined ? '' : otherId(reader, 'headId'),
    account: row['accountNo'] === undefined ? null : readAccount(reader, person.named.name),
  })
}

// What the sheet says against its own ID number is told, never believed and never a reason to send a person away.
function warnOfContradictions(reader: RowReader, id: ReadIdNumber): void {
  const sex = reader.meaning('sex', sexes)
  if (sex !== undefined && sex !== id.sex) reader.warn('sex-differs')
  if (reader.text('birthDate') === '') return
  const birthDate = reader.optional('birthDate', parseDay)
  if (birthDate === undefined) reader.warn('birth-date-unreadable')
  else if (birthDate !== id.birthDate) reader.warn('birth-date-differs')
}

/** An account beside a person is a help: one that cannot be used is told of and left out. */
function readAccount(reader: RowReader, name: string): RegisterAccount | null {
  if (reader.text('accountNo') === '') return null
  const account = reader.optional('accountNo', parseAccountNo)
  if (!account.ok) {
    reader.warn('account-unusable')
    return null
  }
  const { accountNo, kind } = account
  const holderName = reader.text('payeeName') === '' ? name : otherName(reader, 'payeeName')
  return { accountNo, kind, holderName, bankName: plainText(reader.text('bankName')) }
}
