import type { FieldChange } from '../domain/field-change.ts'
import { idTail } from '../domain/id-number.ts'
import { listVillages } from '../store/division-queries.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import type { QueryContext, StageShelf } from './context.ts'
import { differenceCodes, type StoredEntry } from './list-difference.ts'
import { getStage, isAccepted, type ListStage } from './list-stage.ts'
import { foundLines, keptFor, placesWhere } from './staged-places.ts'

interface DifferenceInput {
  readonly stageId: string
  readonly what: 'added' | 'changed' | 'gone'
  readonly find: string
  readonly from: number
  readonly limit: number
}

/** 与库中比较 — a window of what would be new, what would change and how, and who is missing. Numbers show their tail only. */
export async function showDifference(ctx: QueryContext, stages: StageShelf, input: DifferenceInput) {
  const stage = getStage(stages, input.stageId, ctx.actor.userId)
  const say = await codesInWords(ctx)
  if (input.what === 'gone') return goneRows(stage, input, say)
  const code = differenceCodes[input.what]
  const found = input.find === '' ? undefined : foundLines(stage, input.find)
  const places = keptFor(stage, `difference ${input.what} ${input.find}`, () =>
    placesWhere(
      stage.lines,
      (line, place) => stage.difference.status[place] === code && (found?.(line) ?? true),
    ),
  )
  const rows = Array.from(places.slice(input.from, input.from + input.limit), (place) =>
    lineRow(stage, place, say),
  )
  return { rows, total: places.length }
}

type Say = (label: string, text: string) => string

/** Villages and programmes by name. */
async function codesInWords(ctx: QueryContext): Promise<Say> {
  const villages = new Map(
    (await listVillages(ctx.reader)).map(({ code, name }) => [code, villageTitle(name)]),
  )
  const programmes = new Map((await listProgrammes(ctx.reader)).map(({ code, name }) => [code, name]))
  return (label, text) => {
    if (label === '村') return villages.get(text) ?? text
    return label === '项目' ? (programmes.get(text) ?? text) : text
  }
}

function lineRow(stage: ListStage, place: number, say: Say) {
  const line = stage.lines[place]
  if (line === undefined || !isAccepted(line)) throw new RangeError('no such line')
  const { value, villageCode } = line.judged
  const changes = stage.difference.changes.get(place) ?? []
  return {
    key: String(place),
    ...{
      sheet: stage.tables[line.table]?.sheet ?? '',
      line: line.line as number | null,
      name: value.row.name,
    },
    ...{ idTail: idTail(value.row.idNumber), village: say('村', villageCode) },
    changes: changes.map((change) => inWords(change, say)),
  }
}

function inWords({ label, from, to }: FieldChange, say: Say): FieldChange {
  return { label, from: say(label, from), to: say(label, to) }
}

function goneRows(stage: ListStage, { find, from, limit }: DifferenceInput, say: Say) {
  const { gone } = stage.difference
  const wanted =
    find === '' ? gone : gone.filter(({ name, idNumber }) => name.includes(find) || idNumber.endsWith(find))
  const rows = wanted.slice(from, from + limit).map((entry, at) => goneRow(entry, from + at, say))
  return { rows, total: wanted.length }
}

function goneRow({ idNumber, name, villageCode, facts }: StoredEntry, place: number, say: Say) {
  return {
    key: String(place),
    ...{
      sheet: '',
      line: null as number | null,
      name,
      idTail: idTail(idNumber),
      village: say('村', villageCode ?? ''),
    },
    changes: facts
      .filter(([label, text]) => text !== '' && label !== '姓名' && label !== '村')
      .map(([label, text]) => ({ label, from: say(label, text), to: '' })),
  }
}
