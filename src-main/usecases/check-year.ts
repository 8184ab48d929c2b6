import { readDataMark } from '../store/application-queries.ts'
import { listProgrammesOnTheWay } from '../store/check-queries.ts'
import { findActiveTerms } from '../store/programme-queries.ts'
import { listsOf } from './check-facts.ts'
import { countsOf, judgePeriod, saveRun } from './check-period.ts'
import type { JobContext } from './context.ts'

/**
 * 全年检查 — every programme of a year the caller answers for that has records on their way and terms in force, one after
 * the other; the lists they are compared with are read once. Stopped half way, what was checked stays checked.
 */
export async function checkYear(ctx: JobContext, { year }: { readonly year: number }) {
  const dataMark = await readDataMark(ctx.reader)
  const lists = listsOf(ctx.reader)
  const programmes = await listProgrammesOnTheWay(ctx.reader, ctx.scope, year)
  const checked = []
  const withoutTerms: string[] = []
  for (const [at, { programmeCode, name }] of programmes.entries()) {
    ctx.progress(name, at, programmes.length)
    await ctx.breathe()
    const period = { programmeCode, year }
    if ((await findActiveTerms(ctx.reader, programmeCode, year)) === undefined) withoutTerms.push(name)
    else {
      const found = await judgePeriod(ctx.reader, period, lists)
      // what changes while this runs is seen by none of it: every period then asks to be checked again
      await ctx.inTransaction((command) => saveRun(command, period, { ...found, dataMark }))
      checked.push({ programmeCode, name, ...countsOf(found) })
    }
  }
  return { checked, withoutTerms }
}
