import { sql } from 'kysely'
import type { Period } from './application-queries.ts'
import type { Reader } from './reader.ts'

/** 核实结果 — what this year's visit found of one of last year's lines; what it left as it was is null. */
export interface SurveyedLine {
  readonly lineId: string
  readonly areaMu: string | null
  readonly accountId: string | null
  readonly continues: string | null
  /** Who typed it or entered the account, of this workstation's people: they may not review what comes of it. */
  readonly editors: readonly string[]
}

/** Lines of households that were visited and about which nobody disagrees. */
export async function listSurveyedLines(
  reader: Reader,
  { programmeCode, year }: Period,
): Promise<ReadonlyMap<string, SurveyedLine>> {
  const rows = await reader
    .selectFrom('surveyValue as v')
    .innerJoin('surveyTask as t', 't.id', 'v.taskId')
    .innerJoin('surveyRound as r', 'r.id', 't.roundId')
    .innerJoin('surveyEdit as e', 'e.id', 'v.editId')
    .leftJoin('user as u', 'u.id', 'e.editedBy')
    .leftJoin('account as a', (join) => join.onRef('a.id', '=', 'v.value').on('a.status', '=', 'active'))
    .select([
      'v.subject',
      'v.field',
      'v.value',
      'u.id as editor',
      'a.id as account',
      'a.enteredBy as accountEditor',
    ])
    .where('r.programmeCode', '=', programmeCode)
    .where('r.year', '=', year)
    .where('t.state', '=', 'visited')
    .where('v.conflict', '=', 0)
    .where(sql<boolean>`v.field IN ('line.areaMu', 'line.account', 'line.continues')`)
    .orderBy('r.openedAt')
    .execute()
  const lines = Map.groupBy(rows, (row) => row.subject)
  return new Map(
    [...lines].map(([lineId, values]) => {
      const of = (field: string) => values.findLast((one) => one.field === field)
      return [
        lineId,
        {
          lineId,
          areaMu: of('line.areaMu')?.value ?? null,
          accountId: of('line.account')?.account ?? null,
          continues: of('line.continues')?.value ?? null,
          editors: [
            ...new Set(
              values.flatMap((one) => [one.editor, one.accountEditor].filter((who) => who !== null)),
            ),
          ],
        },
      ]
    }),
  )
}
