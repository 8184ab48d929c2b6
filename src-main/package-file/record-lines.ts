import { JsonBytes } from './json-bytes.ts'
import type { ApplicationRecord, FigureInRecord, PersonInRecord } from './records.ts'

const bytesOfOne = 900

/**
 * Valid records, each as a line of canonical JSON. Their fields stand here in RFC 8785 order, which spares sorting
 * them 4,000 times; a test holds every line equal to the general way.
 */
export function recordLines(records: readonly ApplicationRecord[]): Buffer {
  const json = new JsonBytes(records.length * bytesOfOne)
  for (const record of records) writeLine(json, record)
  return json.end()
}

function writeLine(json: JsonBytes, record: ApplicationRecord): void {
  json.raw('{"amountFen":')
  json.number(record.amountFen)
  json.raw(',"areaCentiMu":')
  json.number(record.areaCentiMu)
  json.raw(',"beneficiary":')
  writePerson(json, record.beneficiary)
  json.raw(',"figures":{"applied":')
  writeFigure(json, record.figures.applied)
  json.raw(',"reviewed":')
  writeFigure(json, record.figures.reviewed)
  writeText(json, '},"group":', record.group)
  writeText(json, ',"householdNo":', record.householdNo)
  json.raw(',"householder":')
  if (record.householder === null) json.raw('null')
  else writePerson(json, record.householder)
  writeText(json, ',"id":', record.id)
  writePayee(json, record.payee)
  writePublicity(json, record.publicity)
  writeText(json, ',"rateYuan":', record.rateYuan)
  writeText(json, ',"review":{"at":', record.review.at)
  writeText(json, ',"by":', record.review.by)
  writeText(json, '},"villageCode":', record.villageCode)
  json.raw('}\n')
}

function writePerson(json: JsonBytes, { idNumber, name }: PersonInRecord): void {
  writeText(json, '{"idNumber":', idNumber)
  writeText(json, ',"name":', name)
  json.raw('}')
}

function writeFigure(json: JsonBytes, { amountFen, quantityCenti }: FigureInRecord): void {
  json.raw('{"amountFen":')
  json.number(amountFen)
  json.raw(',"quantityCenti":')
  json.number(quantityCenti)
  json.raw('}')
}

function writePayee(json: JsonBytes, payee: ApplicationRecord['payee']): void {
  writeText(json, ',"payee":{"accountNo":', payee.accountNo)
  writeText(json, ',"bankName":', payee.bankName)
  writeText(json, ',"idNumber":', payee.idNumber)
  writeText(json, ',"name":', payee.name)
}

function writePublicity(json: JsonBytes, publicity: ApplicationRecord['publicity']): void {
  if (publicity === null) {
    json.raw('},"publicity":null')
    return
  }
  writeText(json, '},"publicity":{"firstDay":', publicity.firstDay)
  writeText(json, ',"lastDay":', publicity.lastDay)
  writeText(json, ',"serial":', publicity.serial)
  json.raw(',"version":')
  json.number(publicity.version)
  json.raw('}')
}

function writeText(json: JsonBytes, before: string, value: string | null): void {
  json.raw(before)
  json.text(value)
}
