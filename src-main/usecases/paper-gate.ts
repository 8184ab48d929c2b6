import type { ProgrammeTerms } from '../domain/programme-terms.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { Period } from '../store/application-queries.ts'
import type { Village } from '../store/division-queries.ts'
import { sumMissing } from '../store/paper-missing-queries.ts'
import type { Reader } from '../store/reader.ts'

/** 缺页 — of one village's signed registers in a period. */
export interface MissingPages {
  readonly printed: boolean
  readonly missing: number
  readonly unexplained: number
}

/** What is still out of the signed registers of one village, over all rounds of the period. */
export async function missingPages(
  reader: Reader,
  period: Period,
  villageCode: string,
): Promise<MissingPages> {
  const sums = await sumMissing(reader, period)
  const own = sums.find((sum) => sum.villageCode === villageCode)
  return { printed: own !== undefined, missing: own?.missing ?? 0, unexplained: own?.unexplained ?? 0 }
}

/** 闸口 — pages of the signed register missing: none, or every household of them explained (field-notes 16). */
export async function refuseMissingPages(
  reader: Reader,
  period: Period,
  villages: readonly Village[],
  rule: ProgrammeTerms['signedRegister'],
): Promise<void> {
  if (rule === 'not-required') return
  const sums = new Map((await sumMissing(reader, period)).map((sum) => [sum.villageCode, sum]))
  const open = villages.flatMap(({ code, name }) => {
    const sum = sums.get(code)
    const village = villageTitle(name)
    if (sum === undefined) return rule === 'required' ? [{ village, missing: 0, printed: false }] : []
    return sum.unexplained > 0 ? [{ village, missing: sum.unexplained, printed: true }] : []
  })
  if (open.length > 0) throw new Problem('gate.pages-missing', { villages: open })
}
