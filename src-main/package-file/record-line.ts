import type { ApplicationRecord, FigureInRecord, PersonInRecord } from './records.ts'

/**
 * The canonical JSON of a valid record. Its fields stand here in RFC 8785 order, which spares sorting them
 * 4,000 times; a test holds it equal to the general way.
 */
export function recordLine(record: ApplicationRecord): string {
  const { figures, householder, payee, publicity, review } = record
  return JSON.stringify({
    amountFen: record.amountFen,
    areaCentiMu: record.areaCentiMu,
    beneficiary: person(record.beneficiary),
    figures: { applied: figure(figures.applied), reviewed: figure(figures.reviewed) },
    group: record.group,
    householdNo: record.householdNo,
    householder: householder && person(householder),
    id: record.id,
    payee: {
      accountNo: payee.accountNo,
      bankName: payee.bankName,
      idNumber: payee.idNumber,
      name: payee.name,
    },
    publicity: {
      firstDay: publicity.firstDay,
      lastDay: publicity.lastDay,
      serial: publicity.serial,
      version: publicity.version,
    },
    rateYuan: record.rateYuan,
    review: { at: review.at, by: review.by },
    villageCode: record.villageCode,
  } satisfies ApplicationRecord)
}

function person({ idNumber, name }: PersonInRecord): PersonInRecord {
  return { idNumber, name }
}

function figure({ amountFen, quantityCenti }: FigureInRecord): FigureInRecord {
  return { amountFen, quantityCenti }
}
