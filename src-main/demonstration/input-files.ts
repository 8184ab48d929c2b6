import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { listKindTerms, type ListKind } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import { findVillage, type Village } from '../domain/village-name.ts'
import { readTable } from '../workbook/read-table.ts'
import type { TableRead } from '../workbook/table-read.ts'

/** One file of a folder and what kind of list it is. */
export interface InputFile {
  readonly kind: DemonstrationKind
  readonly path: string
  readonly name: string
  readonly table: TableRead
}

interface Township {
  readonly name: string
  /** The county, the township itself and its villages. */
  readonly divisions: readonly (Village & { readonly level: string })[]
}

const readable = /\.(xlsx|xlsm|xls|et|csv|txt)$/i

/** The lists the main job needs. */
export const demonstrationKinds = [
  'household-register',
  'farmland-roll',
  'land-rights',
  'deceased',
  'payroll',
] as const satisfies readonly ListKind[]
export type DemonstrationKind = (typeof demonstrationKinds)[number]

/** Columns that tell a kind from the others when the file's name does not. */
const telling: { readonly [K in DemonstrationKind]: readonly string[] } = {
  'household-register': ['householdNo', 'relation'],
  'farmland-roll': ['area', 'accountNo'],
  'land-rights': ['confirmedArea'],
  deceased: ['deathDate'],
  payroll: ['employer', 'category'],
}

const named: readonly (readonly [RegExp, DemonstrationKind | null])[] = [
  [/银行|反馈|政策清单|低保|特困|残疾|truth/i, null],
  [/死亡|去世|火化/, 'deceased'],
  [/财政供养|公职|在编/, 'payroll'],
  [/确权|承包经营权/, 'land-rights'],
  [/耕地|地力/, 'farmland-roll'],
  [/户籍|人口|花名册/, 'household-register'],
]

/** Finds the lists of a folder by name, else by their columns; other files are left alone. */
export async function readInputFolder(folder: string, worker: URL): Promise<InputFile[]> {
  const names = (await readdir(folder))
    .filter((name) => readable.test(name) && !name.startsWith('~$'))
    .toSorted()
  const files: InputFile[] = []
  for (const name of names) {
    const path = join(folder, name)
    const rule = named.find(([pattern]) => pattern.test(name))
    const kinds = rule === undefined ? demonstrationKinds : rule[1] === null ? [] : [rule[1]]
    const table = await firstFitting(kinds, path, name, worker)
    if (table !== undefined) files.push({ path, name, ...table })
  }
  return files
}

async function firstFitting(
  kinds: readonly DemonstrationKind[],
  path: string,
  name: string,
  worker: URL,
): Promise<{ kind: DemonstrationKind; table: TableRead } | undefined> {
  for (const kind of kinds) {
    try {
      const table = await readTable(
        { path, fileName: name, header: { fields: listKindTerms[kind].fields } },
        { worker },
      )
      const found = new Set(table.columns.map((column) => column.field))
      if (kinds.length === 1 || telling[kind].every((field) => found.has(field))) return { kind, table }
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown
    }
  }
  return undefined
}

/** The township whose villages the register names most often. */
export function townshipOfFiles<T extends Township>(files: readonly InputFile[], townships: readonly T[]): T {
  const written = new Map<string, number>()
  for (const { table, kind } of files) {
    if (kind !== 'household-register' && kind !== 'farmland-roll') continue
    for (const row of table.rows) {
      const village = row.cells['village']?.text.trim() ?? ''
      if (village !== '') written.set(village, (written.get(village) ?? 0) + 1)
    }
  }
  const scored = townships.map((township) => ({ township, rows: rowsWithin(written, township) }))
  const best = scored.reduce((a, b) => (b.rows > a.rows ? b : a))
  if (best.rows === 0) throw new Problem('list.village-unknown', { village: [...written.keys()][0] ?? '' })
  return best.township
}

function rowsWithin(written: ReadonlyMap<string, number>, township: Township): number {
  const villages = township.divisions.filter((division) => division.level === 'village')
  let rows = 0
  for (const [village, count] of written) {
    if (findVillage(village, villages, township.name) !== undefined) rows += count
  }
  return rows
}

/** The year a roll is of, as its file is named; last year where it does not say. */
export function yearOfRoll(file: Pick<InputFile, 'name'> | undefined, lastYear: number): number {
  const year = Number(/(20\d{2})\s*年/.exec(file?.name ?? '')?.[1] ?? /(20\d{2})/.exec(file?.name ?? '')?.[1])
  return Number.isInteger(year) && year >= 2000 ? year : lastYear
}
