import type { CheckInput } from '../domain/checks/check-input.ts'
import { judgedLandRights } from '../domain/judged-land.ts'
import { paidBy, type ProgrammeTerms } from '../domain/programme-terms.ts'
import type { Period } from '../store/application-queries.ts'
import { readCheckRules } from '../store/check-rule-queries.ts'
import { type ExternalKind, hasEntries, listCategories } from '../store/external-entries.ts'
import { hasLandFacts, readLandFacts } from '../store/land-right-queries.ts'
import {
  readCertificates,
  readConvicted,
  readDeceased,
  readPayroll,
  readRelief,
} from '../store/listed-facts.ts'
import { readHouseholdMarks, readOtherBenefits, readSignedByOthers } from '../store/other-benefits.ts'
import type { Reader } from '../store/reader.ts'

/** 查谁 — the people and households some lines are about. */
export interface Among {
  readonly idNumbers: readonly string[]
  readonly householdIds: readonly string[]
}

/** 比对名单 — each read when first asked for, and once however many programmes ask. */
export type Lists = ReturnType<typeof listsOf>

export function listsOf(reader: Reader, among?: Among) {
  const idNumbers = among?.idNumbers
  return {
    among,
    deceased: once(() => readDeceased(reader, idNumbers)),
    payroll: once(() => readPayroll(reader, idNumbers)),
    certificates: once(async () =>
      (await hasEntries(reader, 'disability')) ? readCertificates(reader, idNumbers) : undefined,
    ),
    relief: once(() => readRelief(reader, idNumbers)),
    reliefKinds: once(() => listCategories(reader, 'relief')),
    isHere: (kind: ExternalKind) => hasEntries(reader, kind),
    convicted: once(() => readConvicted(reader, idNumbers)),
    land: once(async () => ((await hasLandFacts(reader)) ? readLandFacts(reader, idNumbers) : undefined)),
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => (reading ??= read())
}

/** Only what the programme is judged by is read: land for what is paid by land, certificates where it asks for one. */
export async function readCheckFacts(
  reader: Reader,
  period: Period,
  terms: ProgrammeTerms,
  lists: Lists,
): Promise<Omit<CheckInput, 'lines' | 'terms'>> {
  const { exclusions, requirement } = await readCheckRules(reader, period.programmeCode)
  const isByLand = paidBy(terms.unit) === 'land'
  const shutOut = exclusions.flatMap((one) => one.with.programme ?? [])
  const others = [...new Set(shutOut)].filter((code) => code !== period.programmeCode)
  const needsRelief = requirement !== undefined || exclusions.some((one) => one.with.relief !== undefined)
  const { idNumbers, householdIds } = lists.among ?? {}
  const land = isByLand ? await lists.land() : undefined
  return {
    exclusions,
    requirement,
    deceased: await lists.deceased(),
    payroll: await lists.payroll(),
    landRights: land && judgedLandRights(land, terms.eligibilityDate),
    certificates: requirement === undefined ? undefined : await lists.certificates(),
    relief: needsRelief ? await lists.relief() : [],
    convicted: await lists.convicted(),
    otherBenefits: await readOtherBenefits(reader, others, period.year, idNumbers),
    householdMarks: await readHouseholdMarks(reader, period.year, householdIds),
    signedByOthers: await readSignedByOthers(reader, period, householdIds),
  }
}
