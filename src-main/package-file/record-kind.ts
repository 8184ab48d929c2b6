import { type AssignmentRecord, brokenInAssignment } from './assignment-records.ts'
import { canonicalJson } from './canonical-json.ts'
import type { DraftHeader } from './header.ts'
import { recordLines } from './record-lines.ts'
import {
  type ApplicationRecord,
  brokenInRecord,
  countsOf,
  type PackageCounts,
  totalFenOf,
} from './records.ts'
import { refuseOutsideBatch } from './refuse-outside-batch.ts'
import { brokenInResults, type ResultsRecord } from './results-records.ts'
import { countsOfAssignment, countsOfResults } from './survey-counts.ts'

/** What the records of each kind are that this program can build and read. */
export interface RecordsOfKind {
  readonly applications: ApplicationRecord
  readonly 'survey-assignment': AssignmentRecord
  readonly 'survey-results': ResultsRecord
}
export type ReadableKind = keyof RecordsOfKind

/** How one kind's records are proven, written and counted. */
export interface RecordKind<R> {
  /** The fields that are missing, unknown or not as they must be. */
  broken(value: unknown): readonly string[]
  /** The one canonical spelling of records that are not broken, a line each. */
  lines(records: readonly R[]): Buffer
  counts(records: readonly R[]): PackageCounts
  totalFen(records: readonly R[]): number | null
  refuseOutside(header: DraftHeader, records: readonly R[]): void
}

const noMoney = { lines: canonicalLines, totalFen: () => null, refuseOutside: () => undefined }

const kinds: { readonly [K in ReadableKind]: RecordKind<RecordsOfKind[K]> } = {
  applications: {
    broken: brokenInRecord,
    lines: recordLines,
    counts: countsOf,
    totalFen: totalFenOf,
    refuseOutside: refuseOutsideBatch,
  },
  'survey-assignment': { ...noMoney, broken: brokenInAssignment, counts: countsOfAssignment },
  'survey-results': { ...noMoney, broken: brokenInResults, counts: countsOfResults },
}

export function isReadableKind(kind: string): kind is ReadableKind {
  return Object.hasOwn(kinds, kind)
}

export function recordKindOf<K extends ReadableKind>(kind: K): RecordKind<RecordsOfKind[K]> {
  return kinds[kind]
}

function canonicalLines(records: readonly object[]): Buffer {
  return Buffer.from(records.map((record) => `${canonicalJson(record)}\n`).join(''), 'utf8')
}
