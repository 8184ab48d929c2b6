import { dayInShanghai } from '../domain/day.ts'
import { withoutNumbers } from '../domain/masking.ts'
import { formatYuan } from '../domain/money.ts'
import { endingOf } from '../domain/objection.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { renderPublicityStatement } from '../documents/publicity-statement.tsx'
import { getTownship } from '../store/division-queries.ts'
import { listObjections } from '../store/objection-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import { getPublicity, listEvidence, type StoredPublicity } from '../store/publicity-queries.ts'
import { checkCode } from '../wording/check-code.ts'
import {
  noticeEndingLabels,
  objectionOutcomeLabels,
  objectionWayLabels,
} from '../wording/objection-labels.ts'
import { evidenceTexts } from '../wording/publicity-labels.ts'
import type { ExchangeContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { exportSerial } from './export-ledger.ts'
import { trace } from './trace.ts'

type Print = (html: string) => Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }>

/** 公示情况说明 — of a notice that is concluded; it names nobody, neither on the list nor who objected. */
export async function printPublicityStatement(
  ctx: ExchangeContext,
  { publicityId }: { readonly publicityId: string },
  print: Print,
) {
  const publicity = await getPublicity(ctx.reader, publicityId)
  if (!inScopeOf(ctx.scope, publicity)) throw new Problem('record.not-found', { what: '公示' })
  const { concludedAt } = publicity
  if (concludedAt === null)
    throw new Problem('record.wrong-status', { status: publicity.status, step: 'statement' })
  const serial = exportSerial(ctx)
  const statement = await statementOf(ctx, { publicity, concludedAt, serial })
  const { bytes, extension } = await print(renderPublicityStatement(statement))
  await ctx.inTransaction((command) => trace(command, 'publicity.statement', publicity.id, { serial }))
  const title = statement.objections.length === 0 ? '公示无异议证明' : '公示情况说明'
  return ctx.files.offer(
    `${title}_${villageTitle(publicity.villageName)}_${publicity.serial}.${extension}`,
    bytes,
  )
}

interface Concluded {
  readonly publicity: StoredPublicity
  readonly concludedAt: string
  readonly serial: string
}

async function statementOf(ctx: ExchangeContext, { publicity, concludedAt, serial }: Concluded) {
  const { terms } = await getTerms(ctx.reader, publicity.termsId)
  const objections = await listObjections(ctx.reader, publicity.id)
  const { openObjections: open, dismissedObjections: dismissed, upheldObjections: upheld } = publicity
  return {
    ...{ townshipName: (await getTownship(ctx.reader)).name, serial, person: null, askedBy: '' },
    ...{ isDemonstration: await isDemonstration(ctx.reader), printedBy: ctx.actor.displayName },
    ...{ printedOn: ctx.today(), villageName: villageTitle(publicity.villageName), year: publicity.year },
    ...{ programmeName: terms.name, noticeSerial: publicity.serial, edition: publicity.edition },
    ...{ checkCode: checkCode(publicity.frozenHash), lines: publicity.lines },
    amountYuan: formatYuan(publicity.amountFen),
    ...{ postedOn: publicity.postedOn ?? '', lastDay: publicity.lastDay ?? '' },
    ...{ place: publicity.postedPlace ?? '', postedBy: publicity.postedBy ?? '' },
    evidence: evidenceTexts(await listEvidence(ctx.reader, publicity.id)),
    objections: objections
      .toSorted((a, b) => a.lineNo - b.lineNo)
      .map(({ lineNo, receivedOn, way, outcome, answer }): [string, string, string] => [
        `第 ${String(lineNo)} 行`,
        `${receivedOn} ${objectionWayLabels[way]}`,
        withoutNumbers(`${outcome === null ? '' : objectionOutcomeLabels[outcome]}。${answer}`),
      ]),
    ending: noticeEndingLabels[endingOf({ open, dismissed, upheld })],
    concludedOn: dayInShanghai(Date.parse(concludedAt)),
  }
}
