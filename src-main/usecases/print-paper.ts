import { sha256Hex } from '../crypto/digest.ts'
import { renderPaper, renderSheet } from '../documents/paper-document.tsx'
import type { PaperHeading } from '../documents/paper-sheet.tsx'
import { composePaperCode } from '../domain/paper-code.ts'
import { paperSerial, serialPrefixes, type PaperKind } from '../domain/paper-kind.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { FileRef } from '../ports/files.ts'
import { getTownship, listVillages } from '../store/division-queries.ts'
import {
  countPapers,
  findPaperBySerial,
  insertPaper,
  listCurrentPapers,
  listPrintedHouseholds,
  saveVoid,
} from '../store/paper-queries.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { paperKindLabels } from '../wording/paper-labels.ts'
import { dayInWords } from '../wording/sentence.ts'
import type { CommandContext, JobContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { registerLinesOf, visitFormsOf } from './paper-content.ts'
import { formQuestionsOf } from './paper-questions.ts'
import { layOutForms, layOutMeeting, layOutRegister, pageCheck, type LaidOutPaper } from './paper-sheets.tsx'
import { printOrHtml } from './print-or-html.ts'
import { trace } from './trace.ts'

export interface PrintPaper {
  readonly roundId: string
  readonly kind: PaperKind
  readonly villageCodes: readonly string[]
  /** 空白表 — so many forms without a household, instead of filled ones. */
  readonly blankForms: number
  /** 作废旧件重印 — otherwise only what has not been printed yet is. */
  readonly again: boolean
}

type Round = Awaited<ReturnType<typeof getRound>>
interface VillageJob {
  readonly input: PrintPaper
  readonly round: Round
  readonly code: string
  readonly village: string
  readonly township: { readonly code: string; readonly name: string }
}
interface PrintedPaper {
  readonly documentId: string
  readonly serial: string
  readonly villageName: string
  readonly pages: number
  readonly file: FileRef
}

/** 打印纸件 — one PDF a village, each kept as printed and its pages expected back; nothing to print is no failure. */
export async function printPapers(ctx: JobContext, input: PrintPaper) {
  const round = await getRound(ctx.reader, ctx.scope, input.roundId)
  const township = await getTownship(ctx.reader)
  const names = new Map((await listVillages(ctx.reader)).map((village) => [village.code, village.name]))
  const printed: PrintedPaper[] = []
  const skipped: string[] = []
  let degraded = false
  for (const [index, code] of input.villageCodes.entries()) {
    if (!inScopeOf(ctx.scope, { programmeCode: round.programmeCode, villageCode: code }))
      throw new Problem('permission.denied', { needs: 'village' })
    ctx.progress('生成纸件', index, input.villageCodes.length)
    await ctx.breathe()
    const village = villageTitle(names.get(code) ?? '')
    const job = { input, round, code, village, township }
    const paper = await layOut(ctx, job)
    if (paper === null) skipped.push(village)
    else {
      const made = await printOne(ctx, job, paper)
      degraded ||= made.extension === 'html'
      printed.push(made)
    }
  }
  if (printed.length === 0) throw new Problem('paper.nothing-to-print', { kind: paperKindLabels[input.kind] })
  return {
    printed: printed.map(({ documentId, serial, villageName, pages, file }) => ({
      documentId,
      serial,
      villageName,
      pages,
      file,
    })),
    skipped,
    degraded,
  }
}

/** Null where this village has nothing left to print. */
async function layOut(ctx: JobContext, job: VillageJob): Promise<LaidOutPaper | null> {
  const { input, round, code, village, township } = job
  const of = { roundId: round.id, villageCode: code }
  const place = `${township.name}${village}`
  if (input.kind === 'meeting-record') return layOutMeeting(place, `${round.name}：对象、面积和公示名单`)
  if (input.kind === 'village-register') {
    const isPrinted = (await listCurrentPapers(ctx.reader, { ...of, kind: input.kind })).length > 0
    const lines = await registerLinesOf(ctx, of)
    return lines.length === 0 || (isPrinted && !input.again) ? null : layOutRegister(place, lines)
  }
  const questions = formQuestionsOf((await getQuestionSet(ctx.reader, round.questionSetId)).set)
  if (input.blankForms > 0)
    return layOutForms(
      place,
      Array.from({ length: input.blankForms }, () => null),
      questions,
    )
  const known = input.again
    ? new Set<string>()
    : await listPrintedHouseholds(ctx.reader, { ...of, kind: input.kind })
  const forms = (await visitFormsOf(ctx, of)).filter(({ householdId }) => !known.has(householdId))
  return forms.length === 0 ? null : layOutForms(place, forms, questions)
}

async function printOne(ctx: JobContext, job: VillageJob, paper: LaidOutPaper) {
  const { input, round, village, township } = job
  const documentId = ctx.newId()
  const serial = await nextSerial(ctx, input.kind)
  const content = new TextEncoder().encode(JSON.stringify([documentId, serial, paper.content]))
  const contentSha256 = sha256Hex(content)
  const heading = await headingOf(ctx, job, serial)
  const pages = paper.sheets.length
  const checks = paper.sheets.map((_, index) => pageCheck(contentSha256, serial, index + 1, pages))
  const markup: string[] = []
  for (const [index, sheet] of paper.sheets.entries()) {
    if (index % 10 === 0) await ctx.breathe()
    const code = {
      townshipCode: township.code.slice(0, 9),
      kind: input.kind,
      serial,
      page: index + 1,
      pages,
      check: checks[index] ?? '',
    }
    const number = {
      page: index + 1,
      pages,
      part: sheet.part,
      qrText: composePaperCode(code, paperKindLabels[input.kind]),
    }
    markup.push(renderSheet(heading, sheet, number))
  }
  const { bytes, extension } = await printOrHtml(ctx.parts.pdf, renderPaper(heading, markup), ctx.signal)
  await ctx.inTransaction((command) =>
    keep(command, job, paper, { documentId, serial, contentSha256, checks, bytes, extension }),
  )
  const file = await ctx.files.offer(
    `${serial}_${village}_${paperKindLabels[input.kind]}.${extension}`,
    bytes,
  )
  return { documentId, serial, villageName: village, pages, file, extension, roundId: round.id }
}

interface Made {
  readonly documentId: string
  readonly serial: string
  readonly contentSha256: string
  readonly checks: readonly string[]
  readonly bytes: Uint8Array
  readonly extension: 'pdf' | 'html'
}

async function keep(
  ctx: CommandContext,
  { input, code }: VillageJob,
  paper: LaidOutPaper,
  made: Made,
): Promise<void> {
  const { documentId, serial, contentSha256, checks, bytes, extension } = made
  const [by, at] = [ctx.actor.userId, ctx.now().toISOString()]
  // Somebody else printed at the same time: the number on these sheets is taken.
  if ((await findPaperBySerial(ctx.writer, serial)) !== undefined)
    throw new Problem('record.stale', { what: '纸件' })
  if (input.again && input.blankForms === 0) await voidFormer(ctx, { ...input, villageCode: code }, serial)
  const printedSha256 = await ctx.vault.add(bytes, { extension, kind: 'paper', by, at }, ctx.writer)
  const pages = checks.length
  await insertPaper(
    ctx.writer,
    {
      ...{ id: documentId, serial, kind: input.kind, roundId: input.roundId, villageCode: code, pages },
      ...{ blank: input.blankForms > 0 && input.kind === 'visit-form' ? 1 : 0, lines: paper.lines.length },
      ...{ contentSha256, printedSha256, extension, printedBy: by, printedAt: at },
    },
    checks.map((checkCode, index) => ({ pageNo: index + 1, checkCode })),
    paper.lines,
  )
  await trace(ctx, 'paper.print', documentId, {
    serial,
    kind: input.kind,
    villageCode: code,
    pages,
    lines: paper.lines.length,
    printedSha256,
  })
}

/** What came back of the old paper stays where it lies; only nothing more is expected of it. */
async function voidFormer(
  ctx: CommandContext,
  of: { roundId: string; villageCode: string; kind: PaperKind },
  serial: string,
): Promise<void> {
  for (const former of await listCurrentPapers(ctx.writer, of)) {
    if (former.blank === 1) continue
    const voidReason = `重印为 ${serial}`
    await saveVoid(ctx.writer, former, {
      voidedBy: ctx.actor.userId,
      voidedAt: ctx.now().toISOString(),
      voidReason,
    })
    await trace(ctx, 'paper.void', former.id, { serial: former.serial, reason: voidReason })
  }
}

async function nextSerial(ctx: JobContext, kind: PaperKind): Promise<string> {
  const year = Number(ctx.today().slice(0, 4))
  return paperSerial(kind, year, (await countPapers(ctx.reader, `${serialPrefixes[kind]}${year}-`)) + 1)
}

async function headingOf(
  ctx: JobContext,
  { input, round, village, township }: VillageJob,
  serial: string,
): Promise<PaperHeading> {
  return {
    title: `${round.year}年${round.programmeName}${paperKindLabels[input.kind]}`,
    township: township.name,
    village,
    serial,
    printedOn: dayInWords(ctx.today()),
    isDemonstration: await isDemonstration(ctx.reader),
  }
}
