import { count, day, divisionCode, fields, instant, matching, nullable, text, uuid } from './shape.ts'

export interface PersonInRecord {
  readonly name: string
  readonly idNumber: string
}

export interface PayeeInRecord extends PersonInRecord {
  readonly accountNo: string
  /** null where the roll names none. */
  readonly bankName: string | null
}

/** One of the five figures of a line: what was asked, what the township found. */
export interface FigureInRecord {
  readonly quantityCenti: number
  readonly amountFen: number | null
}

/** Where and how long a line hung. */
export interface PublicityInRecord {
  readonly serial: string
  readonly version: number
  readonly firstDay: string
  readonly lastDay: string
}

/** 申报 — one line of an applications package. Amounts are null in the area stage of a rate still to be set. */
export interface ApplicationRecord {
  readonly id: string
  readonly villageCode: string
  /** null where the village has no groups. */
  readonly group: string | null
  /** null where the register does not know the household yet (户主待补). */
  readonly householdNo: string | null
  readonly householder: PersonInRecord | null
  readonly beneficiary: PersonInRecord
  readonly payee: PayeeInRecord
  readonly areaCentiMu: number
  /** A decimal of any precision, as text. */
  readonly rateYuan: string | null
  readonly amountFen: number | null
  /** null where the programme is never posted. */
  readonly publicity: PublicityInRecord | null
  readonly review: { readonly by: string; readonly at: string }
  readonly figures: { readonly applied: FigureInRecord; readonly reviewed: FigureInRecord }
}

/** What a receiver must find again, each counted by its own measure (口径). */
export interface PackageCounts {
  readonly rows: number
  readonly people: number
  readonly households: number
  readonly villages: number
  readonly areaCentiMu: number
}

const idNumber = matching(/^[0-9A-Z]{15,18}$/)
const decimal = matching(/^\d{1,12}(\.\d{1,12})?$/)
const person = fields<PersonInRecord>({ name: text, idNumber })
const figure = fields<FigureInRecord>({ quantityCenti: count, amountFen: nullable(count) })

const recordShape = fields<ApplicationRecord>({
  id: uuid,
  villageCode: divisionCode,
  group: nullable(text),
  householdNo: nullable(text),
  householder: nullable(person),
  beneficiary: person,
  payee: fields<PayeeInRecord>({ name: text, idNumber, accountNo: text, bankName: nullable(text) }),
  areaCentiMu: count,
  rateYuan: nullable(decimal),
  amountFen: nullable(count),
  publicity: nullable(
    fields<PublicityInRecord>({ serial: text, version: count, firstDay: day, lastDay: day }),
  ),
  review: fields<ApplicationRecord['review']>({ by: text, at: instant }),
  figures: fields<ApplicationRecord['figures']>({ applied: figure, reviewed: figure }),
})

/** The fields of a record that are missing, unknown or not as they must be. */
export function brokenInRecord(value: unknown): readonly string[] {
  return recordShape.fits(value) ? [] : recordShape.broken(value, '')
}

/** People are counted by ID number, households by village and number; one without a number is its own. */
export function countsOf(records: readonly ApplicationRecord[]): PackageCounts {
  return {
    rows: records.length,
    people: new Set(records.map((record) => record.beneficiary.idNumber)).size,
    households: new Set(records.map(householdOf)).size,
    villages: new Set(records.map((record) => record.villageCode)).size,
    areaCentiMu: records.reduce((sum, record) => sum + record.areaCentiMu, 0),
  }
}

/** The sum of rounded lines; null where no line has an amount yet. */
export function totalFenOf(records: readonly ApplicationRecord[]): number | null {
  if (records.length > 0 && records.every((record) => record.amountFen === null)) return null
  return records.reduce((sum, record) => sum + (record.amountFen ?? 0), 0)
}

function householdOf(record: ApplicationRecord): string {
  return `${record.villageCode} ${record.householdNo ?? `of ${record.beneficiary.idNumber}`}`
}
