import type { ListKind } from '../domain/list-kind.ts'
import type { BrokenField } from '../domain/row-rule.ts'
import { parseGroupName } from '../domain/group-name.ts'
import { findVillage, type Village } from '../domain/village-name.ts'
import type { TableRead, TableRow } from '../workbook/table-read.ts'
import type { StagedLine } from './list-stage.ts'
import { kindsWithVillage, type ListValue, parseListRow } from './list-value.ts'

export interface JudgeKnows {
  readonly kind: ListKind
  readonly villages: readonly Village[]
  readonly townshipName: string
  /** Lines of the same roll that are stored already, by ID number, village, area and account. */
  readonly onRoll: ReadonlySet<string>
  /** People and households of villages the importer has no say in, by ID number and household number. */
  readonly elsewhere: { readonly idNumbers: ReadonlySet<string>; readonly householdNos: ReadonlySet<string> }
}

/** Judges every line of a sheet by its kind's rules; the order of the sheet is kept. */
export class ListJudge {
  readonly #knows: JudgeKnows
  readonly #villageCodes = new Map<string, string | undefined>()
  readonly #lineOfPerson = new Map<string, number>()

  constructor(knows: JudgeKnows) {
    this.#knows = knows
  }

  judge(row: TableRow): StagedLine {
    const { kind } = this.#knows
    const parsed = parseListRow(kind, row.cells)
    const village = kindsWithVillage.has(kind) ? this.#village(row) : ''
    const broken: BrokenField[] = parsed.ok ? [] : [...parsed.broken]
    if (village === undefined)
      broken.push({
        field: 'village',
        rule: textOf(row, 'village') === '' ? 'village-missing' : 'village-unknown',
      })
    if (parsed.ok) broken.push(...this.#listedAlready(parsed.value, village ?? '', row.line))
    const at = { line: row.line, raw: row.raw }
    if (parsed.ok && broken.length === 0) {
      return {
        ...at,
        judged: {
          outcome: 'accepted',
          value: parsed.value,
          villageCode: village ?? '',
          warnings: parsed.warnings,
        },
      }
    }
    const place = {
      householdNo: textOf(row, 'householdNo').replace(/\s/g, ''),
      group: parseGroupName(textOf(row, 'group')),
      relation: textOf(row, 'relation').trim(),
    }
    return { ...at, judged: { outcome: 'rejected', broken, villageCode: village || undefined, ...place } }
  }

  #village(row: TableRow): string | undefined {
    const written = textOf(row, 'village')
    if (!this.#villageCodes.has(written)) {
      this.#villageCodes.set(written, findVillage(written, this.#knows.villages, this.#knows.townshipName))
    }
    return this.#villageCodes.get(written)
  }

  /** A person stands once in a register and in one village; a line stands once on a year's roll. */
  #listedAlready(value: ListValue, villageCode: string, line: number): BrokenField[] {
    if (value.kind === 'household-register') {
      const { idNumbers, householdNos } = this.#knows.elsewhere
      if (idNumbers.has(value.row.idNumber)) return [{ field: 'idNumber', rule: 'in-other-village' }]
      if (householdNos.has(value.row.householdNo)) return [{ field: 'householdNo', rule: 'in-other-village' }]
      if (this.#lineOfPerson.has(value.row.idNumber)) return [{ field: 'idNumber', rule: 'id-listed-twice' }]
      this.#lineOfPerson.set(value.row.idNumber, line)
    }
    if (value.kind === 'farmland-roll' && this.#knows.onRoll.has(rollKey({ ...value.row, villageCode }))) {
      return [{ field: 'idNumber', rule: 'already-on-roll' }]
    }
    return []
  }
}

/** What makes two lines of one year's roll the same line. */
export function rollKey(line: {
  idNumber: string
  villageCode: string
  areaCentiMu: number
  accountNo: string
}): string {
  return `${line.idNumber}|${line.villageCode}|${String(line.areaCentiMu)}|${line.accountNo}`
}

/** The lines that are no people (totals, signatures, notes), so that every line of the sheet is accounted for. */
export function skippedLines(table: Pick<TableRead, 'skipped'>): StagedLine[] {
  return table.skipped.map((skipped) => ({
    line: skipped.line,
    raw: [skipped.text],
    judged: { outcome: 'skipped', why: skipped.why },
  }))
}

function textOf(row: TableRow, field: string): string {
  return row.cells[field]?.text ?? ''
}
