import { checkCode } from '../wording/check-code.ts'
import { readPaperCode, type CodeRead, type PaperCode } from '../domain/paper-code.ts'
import type { TrayReason } from '../domain/paper-kind.ts'
import { inScopeOf } from '../domain/role.ts'
import { getTownship } from '../store/division-queries.ts'
import { findPage, findPaperBySerial, listLinesOnPage } from '../store/paper-queries.ts'
import { findPublicityBySerial, type StoredPublicity } from '../store/publicity-queries.ts'
import type { QueryContext } from './context.ts'

export interface Place {
  readonly documentId: string
  readonly pageNo: number
}

/** 判码 — where the codes on one picture say it belongs, or why a person has to look. */
export interface Judged {
  readonly places: readonly Place[]
  readonly notice: StoredPublicity | null
  /** null where everything found its place. */
  readonly why: TrayReason | null
}

/** A photo may show two sheets, or a payment code beside one: what is ours counts, the rest only where nothing is. */
export async function judgeCodes(ctx: QueryContext, texts: readonly string[]): Promise<Judged> {
  const judged: Judged[] = []
  for (const text of texts) judged.push(await judge(ctx, readPaperCode(text)))
  const places = judged.flatMap((one) => one.places)
  const notice = judged.find((one) => one.notice !== null)?.notice ?? null
  const reasons = judged.flatMap((one) => (one.why === null ? [] : [one.why]))
  const open = reasons.find((why) => why === 'household-open')
  if (places.length > 0) return { places, notice: null, why: open ?? null }
  if (notice !== null) return { places, notice, why: null }
  return { places, notice, why: reasons.find((why) => why !== 'no-code') ?? 'no-code' }
}

const nowhere = (why: TrayReason): Judged => ({ places: [], notice: null, why })

async function judge(ctx: QueryContext, read: CodeRead): Promise<Judged> {
  if (read.is === 'paper') return judgePage(ctx, read.code)
  if (read.is === 'notice') return judgeNotice(ctx, read)
  return nowhere('no-code')
}

async function judgePage(ctx: QueryContext, code: PaperCode): Promise<Judged> {
  const township = await getTownship(ctx.reader)
  if (township.code.slice(0, 9) !== code.townshipCode) return nowhere('other-township')
  const paper = await findPaperBySerial(ctx.reader, code.serial)
  if (paper === undefined) return nowhere('unknown-paper')
  const page = await findPage(ctx.reader, paper.id, code.page)
  if (page?.checkCode !== code.check || code.pages !== paper.pages) return nowhere('altered')
  if (!inScopeOf(ctx.scope, paper)) return nowhere('other-village')
  if (paper.status === 'void') return nowhere('voided')
  const lines = await listLinesOnPage(ctx.reader, paper.id, code.page)
  const isOpen = paper.blank === 1 && lines.some((line) => line.householdId === null)
  return {
    places: [{ documentId: paper.id, pageNo: code.page }],
    notice: null,
    why: isOpen ? 'household-open' : null,
  }
}

async function judgeNotice(
  ctx: QueryContext,
  { serial, edition, check }: Extract<CodeRead, { is: 'notice' }>,
): Promise<Judged> {
  const notice = await findPublicityBySerial(ctx.reader, serial, edition)
  if (notice === undefined) return nowhere('unknown-paper')
  if (checkCode(notice.frozenHash) !== check) return nowhere('altered')
  if (!inScopeOf(ctx.scope, notice)) return nowhere('other-village')
  if (notice.status === 'withdrawn') return nowhere('voided')
  return notice.status === 'frozen' ? nowhere('notice-not-posted') : { places: [], notice, why: null }
}
