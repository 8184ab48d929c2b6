import { packageKinds, type PackageKind, rolesOf } from './package-kind.ts'
import type { PackageCounts } from './records.ts'
import {
  count,
  divisionCode,
  fields,
  flag,
  instant,
  listOf,
  nullable,
  oneOf,
  optional,
  sha256,
  text,
  uuid,
  uuidV7,
} from './shape.ts'

export const packageFormat = 'onecard-package/1'

export interface PackageSoftware {
  readonly name: string
  readonly version: string
  readonly build: string
}

/** 批次 — programme × period × villages × first or supplementary. */
export interface PackageBatch {
  readonly programme: string
  readonly period: string
  readonly villages: readonly string[]
  readonly supplementary: boolean
}

/** What a package says of itself at build: no number in a sequence yet, and nobody has released it. */
export interface DraftHeader {
  readonly format: typeof packageFormat
  /** UUIDv7, also the top folder's name. */
  readonly id: string
  readonly kind: PackageKind
  /** 12 digits. */
  readonly township: string
  readonly programme?: string
  readonly period?: string
  /** The package this one replaces; only before a receipt. */
  readonly supersedes?: string
  readonly stage?: 'area' | 'amount'
  readonly demonstration: boolean
  readonly createdAt: string
  readonly createdBy: string
  readonly policyVersion: string
  readonly software: PackageSoftware
  readonly batch?: PackageBatch
  readonly counts: PackageCounts
  /** null in the area stage of a rate still to be set. */
  readonly totalFen: number | null
  /** Hash of the sender's audit chain at this point. */
  readonly auditHead: string
}

/** What only a release can say, given together with both signatures. */
export interface ReleaseFields {
  /** Per sender key, recipient and kind: from 1, no gaps. */
  readonly sequence: number
  /** sha256 of the tagmanifest before it in that sequence; null for 1. */
  readonly previous: string | null
  /** null only where the kind has no approver. */
  readonly approvedBy: string | null
}

/** 包头 — `data/package.json`. */
export interface PackageHeader extends DraftHeader, ReleaseFields {}

const draftRules = {
  format: oneOf(packageFormat),
  id: uuidV7,
  kind: oneOf(...packageKinds),
  township: divisionCode,
  programme: optional(text),
  period: optional(text),
  supersedes: optional(uuid),
  stage: optional(oneOf('area', 'amount')),
  demonstration: flag,
  createdAt: instant,
  createdBy: text,
  policyVersion: text,
  software: fields<PackageSoftware>({ name: text, version: text, build: text }),
  batch: optional(
    fields<PackageBatch>({
      programme: text,
      period: text,
      villages: listOf(divisionCode),
      supplementary: flag,
    }),
  ),
  counts: fields<PackageCounts>({
    rows: count,
    people: count,
    households: count,
    villages: count,
    areaCentiMu: count,
  }),
  totalFen: nullable(count),
  auditHead: sha256,
}

const draftShape = fields<DraftHeader>(draftRules)
const headerShape = fields<PackageHeader>({
  ...draftRules,
  sequence: count,
  previous: nullable(sha256),
  approvedBy: nullable(text),
})

/** The fields of a draft header that are missing, unknown or wrong. */
export function brokenInDraft(value: unknown): readonly string[] {
  const broken = draftShape.broken(value, '')
  return broken.length > 0 ? broken : betweenFields(value as DraftHeader)
}

/** The header, or the fields that are missing, unknown or wrong. */
export function parseHeader(value: unknown): PackageHeader | { readonly broken: readonly string[] } {
  const broken = headerShape.broken(value, '')
  if (broken.length > 0) return { broken }
  const header = value as PackageHeader
  const between = [...betweenFields(header), ...betweenReleaseFields(header)]
  return between.length > 0 ? { broken: between } : header
}

/** An applications package has programme, period and batch, and they agree; a survey's has a period and no money. */
function betweenFields(header: DraftHeader): readonly string[] {
  if (header.kind === 'survey-assignment' || header.kind === 'survey-results')
    return betweenSurveyFields(header)
  if (header.kind !== 'applications') return []
  const { batch, programme, period } = header
  if (batch === undefined || programme === undefined || period === undefined) return ['batch']
  return batch.programme === programme && batch.period === period ? [] : ['batch']
}

function betweenSurveyFields({ programme, period, batch, stage, totalFen }: DraftHeader): readonly string[] {
  const broken: string[] = []
  if (programme === undefined) broken.push('programme')
  if (period === undefined) broken.push('period')
  if (batch !== undefined) broken.push('batch')
  if (stage !== undefined) broken.push('stage')
  if (totalFen !== null) broken.push('totalFen')
  return broken
}

function betweenReleaseFields(header: PackageHeader): readonly string[] {
  const broken: string[] = []
  if (header.sequence < 1) broken.push('sequence')
  if ((header.sequence === 1) !== (header.previous === null)) broken.push('previous')
  if (rolesOf(header.kind).includes('approver') !== (header.approvedBy !== null)) broken.push('approvedBy')
  return broken
}
