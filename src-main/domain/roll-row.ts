import { parseAccountNo, type ReadAccountNo } from './account-no.ts'
import { parseArea } from './area.ts'
import type { Day } from './day.ts'
import type { Sex } from './id-number.ts'
import { amountFen, fenFromYuan, parseRate } from './money.ts'
import { type NamedPerson, type Place, readPerson, readPlace } from './named-person.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import { RowReader, type RowText } from './row-reader.ts'
import type { ParsedRow } from './row-rule.ts'

/** 清册一行 — one payment line of a farmland roll; the amount is area × standard, the printed one is kept beside. */
export interface RollRow extends NamedPerson, Place {
  readonly sex: Sex
  readonly birthDate: Day
  readonly areaCentiMu: number
  readonly rateYuan: string | null
  readonly amountFen: number | null
  readonly printedAmountFen: number | null
  readonly accountNo: string
  readonly accountKind: ReadAccountNo['kind']
  readonly accountLuhn: boolean
  readonly bankName: string
  readonly phone: string
  readonly remark: string
}

export function parseRollRow(row: RowText, given: { readonly rateYuan?: string } = {}): ParsedRow<RollRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  const area = readArea(reader)
  const account = reader.parse('accountNo', parseAccountNo)
  const rateYuan = readRate(reader, given.rateYuan)
  if (!person || area === undefined || !account) return reader.rejected()
  const amount = rateYuan === null ? null : amountFen(area, rateYuan)
  return reader.accepted({
    ...person.named,
    ...readPlace(reader),
    sex: person.id.sex,
    birthDate: person.id.birthDate,
    areaCentiMu: area,
    rateYuan,
    amountFen: amount,
    printedAmountFen: readPrintedAmount(reader, amount),
    accountNo: account.accountNo,
    accountKind: account.kind,
    accountLuhn: account.luhn,
    bankName: plainText(reader.text('bankName')),
    phone: withoutSpaces(reader.text('phone')),
    remark: reader.text('remark'),
  })
}

/** The area paid for; some lists keep what does not count to the cap in a column of its own. */
function readArea(reader: RowReader): number | undefined {
  const counted = reader.parse('area', parseArea)
  if (reader.text('uncappedArea') === '') return counted?.centiMu
  const uncapped = reader.parse('uncappedArea', parseArea)
  return counted && uncapped ? counted.centiMu + uncapped.centiMu : undefined
}

function readRate(reader: RowReader, given: string | undefined): string | null {
  if (reader.text('rate') === '') return given ?? null
  const rate = reader.optional('rate', parseRate)
  if (rate === undefined) reader.refuse('rate', 'rate-not-number')
  return rate ?? null
}

function readPrintedAmount(reader: RowReader, amount: number | null): number | null {
  if (reader.text('amount') === '') return null
  const printed = reader.optional('amount', fenFromYuan)
  if (printed === undefined) reader.warn('amount-not-number')
  else if (amount !== null && printed !== amount) reader.warn('amount-mismatch')
  return printed ?? null
}
