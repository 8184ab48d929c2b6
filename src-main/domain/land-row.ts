import { parseArea } from './area.ts'
import type { Day } from './day.ts'
import { parseIdNumber } from './id-number.ts'
import { landCapCentiMu } from './land-cap.ts'
import { subsidyReceivers } from './list-words.ts'
import { type NamedPerson, otherName, type Place, readPerson, readPlace } from './named-person.ts'
import { plainText, withoutSpaces } from './plain-text.ts'
import { RowReader, type RowText } from './row-reader.ts'
import type { ParsedRow } from './row-rule.ts'
import { readTerm } from './read-term.ts'
import type { WordsByField } from './word-list.ts'

/** 确权一行 */
export interface LandRightRow extends NamedPerson, Place {
  readonly confirmedCentiMu: number
  readonly nonEligibleCentiMu: number
  readonly transferredOutCentiMu: number
  readonly farmedForOthersCentiMu: number
  readonly capCentiMu: number
  readonly remark: string
}

/** 流转一笔 — a giver, a taker (a person or an organisation), a parcel, a time, and who draws the subsidy. */
export interface LandTransferRow extends NamedPerson, Place {
  readonly takerName: string
  readonly takerId: string
  readonly takerCreditCode: string
  readonly parcel: string
  readonly areaCentiMu: number
  readonly from: Day | null
  readonly to: Day | null
  readonly subsidyTo: 'giver' | 'taker' | 'unknown'
  readonly agreement: string
  readonly remark: string
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

export function parseLandTransferRow(row: RowText, said: WordsByField = {}): ParsedRow<LandTransferRow> {
  const reader = new RowReader(row, said)
  const person = readPerson(reader)
  const area = reader.parse('area', parseArea)?.centiMu
  if (area === 0) reader.refuse('area', 'area-missing')
  const taker = readTaker(reader)
  const term = readTerm(reader)
  if (!person || area === undefined) return reader.rejected()
  const subsidyTo = reader.meaningOrWarn('subsidyTo', subsidyReceivers)
  return reader.accepted({
    ...person.named,
    ...readPlace(reader),
    ...taker,
    parcel: plainText(reader.text('parcel')),
    areaCentiMu: area,
    ...term,
    subsidyTo: subsidyTo === 'giver' || subsidyTo === 'taker' ? subsidyTo : 'unknown',
    agreement: plainText(reader.text('agreement')),
    remark: reader.text('remark'),
  })
}

function readTaker(reader: RowReader) {
  const takerName = otherName(reader, 'takerName')
  const written = withoutSpaces(reader.text('takerId')).toUpperCase()
  const id = reader.optional('takerId', parseIdNumber)
  const isCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(written) && !id.ok
  if (takerName === '' && written === '') reader.warn('counterpart-missing')
  else if (written !== '' && !id.ok && !isCode) reader.warn('counterpart-unreadable')
  return { takerName, takerId: id.ok ? id.idNumber : '', takerCreditCode: isCode ? written : '' }
}

// Ledgers leave out what does not apply: an empty cell or a dash is nothing to deduct.
function readDeduction(reader: RowReader, field: string): number {
  if (/^[-—–－/／无]*$/.test(reader.text(field))) return 0
  return reader.parse(field, parseArea)?.centiMu ?? 0
}
