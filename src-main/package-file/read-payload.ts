import { Problem } from '../domain/problem.ts'
import { type BagLayout, memberOf, textOf } from './bag-layout.ts'
import { headerFile, recordsFile } from './bag-names.ts'
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts'
import { packageFormat, type PackageHeader, parseHeader } from './header.ts'
import { malformed } from './malformed.ts'
import {
  isReadableKind,
  type ReadableKind,
  type RecordKind,
  recordKindOf,
  type RecordsOfKind,
} from './record-kind.ts'

/** Reads the header of a bag whose digests and signatures have been checked. */
export function readHeader(layout: BagLayout): PackageHeader {
  const value = parseCanonicalJson(textOf(layout, headerFile))
  refuseOtherFormat(value)
  const header = parseHeader(value)
  if ('broken' in header) throw malformed('header', header.broken.join(', '))
  if (header.id !== layout.id) throw malformed('header', 'id')
  if (header.kind !== layout.kind) throw malformed('header', 'kind')
  return header
}

/** A newer or older program's package says so, before its fields are called wrong. */
function refuseOtherFormat(value: unknown): void {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (typeof format !== 'string' || format === packageFormat || !/^onecard-package\/[\d.]{1,8}$/.test(format))
    return
  throw new Problem('package.other-version', { format })
}

/** 包内记录 — of a kind this program reads, each proven and written the one way. */
export type Payload = {
  readonly [K in ReadableKind]: { readonly kind: K; readonly records: readonly RecordsOfKind[K][] }
}[ReadableKind]

export function readRecords(layout: BagLayout, header: PackageHeader): Payload {
  if (!isReadableKind(header.kind)) throw malformed('kind-not-readable', header.kind)
  return { kind: header.kind, records: recordsOf(layout, header.kind) } as Payload
}

function recordsOf<K extends ReadableKind>(layout: BagLayout, kind: K): readonly RecordsOfKind[K][] {
  const own = recordKindOf(kind)
  const lines = textOf(layout, recordsFile(kind)).split('\n')
  if (lines.pop() !== '') throw malformed('record', 'last')
  const records = lines.map((line, index) => readRecord(own, line, index))
  if (!own.lines(records).equals(memberOf(layout, recordsFile(kind)))) refuseOtherSpelling(records, lines)
  const misplaced = records.find((record, index) => index > 0 && record.id <= (records[index - 1]?.id ?? ''))
  if (misplaced !== undefined) throw malformed('record-order', misplaced.id)
  return records
}

export function checkBatch(header: PackageHeader, { kind, records }: Payload): void {
  recordKindOf(kind).refuseOutside(header, records as never)
}

export function checkCounts(header: PackageHeader, { kind, records }: Payload): void {
  const found = recordKindOf(kind).counts(records as never)
  const names = Object.keys(found) as (keyof typeof found)[]
  const differing = names.filter((name) => found[name] !== header.counts[name])
  if (differing.length > 0) throw malformed('counts', differing.join(', '))
}

export function checkTotal(header: PackageHeader, { kind, records }: Payload): void {
  const foundFen = recordKindOf(kind).totalFen(records as never)
  if (foundFen === header.totalFen) return
  const facts = { where: header.id, expectedFen: header.totalFen ?? 0, foundFen: foundFen ?? 0 }
  throw new Problem('package.totals-differ', facts)
}

function readRecord<R>(own: RecordKind<R>, line: string, index: number): R {
  const value = parsed(line)
  const broken = own.broken(value)
  if (broken.length > 0) throw malformed('record', `line ${index + 1} ${broken.join(', ')}`)
  return value as R
}

function refuseOtherSpelling(records: readonly object[], lines: readonly string[]): never {
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
