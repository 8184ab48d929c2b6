import { findMissed, type MissedBeneficiary } from '../domain/checks/missed-beneficiaries.ts'
import type { Entitlement } from '../domain/check-rules.ts'
import { idTail } from '../domain/id-number.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { readAllExclusions, readEntitlements } from '../store/check-rule-queries.ts'
import { listVillages } from '../store/division-queries.ts'
import { readCertificates, readDeceased, readRelief } from '../store/listed-facts.ts'
import { listRegisteredPeople, readApplied } from '../store/missed-queries.ts'
import { listProgrammes, listTerms } from '../store/programme-queries.ts'
import { missedSentence } from '../wording/missed-sentences.ts'
import type { QueryContext } from './context.ts'

interface MissedPage {
  readonly year: number
  readonly entitlementId?: string | undefined
  readonly villageCode?: string | undefined
  readonly after: string | null
  readonly limit: number
}

/** 应享未享 — who may be entitled and has not applied, a page of it in order of village; never a decision. */
export async function showMissed(ctx: QueryContext, input: MissedPage) {
  const entitlements = (await readEntitlements(ctx.reader)).filter(({ programme }) =>
    inScopeOf(ctx.scope, { programmeCode: programme }),
  )
  const missed = (await findAll(ctx, entitlements, input)).toSorted((a, b) => compare(keyOf(a), keyOf(b)))
  const names = new Map((await listProgrammes(ctx.reader)).map(({ code, name }) => [code, name]))
  const villages = new Map(
    (await listVillages(ctx.reader)).map(({ code, name }) => [code, villageTitle(name)]),
  )
  const chosen = missed.filter(
    ({ entitlement }) => input.entitlementId === undefined || entitlement.id === input.entitlementId,
  )
  const rest = chosen.filter((one) => input.after === null || compare(keyOf(one), input.after) > 0)
  const page = rest.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: page.map((one) => toRow(one, names, villages)),
    next: last !== undefined && rest.length > page.length ? keyOf(last) : null,
    total: chosen.length,
    byEntitlement: entitlements.map(({ id, programme }) => ({
      entitlementId: id,
      programmeName: names.get(programme) ?? programme,
      people: missed.filter(({ entitlement }) => entitlement.id === id).length,
    })),
  }
}

async function findAll(ctx: QueryContext, entitlements: readonly Entitlement[], input: MissedPage) {
  const { reader } = ctx
  const exclusions = await readAllExclusions(reader)
  const programmes = new Set([
    ...entitlements.map(({ programme }) => programme),
    ...exclusions.flatMap((rule) => rule.with.programme ?? []),
  ])
  const terms = (await listTerms(reader, input.year)).filter(({ status }) => status === 'active')
  const asOf = (code: string) =>
    terms.find(({ programmeCode }) => programmeCode === code)?.terms.eligibilityDate ?? ctx.today()
  const facts = {
    people: await listRegisteredPeople(reader, ctx.scope, input.villageCode),
    exclusions,
    certificates: await readCertificates(reader),
    relief: await readRelief(reader),
    deceased: await readDeceased(reader),
    applied: await readApplied(reader, [...programmes], input.year),
  }
  return entitlements.flatMap((one) => findMissed(one, facts, asOf(one.programme)))
}

/** Also where a page goes on: the last row's own, never how many were read. */
function keyOf({ person, entitlement }: MissedBeneficiary): string {
  return `${person.villageCode}:${person.groupName}:${person.personId}:${entitlement.id}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function toRow(
  missed: MissedBeneficiary,
  names: ReadonlyMap<string, string>,
  villages: ReadonlyMap<string, string>,
) {
  const { person, entitlement, age, sources } = missed
  const programmeName = names.get(entitlement.programme) ?? entitlement.programme
  return {
    key: keyOf(missed),
    ...{ personId: person.personId, householdId: person.householdId, villageCode: person.villageCode },
    villageName: villages.get(person.villageCode) ?? '',
    ...{ groupName: person.groupName, name: person.name, idTail: idTail(person.idNumber), age },
    ...{ programmeCode: entitlement.programme, programmeName },
    detail: missedSentence(missed),
    sources: [...sources],
  }
}
