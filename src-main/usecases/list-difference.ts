import { registerMark } from '../domain/register-mark.ts'
import { listKnownEntries } from '../store/list-queries.ts'
import { listPersonKeys } from '../store/register-keys.ts'
import type { Reader } from '../store/reader.ts'
import { isAccepted, type ListStage } from './list-stage.ts'

/** 与库中比较 — how many accepted lines are new, changed or the same as what is stored. */
export async function compareWithStored(
  reader: Reader,
  stage: Pick<ListStage, 'kind' | 'lines' | 'year'>,
): Promise<ListStage['difference']> {
  const difference = { added: 0, changed: 0, same: 0 }
  const known =
    stage.kind === 'household-register'
      ? marksOf(await listPersonKeys(reader))
      : await listKnownEntries(reader, stage.kind, stage.year)
  for (const line of stage.lines.filter(isAccepted)) {
    const { value } = line.judged
    const stored = known.get(value.row.idNumber)
    if (stored === undefined) difference.added += 1
    else if (
      value.kind !== 'household-register' ||
      stored === registerMark({ ...value.row, villageCode: line.judged.villageCode })
    )
      difference.same += 1
    else difference.changed += 1
  }
  return difference
}

function marksOf(people: ReadonlyMap<string, { readonly mark: string }>): ReadonlyMap<string, string> {
  return new Map([...people].map(([idNumber, { mark }]) => [idNumber, mark]))
}
