import { daysBetween, type Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { isPublicityOver } from '../domain/publicity-days.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { uncoveredCharacters } from '../documents/font-faces.ts'
import { renderNotice } from '../documents/notice.tsx'
import { type Period, sumByVillageAndStatus } from '../store/application-queries.ts'
import { listAuditOf } from '../store/audit-of.ts'
import { listVillages } from '../store/division-queries.ts'
import {
  getPublicity,
  listEvidence,
  listPublicities,
  type StoredPublicity,
} from '../store/publicity-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import { listVerifications } from '../store/verification-queries.ts'
import { auditSentence } from '../wording/audit-sentences.ts'
import type { QueryContext } from './context.ts'
import { noticeOf } from './publicity-document.ts'

/** 公示看板 of a period: every publicity with its next step, and the villages that have something to post. */
export async function showPublicities(ctx: QueryContext, period: Period) {
  const rows = await listPublicities(ctx.reader, period, ctx.scope)
  const sums = await sumByVillageAndStatus(ctx.reader, period, ctx.scope)
  const stated = await listVerifications(ctx.reader, period)
  const villages = await listVillages(ctx.reader)
  const of = (code: string, status: string) =>
    sums.find((sum) => sum.villageCode === code && sum.status === status)
  return {
    rows: rows.map((row) => toRow(row, ctx.today())),
    ready: villages.flatMap(({ code, name }) => {
      const approved = of(code, 'approved')
      if (approved === undefined) return []
      const { rows: count, areaCentiMu, amountFen } = approved
      const waiting = of(code, 'submitted')?.rows ?? 0
      return [
        {
          villageCode: code,
          villageName: villageTitle(name),
          rows: count,
          areaCentiMu,
          amountFen,
          waiting,
          verified: stated.has(code),
        },
      ]
    }),
  }
}

export async function showPublicity(ctx: QueryContext, input: { publicityId: string }) {
  const stored = await readInScope(ctx, input.publicityId)
  const evidence = await listEvidence(ctx.reader, stored.id)
  const names = await listUserNames(ctx.reader)
  const entries = await listAuditOf(ctx.reader, stored.id)
  return {
    ...toRow(stored, ctx.today()),
    evidenceItems: evidence.map((item) => ({
      evidenceId: item.id,
      kind: item.kind as 'photo' | 'signed-posting' | 'screenshot',
      phase: item.phase,
      takenOn: item.takenOn,
      timeSource: item.timeSource,
      place: item.place,
      postedBy: item.postedBy,
      addedBy: item.addedByName,
      addedAt: item.addedAt,
      late: item.late === 1,
    })),
    trail: entries.map((entry) => ({
      at: entry.at,
      by: names.get(entry.actor) ?? '',
      what: auditSentence(entry),
    })),
  }
}

/** The very HTML that is previewed, printed and made into PDF, and the characters no font at hand can show. */
export async function showDocument(ctx: QueryContext, input: { publicityId: string }) {
  const html = renderNotice(await noticeOf(ctx.reader, await readInScope(ctx, input.publicityId)))
  return { html, uncovered: [...uncoveredCharacters(html)] }
}

async function readInScope(ctx: QueryContext, publicityId: string): Promise<StoredPublicity> {
  const stored = await getPublicity(ctx.reader, publicityId)
  if (!inScopeOf(ctx.scope, stored)) throw new Problem('record.not-found', { what: '公示' })
  return stored
}

function toRow(stored: StoredPublicity, today: Day) {
  const { id, document: _document, printedSha256, postedOn, lastDay, ...row } = stored
  const {
    termsId: _t,
    frozenBy: _f,
    postedPlace: _p,
    postedBy: _b,
    concludedBy: _c,
    withdrawnReason: _w,
    openObjections: open,
    dismissedObjections: dismissed,
    upheldObjections: upheld,
    ...shown
  } = row
  return {
    ...shown,
    villageName: villageTitle(shown.villageName),
    publicityId: id,
    postedOn,
    lastDay,
    daysLeft:
      lastDay === null || stored.status !== 'posted' ? null : Math.max(0, daysBetween(today, lastDay)),
    printed: printedSha256 !== null,
    objections: { open, dismissed, upheld },
    next: nextStep(stored, today),
  }
}

function nextStep(stored: StoredPublicity, today: Day) {
  if (stored.status === 'withdrawn') return 'withdrawn' as const
  if (stored.status === 'concluded') return 'done' as const
  if (stored.printedSha256 === null) return 'print' as const
  if (stored.postedOn === null || stored.lastDay === null) return 'post' as const
  if (stored.evidence === 0) return 'evidence' as const
  if (!isPublicityOver(stored.lastDay, today)) return 'wait' as const
  return stored.openObjections > 0 ? ('objection' as const) : ('conclude' as const)
}
