import type { Day } from '../domain/day.ts'
import { toPublicLines } from '../domain/masking.ts'
import { sumFen } from '../domain/money.ts'
import { postedLine } from '../domain/posted-line.ts'
import { Problem } from '../domain/problem.ts'
import type { ProgrammeTerms } from '../domain/programme-terms.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { type Period, sumByVillageAndStatus } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { listVillages, type Village } from '../store/division-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import { insertPublicity, listLinesToPost, nextSerial } from '../store/publicity-queries.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext, JobContext } from './context.ts'
import { totalsOf } from './period-totals.ts'
import { freezeNotice, frozenHashOf } from './publicity-document.ts'
import { requireSettings, type Settings } from './settings.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { refuseNotReviewed, refuseOpenGates } from './reviewed-gate.ts'
import { refuseWaitingToStop } from './stop-gate.ts'
import { whoseAmountIsOther } from './standard-of.ts'

interface FreezeInput extends Period {
  readonly villageCodes: readonly string[] | null
  readonly postingOn?: Day | undefined
}

/** 冻结名单 — one publicity per village from its approved applications; all the villages asked for, or none. */
export async function freezePublicity(ctx: JobContext, input: FreezeInput) {
  const stored = await getActiveTerms(ctx.reader, input.programmeCode, input.year)
  if (!stored.terms.publicity.posted)
    throw new Problem('publicity.must-not-be-posted', { programme: stored.terms.name })
  const settings = await requireSettings(ctx.reader)
  const villages = await villagesToPost(ctx, input, stored.terms)
  const made = await ctx.inTransaction(async (command) => {
    const ids = []
    for (const [index, village] of villages.entries()) {
      ctx.progress('冻结公示名单', index, villages.length)
      await ctx.breathe()
      ids.push(await freezeVillage(command, input, { stored, settings, village }))
    }
    return ids
  })
  const totals = await totalsOf(ctx.reader, input, ctx.scope, ['publicizing'])
  const lines = sumFen(made.map((one) => one.lines))
  return { made: made.length, lines, totals, publicityIds: made.map((one) => one.id) }
}

/** Villages with something to post; a village with records still waiting for review, or without a statement, is refused. */
async function villagesToPost(
  ctx: JobContext,
  input: FreezeInput,
  terms: ProgrammeTerms,
): Promise<Village[]> {
  const sums = await sumByVillageAndStatus(ctx.reader, input, ctx.scope)
  const hasApproved = (code: string) =>
    sums.some((sum) => sum.villageCode === code && sum.status === 'approved')
  const all = (await listVillages(ctx.reader)).filter((village) =>
    inScopeOf(ctx.scope, { villageCode: village.code }),
  )
  const asked = all.filter(
    (village) => input.villageCodes === null || input.villageCodes.includes(village.code),
  )
  const chosen = asked.filter((village) => input.villageCodes !== null || hasApproved(village.code))
  await refuseNotReviewed(ctx, input, chosen)
  for (const village of chosen) {
    if (!hasApproved(village.code))
      throw new Problem('publicity.nothing-to-post', { village: villageTitle(village.name) })
  }
  if (chosen.length === 0)
    throw new Problem('publicity.nothing-to-post', { village: villageTitle(asked[0]?.name ?? '') })
  await refuseOpenGates(ctx.reader, { period: input, villages: chosen, terms })
  return chosen
}

interface VillageToFreeze {
  readonly stored: StoredTerms
  readonly settings: Settings
  readonly village: Village
}

async function freezeVillage(
  ctx: CommandContext,
  input: FreezeInput,
  of: VillageToFreeze,
): Promise<{ id: string; lines: number }> {
  const { stored, settings, village } = of
  const { terms } = stored
  const applications = await listLinesToPost(ctx.writer, input, village.code)
  await refuseWaitingToStop(
    ctx.writer,
    applications.map(({ id }) => id),
  )
  const outdated = (await whoseAmountIsOther(ctx.writer, stored, applications)).size
  if (outdated > 0)
    throw new Problem('publicity.standard-changed', { village: villageTitle(village.name), count: outdated })
  const serial = await nextSerial(ctx.writer, input.year)
  const sums = {
    areaCentiMu: sumFen(applications.map((one) => one.areaCentiMu)),
    amountFen: sumFen(applications.map((one) => one.amountFen)),
  }
  const document = freezeNotice({
    serial,
    edition: 1,
    year: input.year,
    village: villageTitle(village.name),
    terms,
    settings,
    households: new Set(applications.map((one) => one.householdId ?? one.idNumber)).size,
    people: new Set(applications.map((one) => one.idNumber)).size,
    ...sums,
    demonstration: await isDemonstration(ctx.writer),
    today: ctx.today(),
    postingOn: input.postingOn ?? ctx.today(),
  })
  const unmasked = applications.map((one, index) => postedLine(one, index + 1, terms.unit))
  const lines = toPublicLines(unmasked, terms.publicity.nameStyle)
  const id = ctx.newId()
  const frozenHash = frozenHashOf(document, lines)
  const at = ctx.now().toISOString()
  await insertPublicity(
    ctx.writer,
    {
      id,
      serial,
      edition: 1,
      programmeCode: input.programmeCode,
      year: input.year,
      villageCode: village.code,
      termsId: stored.id,
      status: 'frozen',
      document: JSON.stringify(document),
      frozenHash,
      lines: lines.length,
      ...sums,
      frozenBy: ctx.actor.userId,
      frozenAt: at,
    },
    lines.map((line, index) => ({
      publicityId: id,
      lineNo: line.lineNo,
      applicationId: applications[index]?.id ?? '',
      groupName: line.group,
      printedName: line.name,
      printedIdTail: line.idTail,
      areaCentiMu: line.areaCentiMu,
      rateText: line.rateText,
      amountFen: line.amountFen,
      note: line.note,
    })),
  )
  for (const application of applications)
    await advanceApplication(ctx, { ...application, status: 'approved' }, 'publish', `公示 ${serial}`)
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'publicity.freeze',
    subject: id,
    details: { serial, villageCode: village.code, lines: lines.length, ...sums, frozenHash },
  })
  return { id, lines: lines.length }
}
