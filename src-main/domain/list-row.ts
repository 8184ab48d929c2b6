import { parseAccountNo, type ReadAccountNo } from './account-no.ts'
import { parseArea } from './area.ts'
import { parseDay, type Day } from './day.ts'
import { parseGroupName } from './group-name.ts'
import { parseIdNumber, type ReadIdNumber, type Sex } from './id-number.ts'
import { landCapCentiMu } from './land-cap.ts'
import { amountFen, fenFromYuan, parseRate } from './money.ts'
import { parsePersonName } from './person-name.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import { RowReader, type RowText } from './row-reader.ts'
import type { ParsedRow } from './row-rule.ts'

export type { RowText } from './row-reader.ts'
export type { BrokenField, ParsedRow, RowRule } from './row-rule.ts'

interface NamedPerson {
  readonly name: string
  readonly idNumber: string
  readonly idUpgraded: boolean
}

/** 户籍一行 — one person of a household; sex and birth date are what the ID number says. */
export interface RegisterRow extends NamedPerson {
  readonly householdNo: string
  readonly village: string
  readonly group: string
  readonly relation: string
  readonly sex: Sex
  readonly birthDate: Day
  readonly ethnicity: string
  readonly hukouKind: string
  readonly phone: string
  readonly remark: string
}

/** 清册一行 — one payment line of a farmland roll; the amount is area × standard, the printed one is kept beside. */
export interface RollRow extends NamedPerson {
  readonly village: string
  readonly group: string
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

/** 确权一行 */
export interface LandRightRow extends NamedPerson {
  readonly village: string
  readonly group: string
  readonly confirmedCentiMu: number
  readonly nonEligibleCentiMu: number
  readonly transferredOutCentiMu: number
  readonly farmedForOthersCentiMu: number
  readonly capCentiMu: number
  readonly remark: string
}

/** 死亡名单一行 */
export interface DeceasedRow extends NamedPerson {
  readonly deathDate: Day
  readonly cancelDate: Day | null
  readonly address: string
}

/** 财政供养名单一行 */
export interface PayrollRow extends NamedPerson {
  readonly employer: string
  readonly category: string
}

export function parseRegisterRow(row: RowText): ParsedRow<RegisterRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  if (!person) return reader.rejected()
  warnOfContradictions(reader, person.id)
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
  })
}

export function parseRollRow(row: RowText, given: { readonly rateYuan?: string } = {}): ParsedRow<RollRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  const area = reader.parse('area', parseArea)
  const account = reader.parse('accountNo', parseAccountNo)
  const rateYuan = readRate(reader, given.rateYuan)
  if (!person || !area || !account) return reader.rejected()
  const amount = rateYuan === null ? null : amountFen(area.centiMu, rateYuan)
  return reader.accepted({
    ...person.named,
    ...readPlace(reader),
    sex: person.id.sex,
    birthDate: person.id.birthDate,
    areaCentiMu: area.centiMu,
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

export function parseLandRightRow(row: RowText): ParsedRow<LandRightRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  const confirmed = reader.parse('confirmedArea', parseArea)?.centiMu
  const nonEligible = readDeduction(reader, 'nonEligibleArea')
  const transferredOut = readDeduction(reader, 'transferredOutArea')
  const farmedForOthers = readDeduction(reader, 'farmedForOthersArea')
  if (!person || confirmed === undefined) return reader.rejected()
  return reader.accepted({
    ...person.named,
    ...readPlace(reader),
    confirmedCentiMu: confirmed,
    nonEligibleCentiMu: nonEligible,
    transferredOutCentiMu: transferredOut,
    farmedForOthersCentiMu: farmedForOthers,
    capCentiMu: landCapCentiMu({ confirmed, nonEligible, transferredOut, farmedForOthers }),
    remark: reader.text('remark'),
  })
}

export function parseDeceasedRow(row: RowText): ParsedRow<DeceasedRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  const deathDate = reader.optional('deathDate', parseDay)
  if (!deathDate)
    reader.refuse('deathDate', reader.text('deathDate') === '' ? 'day-missing' : 'day-unreadable')
  if (!person || !deathDate) return reader.rejected()
  return reader.accepted({
    ...person.named,
    deathDate,
    cancelDate: reader.optional('cancelDate', parseDay) ?? null,
    address: plainText(reader.text('address')),
  })
}

export function parsePayrollRow(row: RowText): ParsedRow<PayrollRow> {
  const reader = new RowReader(row)
  const person = readPerson(reader)
  if (!person) return reader.rejected()
  const employer = plainText(reader.text('employer'))
  return reader.accepted({ ...person.named, employer, category: plainText(reader.text('category')) })
}

function readPerson(reader: RowReader): { named: NamedPerson; id: ReadIdNumber } | undefined {
  const name = reader.parse('name', parsePersonName)
  const id = reader.parse('idNumber', parseIdNumber)
  if (!name || !id) return undefined
  return { named: { name: name.name, idNumber: id.idNumber, idUpgraded: id.upgraded15 }, id }
}

function readPlace(reader: RowReader): { village: string; group: string } {
  return { village: withoutSpaces(reader.text('village')), group: parseGroupName(reader.text('group')) }
}

// What the sheet says against its own ID number is told, never believed and never a reason to send a person away.
function warnOfContradictions(reader: RowReader, id: ReadIdNumber): void {
  const sex = { 男: 'male', 男性: 'male', 女: 'female', 女性: 'female' }[plainText(reader.text('sex'))]
  if (sex !== undefined && sex !== id.sex) reader.warn('sex-differs')
  if (reader.text('birthDate') === '') return
  const birthDate = reader.optional('birthDate', parseDay)
  if (birthDate === undefined) reader.warn('birth-date-unreadable')
  else if (birthDate !== id.birthDate) reader.warn('birth-date-differs')
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

// Ledgers leave out what does not apply: an empty cell or a dash is nothing to deduct.
function readDeduction(reader: RowReader, field: string): number {
  if (/^[-—–－/／无]*$/.test(reader.text(field))) return 0
  return reader.parse(field, parseArea)?.centiMu ?? 0
}
