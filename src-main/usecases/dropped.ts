import { type DroppedWhy, whyDropped } from '../domain/dropped.ts'
import { idTail } from '../domain/id-number.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
import type { StopReason } from '../domain/stop.ts'
import { lineThisYear } from '../domain/surveyed-line.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { Period } from '../store/application-queries.ts'
import { findLastRoll, insertDroppedNotes, listDropped } from '../store/dropped-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listSurveyedLines } from '../store/survey-claim-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

/**
 * 上次有、今年没有 — whoever stands on the last list of a programme and has no application now: nobody drops out unnoticed,
 * and why is written down by a person (应停不停 and 应享未享 are both looked for here by an audit).
 */
export async function showDropped(ctx: QueryContext, period: Period) {
  const roll = await findLastRoll(ctx.reader, period)
  if (roll === undefined) return { roll: null, rows: [], open: 0 }
  const names = await listUserNames(ctx.reader)
  const rows = (await readDropped(ctx.reader, period, { scope: ctx.scope, roll })).map(({ note, ...row }) => {
    if (note === null) return { ...row, note: null }
    const [reasonCode, statement, byUser, at] = note
    return { ...row, note: { reasonCode, statement, by: names.get(byUser) ?? '', at } }
  })
  return {
    roll: { year: roll.year, month: roll.month },
    rows,
    open: rows.filter(({ note }) => note === null).length,
  }
}

type Note = readonly [StopReason, string, string, string]

async function readDropped(
  reader: Reader,
  period: Period,
  { scope, roll }: { scope: QueryContext['scope']; roll: { year: number; month: number | null } },
) {
  const lines = await listDropped(reader, period, { scope, roll })
  const surveyed = await listSurveyedLines(reader, period)
  return lines.map((line) => {
    const isPlaced = line.accountId !== null && line.villageCode !== null
    const last = { areaCentiMu: line.areaCentiMu, accountId: line.accountId ?? '' }
    const why: DroppedWhy = whyDropped({
      ...{ personStatus: line.status, isListedDead: line.deathLine !== null, isPlaced },
      gaveUp: lineThisYear(last, surveyed.get(line.lineId)) === undefined,
    })
    return {
      ...{ lineId: line.lineId, personId: line.personId, householdId: line.householdId, name: line.name },
      ...{ idTail: idTail(line.idNumber), groupName: line.groupName, why },
      villageName: line.villageName === null ? '' : villageTitle(line.villageName),
      ...{ areaCentiMu: line.areaCentiMu, quantityCenti: line.quantityCenti, amountFen: line.amountFen },
      note: line.note === null ? null : (JSON.parse(line.note) as Note),
    }
  })
}

interface Explained extends Period {
  readonly personId: string
  readonly reasonCode: StopReason
  readonly statement: string
  /** For everybody for whom the register and the visits say the same, and nobody has said why yet. */
  readonly forAllAlike: boolean
}

/** 写明原因 — for one, or for everybody alike; a death has to be on record, as everywhere. */
export async function explainDropped(ctx: CommandContext, input: Explained): Promise<{ recorded: number }> {
  const { programmeCode, year, reasonCode, statement } = input
  const roll = await findLastRoll(ctx.writer, input)
  const rows = roll === undefined ? [] : await readDropped(ctx.writer, input, { scope: ctx.scope, roll })
  const one = rows.find(({ personId }) => personId === input.personId)
  if (one === undefined) throw new Problem('record.not-found', { what: '上次享受的人' })
  if (reasonCode === 'death' && one.why !== 'dead') throw invalidInput('reasonCode', 'not-dead')
  const alike = rows.filter(
    ({ why, note, personId }) => why === one.why && note === null && personId !== one.personId,
  )
  const personIds = [...new Set([one, ...(input.forAllAlike ? alike : [])].map(({ personId }) => personId))]
  const said = {
    programmeCode,
    year,
    reasonCode,
    statement,
    byUser: ctx.actor.userId,
    at: ctx.now().toISOString(),
  }
  insertDroppedNotes(
    ctx.writer,
    personIds.map((personId) => ({ id: ctx.newId(), personId, ...said })),
  )
  await trace(ctx, 'review.explain-dropped', one.personId, {
    programmeCode,
    year,
    reasonCode,
    people: personIds.length,
  })
  return { recorded: personIds.length }
}
