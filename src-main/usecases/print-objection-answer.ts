import { withoutNumbers } from '../domain/masking.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { renderObjectionAnswer } from '../documents/objection-answer.tsx'
import { getTownship } from '../store/division-queries.ts'
import { getObjection, listInquiries, type StoredObjection } from '../store/objection-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import { getPublicity } from '../store/publicity-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import { objectionOutcomeLabels, objectionWayLabels } from '../wording/objection-labels.ts'
import type { ExchangeContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { officeOf } from './settings.ts'
import { mayKnow } from './show-objections.ts'
import { trace } from './trace.ts'

type Print = (html: string) => Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }>

/** 书面答复 — of an objection that is answered; a protected name is printed only for those who may know it, else left to be written. */
export async function printObjectionAnswer(
  ctx: ExchangeContext,
  { objectionId }: { readonly objectionId: string },
  print: Print,
) {
  const objection = await getObjection(ctx.reader, objectionId)
  if (!inScopeOf(ctx.scope, objection)) throw new Problem('record.not-found', { what: '异议' })
  if (objection.outcome === null) throw new Problem('objection.not-answered')
  const serial = exportSerial(ctx)
  const { bytes, extension } = await print(renderObjectionAnswer(await sheetOf(ctx, objection, serial)))
  const fileName = `公示异议答复书_${serial}.${extension}`
  await ctx.inTransaction(async (command) => {
    await trace(command, 'objection.answer-sheet', objection.publicityId, { objectionId, serial })
    await recordExport(
      command,
      {
        ...{ kind: 'notice', serial, title: '公示异议答复书', columns: ['异议', '核查', '答复'] },
        ...{ rows: 1, people: 1, fileName, conditions: '一件异议', reason: '公示异议书面答复' },
        // who objected is nobody's to read in a ledger
        recipient: '异议人',
      },
      bytes,
    )
  })
  return { file: await ctx.files.offer(fileName, bytes), serial }
}

async function sheetOf(ctx: ExchangeContext, objection: StoredObjection, serial: string) {
  const { outcome, statement, answer, closedBy, receivedOn, lineNo, printedName } = objection
  const publicity = await getPublicity(ctx.reader, objection.publicityId)
  const { terms } = await getTerms(ctx.reader, publicity.termsId)
  const inquiries = await listInquiries(ctx.reader, publicity.id)
  const found = inquiries.find((one) => one.objectionId === objection.id && one.state === 'confirmed')
  const names = await listUserNames(ctx.reader)
  const name = mayKnow(ctx, objection) ? objection.objector : ''
  return {
    townshipName: (await getTownship(ctx.reader)).name,
    isDemonstration: await isDemonstration(ctx.reader),
    serial,
    person: { name: name === '' ? '＿＿＿＿＿＿' : name, idMasked: '', place: '' },
    ...{ askedBy: '', printedBy: ctx.actor.displayName, printedOn: ctx.today() },
    ...{ receivedOn, lineNo, printedName, way: objectionWayLabels[objection.way] },
    ...{ programmeName: terms.name, year: publicity.year, noticeSerial: publicity.serial },
    villageName: villageTitle(publicity.villageName),
    statement: withoutNumbers(statement),
    investigators: found === undefined ? [] : (JSON.parse(found.investigators) as string[]),
    ...{ doneOn: found?.doneOn ?? receivedOn, finding: withoutNumbers(found?.finding ?? '') },
    outcome: outcome === null ? '' : objectionOutcomeLabels[outcome],
    answer: withoutNumbers(answer),
    answeredBy: closedBy === null ? '' : (names.get(closedBy) ?? ''),
    hotline: (await officeOf(ctx)).phone,
  }
}
