import { Problem } from '../domain/problem.ts'
import { type BagLayout, memberOf, textOf } from './bag-layout.ts'
import { headerFile, recordsFile } from './bag-names.ts'
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts'
import { type PackageHeader, parseHeader } from './header.ts'
import { malformed } from './malformed.ts'
import { recordLines } from './record-lines.ts'
import { type ApplicationRecord, brokenInRecord, countsOf, totalFenOf } from './records.ts'

/** Reads the header of a bag whose digests and signatures have been checked. */
export function readHeader(layout: BagLayout): PackageHeader {
  const header = parseHeader(parseCanonicalJson(textOf(layout, headerFile)))
  if ('broken' in header) throw malformed('header', header.broken.join(', '))
  if (header.id !== layout.id) throw malformed('header', 'id')
  if (header.kind !== layout.kind) throw malformed('header', 'kind')
  return header
}

export function readRecords(layout: BagLayout, header: PackageHeader): readonly ApplicationRecord[] {
  if (header.kind !== 'applications') throw malformed('kind-not-readable', header.kind)
  const lines = textOf(layout, recordsFile(header.kind)).split('\n')
  if (lines.pop() !== '') throw malformed('record', 'last')
  const records = lines.map(readRecord)
  if (!recordLines(records).equals(memberOf(layout, recordsFile(header.kind))))
    refuseOtherSpelling(records, lines)
  const misplaced = records.find((record, index) => index > 0 && record.id <= (records[index - 1]?.id ?? ''))
  if (misplaced !== undefined) throw malformed('record-order', misplaced.id)
  return records
}

export function checkCounts(header: PackageHeader, records: readonly ApplicationRecord[]): void {
  const found = countsOf(records)
  const names = Object.keys(found) as (keyof typeof found)[]
  const differing = names.filter((name) => found[name] !== header.counts[name])
  if (differing.length > 0) throw malformed('counts', differing.join(', '))
}

export function checkTotal(header: PackageHeader, records: readonly ApplicationRecord[]): void {
  const foundFen = totalFenOf(records)
  if (foundFen === header.totalFen) return
  const facts = { where: header.id, expectedFen: header.totalFen ?? 0, foundFen: foundFen ?? 0 }
  throw new Problem('package.totals-differ', facts)
}

function readRecord(line: string, index: number): ApplicationRecord {
  const value = parsed(line)
  const broken = brokenInRecord(value)
  if (broken.length > 0) throw malformed('record', `line ${index + 1} ${broken.join(', ')}`)
  return value as ApplicationRecord
}

function refuseOtherSpelling(records: readonly ApplicationRecord[], lines: readonly string[]): never {
  const index = records.findIndex((record, at) => canonicalJson(record) !== lines[at])
  throw malformed('record', `line ${index + 1}`)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
