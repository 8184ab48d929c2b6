import { parseAccountNo, type ReadAccountNo } from './account-no.ts'
import { parseArea } from './area.ts'
import type { Day } from './day.ts'
import type { Sex } from './id-number.ts'
import { amountFen, fenFromYuan, parseRate } from './money.ts'
import { type NamedPerson, otherId, otherName, type Place, readPerson, readPlace } from './named-person.ts'
import { sameName } from './person-name.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import { RowReader, type RowText } from './row-reader.ts'
import type { ParsedRow } from './row-rule.ts'
import { meaningOf, type WordList, type WordsByField } from './word-list.ts'

/** 发放名册一行 — what somebody was paid under a programme; 享受人, 收款人 and 户主 may be three people. */
export interface AllowanceRow extends NamedPerson, Place {
  readonly sex: Sex
  readonly birthDate: Day
  readonly programmeCode: string
  /** 补贴类别 as the list words it. */
  readonly category: string
  readonly quantityCenti: number | null
  readonly rateYuan: string
  readonly amountFen: number
  readonly printedAmountFen: number | null
  readonly account: { readonly accountNo: string; readonly kind: ReadAccountNo['kind'] } | null
  readonly bankName: string
  readonly payeeName: string
  readonly payeeId: string
  readonly headName: string
  readonly headId: string
  readonly certificateNo: string
  readonly paidState: string
  readonly failure: string
  readonly phone: string
  readonly remark: string
}

export interface AllowanceGiven {
  readonly said?: WordsByField
  /** The programmes there are; a list with several names one in each line. */
  readonly programmes: WordList
  /** The one programme of the whole list, or null where each line says. */
  readonly programmeCode: string | null
}

export function parseAllowanceRow(row: RowText, given: AllowanceGiven): ParsedRow<AllowanceRow> {
  const reader = new RowReader(row, given.said)
  const person = readPerson(reader)
  const programmeCode = programmeOf(reader, given)
  const money = readMoney(reader)
  if (!person || programmeCode === undefined) return reader.rejected()
  return reader.accepted({
    ...person.named,
    ...readPlace(reader),
    sex: person.id.sex,
    birthDate: person.id.birthDate,
    programmeCode,
    category: plainText(reader.text('category')),
    ...money,
    account: readAccount(reader),
    bankName: plainText(reader.text('bankName')),
    ...readOthers(reader, person.named),
    certificateNo: withoutSpaces(reader.text('certificateNo')).toUpperCase(),
    paidState: plainText(reader.text('paidState')),
    failure: plainText(reader.text('failure')),
    phone: withoutSpaces(reader.text('phone')),
    remark: reader.text('remark'),
  })
}

function programmeOf(
  reader: RowReader,
  { programmeCode, programmes, said }: AllowanceGiven,
): string | undefined {
  if (programmeCode !== null) return programmeCode
  const meant = meaningOf(programmes, reader.text('category'), said?.['category'])
  if (meant === undefined) reader.refuse('category', 'programme-unknown')
  return meant
}

/** A former year's list is what was paid: the printed amount stands, and what does not fit it is told. */
function readMoney(reader: RowReader) {
  const quantityCenti = readQuantity(reader)
  const rateYuan = readRate(reader)
  const computed = quantityCenti === null || rateYuan === '' ? null : amountFen(quantityCenti, rateYuan)
  const printedAmountFen = readAmount(reader)
  if (printedAmountFen !== null && computed !== null && printedAmountFen !== computed)
    reader.warn('amount-differs')
  if (printedAmountFen === null && computed === null) reader.warn('amount-missing')
  return { quantityCenti, rateYuan, printedAmountFen, amountFen: printedAmountFen ?? computed ?? 0 }
}

function readQuantity(reader: RowReader): number | null {
  if (reader.text('quantity') === '') return null
  return (
    reader.parse('quantity', (text, origin) =>
      parseArea(text.replace(/(?:人|户|个月|月|头|只|株|台|套|孩|次)$/, ''), origin),
    )?.centiMu ?? null
  )
}

function readRate(reader: RowReader): string {
  const text = reader.text('rate').replace(/(?:元)?[/每]?(?:人|户|孩|月|年|[/·每])+$/, '')
  if (text === '') return ''
  const rate = reader.optional('rate', (_, origin) => parseRate(text, origin))
  if (rate === undefined) reader.warn('rate-not-number')
  return rate ?? ''
}

function readAmount(reader: RowReader): number | null {
  if (reader.text('amount') === '') return null
  const printed = reader.optional('amount', fenFromYuan)
  if (printed === undefined || printed < 0) reader.refuse('amount', 'amount-unreadable')
  return printed ?? null
}

function readAccount(reader: RowReader): AllowanceRow['account'] {
  if (reader.text('accountNo') === '') return null
  const account = reader.parse('accountNo', parseAccountNo)
  return account ? { accountNo: account.accountNo, kind: account.kind } : null
}

function readOthers(reader: RowReader, person: NamedPerson) {
  const payeeName = otherName(reader, 'payeeName')
  const payeeId = otherId(reader, 'payeeId')
  const isOther = payeeId === '' ? !sameName(payeeName, person.name) : payeeId !== person.idNumber
  if (payeeName !== '' && isOther) reader.warn('payee-differs')
  return { payeeName, payeeId, headName: otherName(reader, 'headName'), headId: otherId(reader, 'headId') }
}
