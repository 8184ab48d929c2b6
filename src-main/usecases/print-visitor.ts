import { formatMu } from '../domain/area.ts'
import { formatYuan } from '../domain/money.ts'
import { withoutNumbers } from '../domain/masking.ts'
import { type BringItem, bringItems, pointKey } from '../domain/open-point.ts'
import { Problem } from '../domain/problem.ts'
import type { CounterSheet } from '../documents/counter-sheet.tsx'
import { renderOneTimeNotice } from '../documents/one-time-notice.tsx'
import { renderVisitorSlip } from '../documents/visitor-slip.tsx'
import type { FileRef } from '../ports/files.ts'
import { getTownship } from '../store/division-queries.ts'
import { statusLabels } from '../wording/status-labels.ts'
import { bringLabels, paidOutcomeLabels, printedPoint } from '../wording/visitor-sentences.ts'
import type { ExchangeContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { officeOf } from './settings.ts'
import { rowsOf, visitorFacts, whoOf } from './show-visitor.ts'
import { trace } from './trace.ts'
import { openPointsOf, periodText, type VisitorFacts } from './visitor-points.ts'

type Print = (html: string) => Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }>

export type Asker =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly name: string; readonly relation: string; readonly papers: string }

interface Asked {
  readonly personId: string
  readonly asker: Asker
}

interface AskedNotice extends Asked {
  readonly points: readonly string[]
  readonly items: readonly BringItem[]
  readonly note: string
  readonly until: string | null
}

/** 查询单 — the person's own records within the scope, masked; what left to whom is in the ledger and in the trace. */
export async function printVisitorSlip(ctx: ExchangeContext, input: Asked, print: Print) {
  const facts = await visitorFacts(ctx, input.personId)
  const sheet = await sheetOf(ctx, facts, input.asker)
  const rows = rowsOf(facts).map(slipRow)
  const openPoints = (await openPointsOf(ctx, facts)).map(printedPoint).map(withoutWholeNumbers)
  const isWhole = ctx.scope.programmes === 'all'
  const made = await print(renderVisitorSlip({ ...sheet, rows, openPoints, isWhole }))
  const columns = ['年度', '项目', '面积', '金额', '状态', '账号后四位', '说明']
  return keep(ctx, { title: '查询单', sheet, input, rows: rows.length, columns }, made)
}

/** 一次性告知单 — only points that are still open can be named; their words come from the facts, not from the page. */
export async function printOneTimeNotice(ctx: ExchangeContext, input: AskedNotice, print: Print) {
  const facts = await visitorFacts(ctx, input.personId)
  const open = await openPointsOf(ctx, facts)
  const chosen = open.filter((point) => input.points.includes(pointKey(point)))
  if (chosen.length < input.points.length) throw new Problem('record.stale', { what: '未了事项' })
  if (chosen.length + input.items.length === 0 && input.note === '')
    throw new Problem('input.invalid', { fields: [{ path: 'items', rule: 'required' }] })
  const sheet = await sheetOf(ctx, facts, input.asker)
  const points = chosen.map(printedPoint).map(withoutWholeNumbers)
  const items = bringItems.filter((item) => input.items.includes(item)).map((item) => bringLabels[item])
  const note = withoutNumbers(input.note)
  const made = await print(
    renderOneTimeNotice({ ...sheet, points, items, note, until: input.until, office: await officeOf(ctx) }),
  )
  return keep(
    ctx,
    { title: '一次性告知单', sheet, input, rows: points.length, columns: ['事项', '材料'] },
    made,
  )
}

async function sheetOf(ctx: ExchangeContext, facts: VisitorFacts, asker: Asker): Promise<CounterSheet> {
  const { name, idMasked, place } = await whoOf(ctx, facts)
  return {
    townshipName: (await getTownship(ctx.reader)).name,
    isDemonstration: await isDemonstration(ctx.reader),
    serial: exportSerial(ctx),
    person: { name, idMasked: `…${idMasked.slice(-4)}`, place: withoutNumbers(place) },
    askedBy: askerText(asker, name),
    printedBy: ctx.actor.displayName,
    printedOn: ctx.today(),
  }
}

function askerText(asker: Asker, ownName: string): string {
  if (asker.kind === 'self') return `${ownName}（本人）`
  return withoutNumbers(`${asker.name}（${asker.relation}），凭${asker.papers}`)
}

function slipRow(row: ReturnType<typeof rowsOf>[number]) {
  const said = row.outcome === null ? '' : paidOutcomeLabels[row.outcome]
  const paidFor = row.forName === null ? '' : `代${row.forName}收款`
  return {
    period: periodText(row),
    programme: row.programmeName,
    area: row.areaCentiMu === null ? '' : formatMu(row.areaCentiMu),
    amount: formatYuan(row.amountFen),
    state: row.status === null ? said : statusLabels[row.status],
    account: row.accountMasked,
    note: withoutNumbers(row.outcome === 'unsaid' ? paidFor : `${paidFor}${row.why}`),
  }
}

function withoutWholeNumbers({ title, detail }: { readonly title: string; readonly detail: string }) {
  return { title: withoutNumbers(title), detail: withoutNumbers(detail) }
}

interface Kept {
  readonly title: string
  readonly sheet: CounterSheet
  readonly input: Asked
  readonly rows: number
  readonly columns: readonly string[]
}

async function keep(
  ctx: ExchangeContext,
  { title, sheet, input, rows, columns }: Kept,
  { bytes, extension }: Awaited<ReturnType<Print>>,
): Promise<{ file: FileRef; serial: string }> {
  const { serial, askedBy } = sheet
  const fileName = `${title}_${serial}.${extension}`
  await ctx.inTransaction(async (command) => {
    await trace(command, 'visitor.print', input.personId, {
      slip: serial,
      document: title,
      asker: input.asker.kind,
    })
    await recordExport(
      command,
      {
        ...{ kind: 'visitor', serial, title, columns, rows, people: 1, fileName },
        ...{ conditions: '来访一人', reason: '来访查询', recipient: askedBy },
      },
      bytes,
    )
  })
  return { file: await ctx.files.offer(fileName, bytes), serial }
}
