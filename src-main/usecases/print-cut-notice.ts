import { formatMu } from '../domain/area.ts'
import { type Attempt, type Cut, cutBy, heardState } from '../domain/hearing.ts'
import type { Day } from '../domain/day.ts'
import { withoutNumbers } from '../domain/masking.ts'
import { formatYuan } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { renderCutNotice } from '../documents/cut-notice.tsx'
import { listHearings, type StoredHearing } from '../store/hearing-queries.ts'
import { getTownship } from '../store/division-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import { readReviewRow, type ReviewRow } from '../store/review-queries.ts'
import { getApplication, type StoredApplication } from '../store/application-queries.ts'
import { exemptionLabels, hearingWayLabels } from '../wording/hearing-labels.ts'
import type { ExchangeContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { officeOf } from './settings.ts'
import { trace } from './trace.ts'

type Print = (html: string) => Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }>

interface Asked {
  readonly applicationId: string
  readonly cut: Cut
  readonly reason: string
  /** 从何时起 it is stopped or less. */
  readonly from: Day
  /** Until when the household may speak; the office says it, no rule here does. */
  readonly until: Day
}

/** 停发、调减告知书 — refused where nothing is taken from anybody, and once decided where nobody was heard. */
export async function printCutNotice(ctx: ExchangeContext, input: Asked, print: Print) {
  const row = await readReviewRow(ctx.reader, input.applicationId)
  if (row === undefined || !inScopeOf(ctx.scope, row))
    throw new Problem('record.not-found', { what: '申报记录' })
  if (input.until <= ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'until', rule: 'is-past' }] })
  const application = await getApplication(ctx.reader, input.applicationId)
  const isDecided = application.status !== 'submitted' && application.status !== 'returned'
  refuseNoCut(application, input.cut, isDecided)
  const { terms } = await getTerms(ctx.reader, application.termsId)
  const hearings = await listHearings(ctx.reader, [application.id])
  const heard = heardState(hearings, input.cut, { one: application, decidedBy: '' })
  if (isDecided && terms.hearing === 'before-cut' && heard === 'unheard')
    throw new Problem('review.not-heard', { cut: input.cut })
  const serial = exportSerial(ctx)
  const notice = {
    ...(await sheetOf(ctx, row, serial)),
    ...{ cut: input.cut, isDecided, programmeName: terms.name, year: application.year },
    basis: terms.basis,
    compared: comparedOf(application, input.cut),
    reason: withoutNumbers(input.reason),
    heard: isDecided ? hearings.map(heardText).join('；') : '',
    from: input.from,
    until: input.until,
    office: await officeOf(ctx),
  }
  return keep(ctx, { notice, input, row }, await print(renderCutNotice(notice)))
}

/** Once decided, only what was decided can be told. */
function refuseNoCut(application: StoredApplication, cut: Cut, isDecided: boolean): void {
  const wasDeclined = application.status === 'declined' || application.status === 'stopped'
  const decision = cut === 'stop' ? 'decline' : 'approve'
  const fits = cutBy(decision, application) === cut && (!isDecided || wasDeclined === (cut === 'stop'))
  if (!fits) throw new Problem('review.nothing-cut')
}

function comparedOf(one: StoredApplication, cut: Cut) {
  const now = (text: string) => (cut === 'stop' ? '0.00' : text)
  const money = [
    '金额（元）',
    formatYuan(one.previousAmountFen ?? 0),
    cut === 'stop' ? '0.00' : formatYuan(one.amountFen),
  ] as const
  // what last time's standard was is kept nowhere, only what it came to
  if (one.quantityCenti !== null) return [money] as const
  return [
    ['补贴面积（亩）', formatMu(one.previousAreaCentiMu ?? 0), now(formatMu(one.areaCentiMu))],
    money,
  ] as const
}

function heardText(hearing: StoredHearing): string {
  const { way, exemption, heardOn, heardName, relation, said, answer } = hearing
  if (way === 'exempt')
    return `${exemption === null ? '' : exemptionLabels[exemption]}，免听取意见：${answer}`
  if (way === 'not-reached') {
    const attempts = JSON.parse(hearing.attempts) as Attempt[]
    return withoutNumbers(
      `找不到本人：${attempts.map(({ on, how }) => `${on} ${how}`).join('，')}。${answer}`,
    )
  }
  const who = heardName === '' ? '' : `${heardName}${relation === '' ? '' : `（${relation}）`}`
  const words = said === '' ? '' : `，说：${said}`
  return withoutNumbers(`${heardOn} ${hearingWayLabels[way]}${who}${words}；答复：${answer}`)
}

async function sheetOf(ctx: ExchangeContext, row: ReviewRow, serial: string) {
  return {
    townshipName: (await getTownship(ctx.reader)).name,
    isDemonstration: await isDemonstration(ctx.reader),
    serial,
    person: {
      name: row.name,
      idMasked: `…${row.idNumber.slice(-4)}`,
      place: `${villageTitle(row.villageName)}${row.groupName}`,
    },
    askedBy: '',
    printedBy: ctx.actor.displayName,
    printedOn: ctx.today(),
  }
}

async function keep(
  ctx: ExchangeContext,
  { notice, input, row }: { notice: { serial: string; isDecided: boolean }; input: Asked; row: ReviewRow },
  { bytes, extension }: Awaited<ReturnType<Print>>,
) {
  const { serial, isDecided } = notice
  const title = `${isDecided ? '' : '拟'}${input.cut === 'stop' ? '停发' : '调减'}告知书`
  const fileName = `${title}_${serial}.${extension}`
  await ctx.inTransaction(async (command) => {
    await trace(command, 'review.cut-notice', row.id, { serial, cut: input.cut, isDecided })
    await recordExport(
      command,
      {
        ...{
          kind: 'notice',
          serial,
          title,
          columns: ['事项', '上次', '这次'],
          rows: 1,
          people: 1,
          fileName,
        },
        ...{ conditions: '一户', reason: '停发、调减书面告知', recipient: row.name },
      },
      bytes,
    )
  })
  return { file: await ctx.files.offer(fileName, bytes), serial }
}
