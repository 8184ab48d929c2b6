import { comparePolicyLists, type PolicyDifference } from '../domain/policy-difference.ts'
import { inScopeOf } from '../domain/role.ts'
import {
  countAffected,
  findEarlierPolicyList,
  listPolicyLines,
  listPolicyLists,
  type StoredPolicyLine,
  type StoredPolicyList,
} from '../store/policy-queries.ts'
import { listTerms, type StoredTerms } from '../store/programme-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import type { QueryContext } from './context.ts'
import { editorsOf } from './decide-policy-list.ts'

interface Asked {
  readonly year: number
  /** What the shown list is compared with: for a draft what is in force now, else what the year before had. */
  readonly against: 'in-force' | 'last-year'
}

/** 政策清单 — the year's draft or else what is in force, against the list before it, with what a change touches. */
export async function showPolicyList(ctx: QueryContext, { year, against }: Asked) {
  const [lists, names] = await Promise.all([listPolicyLists(ctx.reader, year), listUserNames(ctx.reader)])
  const draft = lists.find(({ status }) => status === 'draft')
  const inForce = lists.find(({ status }) => status === 'in-force')
  const shown = draft ?? inForce
  const earlier = await findEarlierPolicyList(ctx.reader, year)
  const before = draft !== undefined && inForce !== undefined && against === 'in-force' ? inForce : earlier
  const lines = shown === undefined ? [] : await linesInScope(ctx, shown)
  const compared = before === undefined ? [] : await linesInScope(ctx, before)
  const listed = lines.filter(({ dropped }) => dropped === 0)
  const left = compared.filter(({ dropped }) => dropped === 0)
  const list = shown === undefined ? null : await viewOf(ctx, shown, names)
  return {
    list,
    inForceVersion: inForce?.version ?? null,
    before: before === undefined ? null : { year: before.year, version: before.version, title: before.title },
    lines: listed.map(({ listId: _list, dropped: _dropped, editedBy, ...line }) => ({
      ...line,
      editedBy: names.get(editedBy) ?? '',
    })),
    differences: await withAffected(ctx, year, {
      found: before === undefined ? [] : comparePolicyLists(listed, left),
      lines: listed,
      dropped: lines.filter(({ dropped }) => dropped === 1),
    }),
    history: lists.map(({ version, status, source, enteredBy, enteredAt, decidedBy, decidedAt, reason }) => ({
      ...{ version, status, source, enteredAt, decidedAt, reason },
      enteredBy: names.get(enteredBy) ?? '',
      decidedBy: decidedBy === null ? null : (names.get(decidedBy) ?? ''),
    })),
  }
}

async function linesInScope(ctx: QueryContext, { id }: StoredPolicyList): Promise<StoredPolicyLine[]> {
  const lines = await listPolicyLines(ctx.reader, id)
  return lines.filter(({ programmeCode }) => inScopeOf(ctx.scope, { programmeCode }))
}

async function viewOf(ctx: QueryContext, list: StoredPolicyList, names: ReadonlyMap<string, string>) {
  const editors = editorsOf(list, await listPolicyLines(ctx.reader, list.id))
  const isWhole = ctx.scope.programmes === 'all'
  const isDraft = list.status === 'draft'
  const decides = ctx.actor.roles.some((role) => role === 'reviewer' || role === 'approver')
  return {
    ...{ listId: list.id, version: list.version, title: list.title, source: list.source },
    ...{ status: isDraft ? ('draft' as const) : ('in-force' as const), enteredAt: list.enteredAt },
    enteredBy: names.get(list.enteredBy) ?? '',
    decidedBy: list.decidedBy === null ? null : (names.get(list.decidedBy) ?? ''),
    decidedAt: list.decidedAt,
    mayPutInForce: isDraft && isWhole && decides && !editors.has(ctx.actor.userId),
    mayWithdraw: isDraft && isWhole && !ctx.actor.roles.includes('auditor'),
  }
}

interface Compared {
  readonly found: readonly PolicyDifference[]
  readonly lines: readonly StoredPolicyLine[]
  readonly dropped: readonly StoredPolicyLine[]
}

/** Beside each difference: what is under way of the programme, and whether its terms still say what the list says. */
async function withAffected(ctx: QueryContext, year: number, { found, lines, dropped }: Compared) {
  const [affected, terms] = await Promise.all([countAffected(ctx.reader, year), listTerms(ctx.reader, year)])
  const active = new Map(
    terms.filter(({ status }) => status === 'active').map((one) => [one.programmeCode, one]),
  )
  return found.map((one) => ({
    ...one,
    reason: dropped.find(({ programmeCode }) => programmeCode === one.programmeCode)?.reason ?? '',
    applications: affected.get(one.programmeCode)?.applications ?? 0,
    notices: affected.get(one.programmeCode)?.notices ?? 0,
    terms: termsAgainst(
      active.get(one.programmeCode),
      lines.find(({ programmeCode }) => programmeCode === one.programmeCode),
    ),
  }))
}

/** `off-list`: terms are in force of a programme the list has not; `rate-differs`: they pay another rate than it says. */
function termsAgainst(stored: StoredTerms | undefined, line: StoredPolicyLine | undefined) {
  if (stored === undefined) return 'none' as const
  if (line === undefined) return 'off-list' as const
  const differs = line.rateYuan !== null && Number(line.rateYuan) !== Number(stored.terms.rateYuan ?? NaN)
  return differs ? ('rate-differs' as const) : ('active' as const)
}
