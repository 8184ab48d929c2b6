import { parseAccountNo } from './account-no.ts'
import { parseDay, type Day } from './day.ts'
import { parseCertificate } from './disability-certificate.ts'
import { parseIdNumber } from './id-number.ts'
import {
  disabilityKinds,
  disabilityLevels,
  reliefChanges,
  reliefClasses,
  reliefKinds,
  selfCareLevels,
  supportModes,
} from './list-words.ts'
import { fenFromYuan } from './money.ts'
import { type NamedPerson, otherId, otherName, type Place, readPerson, readPlace } from './named-person.ts'
import { parsePersonName } from './person-name.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import { RowReader, type RowText } from './row-reader.ts'
import type { ParsedRow } from './row-rule.ts'
import { isOpenEnded, parseDayOrMonth } from './term-text.ts'
import type { WordsByField } from './word-list.ts'

/** 残疾人证一行 — kind and level are what the number says. */
export interface CertificateRow extends NamedPerson {
  readonly certificateNo: string
  readonly kind: string
  readonly level: string
  readonly expiresOn: Day | null
  readonly issuedOn: Day | null
  readonly address: string
}

/** 社会救助一行 — a household under its head, or one person of it. */
export interface ReliefRow extends NamedPerson, Place {
  readonly reliefKind: string
  readonly reliefClass: string
  readonly householdSize: number | null
  readonly insured: number | null
  readonly amountFen: number | null
  readonly since: Day | null
  readonly until: Day | null
  readonly change: string
  readonly supportMode: string
  readonly selfCare: string
  readonly headName: string
  readonly headId: string
  readonly relation: string
  readonly certificateNo: string
  readonly accountNo: string
  readonly school: string
  readonly employer: string
  readonly remark: string
}

export function parseCertificateRow(row: RowText, said: WordsByField = {}): ParsedRow<CertificateRow> {
  const reader = new RowReader(row, said)
  const name = reader.parse('name', parsePersonName)
  const certificate = reader.parse('certificateNo', parseCertificate)
  const expiresOn = readExpiry(reader)
  if (!name || !certificate) return reader.rejected()
  warnOfDifferences(reader, certificate)
  const { idNumber, certificateNo, kind, level } = certificate
  return reader.accepted({
    name: name.name,
    idNumber,
    idUpgraded: false,
    certificateNo,
    kind,
    level,
    expiresOn,
    issuedOn: reader.optional('issuedOn', parseDay) ?? null,
    address: plainText(reader.text('address')),
  })
}

/** The number was given by the federation; a column beside it that says otherwise was typed by somebody. */
function warnOfDifferences(
  reader: RowReader,
  certificate: { readonly idNumber: string; readonly kind: string; readonly level: string },
): void {
  const kind = reader.meaning('disabilityKind', disabilityKinds)
  const level = reader.meaning('disabilityLevel', disabilityLevels)
  const id = reader.optional('idNumber', parseIdNumber)
  const differs =
    (kind !== undefined && kind !== certificate.kind) ||
    (level !== undefined && level !== certificate.level) ||
    (id.ok && id.idNumber !== certificate.idNumber)
  if (differs) reader.warn('certificate-differs')
}

function readExpiry(reader: RowReader): Day | null {
  const text = reader.text('expiresOn')
  if (isOpenEnded(text)) return null
  // 2017-11-15至2027-11-15: the last of the two
  const last =
    plainText(text)
      .split(/至|到|~|—|--/)
      .at(-1) ?? ''
  const day = reader.optional('expiresOn', (_, origin) => parseDayOrMonth(last.trim(), origin))
  if (day === undefined) reader.warn('expiry-missing')
  return day ?? null
}

export function parseReliefRow(row: RowText, said: WordsByField = {}): ParsedRow<ReliefRow> {
  const reader = new RowReader(row, said)
  const person = readPerson(reader)
  const reliefKind = reader.meaning('reliefKind', reliefKinds)
  if (reliefKind === undefined) reader.refuse('reliefKind', 'relief-kind-unknown')
  if (!person || reliefKind === undefined) return reader.rejected()
  return reader.accepted({
    ...person.named,
    ...readPlace(reader),
    reliefKind,
    reliefClass: reader.meaningOrWarn('reliefClass', reliefClasses),
    householdSize: readCount(reader, 'householdSize'),
    insured: readCount(reader, 'insured'),
    amountFen: readAmount(reader),
    since: reader.optional('since', parseDayOrMonth) ?? null,
    until: reader.optional('until', parseDayOrMonth) ?? null,
    change: reader.meaningOrWarn('change', reliefChanges),
    supportMode: reader.meaningOrWarn('supportMode', supportModes),
    selfCare: reader.meaningOrWarn('selfCare', selfCareLevels),
    headName: otherName(reader, 'headName'),
    headId: otherId(reader, 'headId'),
    relation: plainText(reader.text('relation')),
    certificateNo: withoutSpaces(reader.text('certificateNo')).toUpperCase(),
    accountNo: readAccountNo(reader),
    school: plainText(reader.text('school')),
    employer: plainText(reader.text('employer')),
    remark: reader.text('remark'),
  })
}

function readCount(reader: RowReader, field: string): number | null {
  const match = /^(\d{1,3})(?:\.0+)?(?:人|口)?$/.exec(withoutSpaces(reader.text(field)))
  return match ? Number(match[1]) : null
}

function readAmount(reader: RowReader): number | null {
  if (reader.text('amount') === '') return null
  const amount = reader.optional('amount', fenFromYuan)
  if (amount === undefined) reader.warn('amount-unreadable')
  return amount ?? null
}

/** Kept to compare cards with, not to pay to: one that lost its digits is told of. */
function readAccountNo(reader: RowReader): string {
  if (reader.text('accountNo') === '') return ''
  const account = reader.optional('accountNo', parseAccountNo)
  if (!account.ok) reader.warn('account-unusable')
  return account.ok ? account.accountNo : ''
}
