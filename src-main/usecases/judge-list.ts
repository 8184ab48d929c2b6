import type { AllowanceGiven } from '../domain/allowance-row.ts'
import { parseGroupName } from '../domain/group-name.ts'
import { parseIdNumber } from '../domain/id-number.ts'
import type { ListKind } from '../domain/list-kind.ts'
import { listKindTerms } from '../domain/list-kind.ts'
import type { RowText } from '../domain/row-reader.ts'
import type { BrokenField } from '../domain/row-rule.ts'
import { findPresentVillage, type PastDivision, splitVillageAndGroup } from '../domain/past-divisions.ts'
import type { Village } from '../domain/village-name.ts'
import type { StagedLine } from './list-stage.ts'
import { type ListValue, parseListRow } from './list-value.ts'

export interface JudgeKnows {
  readonly kind: ListKind
  readonly villages: readonly Village[]
  readonly townshipName: string
  /** Old codes and names, so that an old sheet is still understood. */
  readonly past: readonly PastDivision[]
  readonly given: AllowanceGiven
  /** Lines of the same roll that are stored already, see `rollKey`. */
  readonly onRoll: ReadonlySet<string>
  /** People and households of villages the importer has no say in, by ID number and household number. */
  readonly elsewhere: { readonly idNumbers: ReadonlySet<string>; readonly householdNos: ReadonlySet<string> }
  /** Where people are registered, for lists that may leave their village out. */
  readonly villageOfPerson: ReadonlyMap<string, string>
  /** The importer may work for some villages only: a line of nobody's village is not theirs. */
  readonly isNarrow: boolean
}

/** Kinds whose lines may stand without a village: the register knows where the person lives. */
const villageByPerson: ReadonlySet<ListKind> = new Set(['allowance-roll', 'land-transfers'])

type Judged = StagedLine['judged']

/** Judges every line of a list by its kind's rules, across all of its sheets. */
export class ListJudge {
  readonly #knows: JudgeKnows
  readonly #villageCodes = new Map<string, string | undefined>()
  readonly #listed = new Set<string>()

  constructor(knows: JudgeKnows) {
    this.#knows = knows
  }

  judge(row: RowText): Judged {
    const { kind, given } = this.#knows
    const cells = this.#placed(row)
    const parsed = parseListRow(kind, cells, given)
    const village = this.#villageOf(cells, parsed.ok ? parsed.value : undefined)
    const broken: BrokenField[] = parsed.ok ? [] : [...parsed.broken]
    if (village === undefined)
      broken.push({
        field: 'village',
        rule: textOf(cells, 'village') === '' ? 'village-missing' : 'village-unknown',
      })
    if (parsed.ok) broken.push(...this.#listedAlready(parsed.value, village ?? ''))
    if (parsed.ok && broken.length === 0)
      return {
        outcome: 'accepted',
        value: parsed.value,
        villageCode: village ?? '',
        warnings: parsed.warnings,
      }
    return this.#rejected(cells, broken, village)
  }

  /** A village column may hold the group as well. */
  #placed(cells: RowText): RowText {
    const written = textOf(cells, 'village')
    if (written === '' || textOf(cells, 'group') !== '' || this.#village(written) !== undefined) return cells
    const split = splitVillageAndGroup(written, this.#knows)
    return split === undefined ? cells : { ...cells, village: said(split.village), group: said(split.group) }
  }

  #rejected(cells: RowText, broken: readonly BrokenField[], village: string | undefined): Judged {
    const id = parseIdNumber(textOf(cells, 'idNumber'), { wasNumber: cells['idNumber']?.wasNumber === true })
    return {
      outcome: 'rejected',
      broken,
      villageCode: village || undefined,
      householdNo: textOf(cells, 'householdNo').replace(/\s/g, ''),
      group: parseGroupName(textOf(cells, 'group')),
      relation: textOf(cells, 'relation').trim(),
      name: textOf(cells, 'name').trim(),
      idNumber: id.ok ? id.idNumber : '',
    }
  }

  /** Empty for kinds that have no village; undefined where one is needed and not known. */
  #villageOf(cells: RowText, value: ListValue | undefined): string | undefined {
    const { kind, villageOfPerson, isNarrow } = this.#knows
    const isByPerson = villageByPerson.has(kind)
    if (listKindTerms[kind].villages !== true && !isByPerson) return ''
    const written = textOf(cells, 'village')
    if (written !== '' || !isByPerson) return this.#village(written)
    const registered = value && villageOfPerson.get(value.row.idNumber)
    return registered ?? (kind === 'allowance-roll' && !isNarrow ? '' : undefined)
  }

  #village(written: string): string | undefined {
    if (!this.#villageCodes.has(written)) {
      this.#villageCodes.set(written, findPresentVillage(written, this.#knows))
    }
    return this.#villageCodes.get(written)
  }

  /** A person stands once in a register and in one village; a line stands once on a year's roll. */
  #listedAlready(value: ListValue, villageCode: string): BrokenField[] {
    const { idNumbers, householdNos } = this.#knows.elsewhere
    const isRegister = value.kind === 'household-register'
    if ((isRegister || value.kind === 'allowance-roll') && idNumbers.has(value.row.idNumber))
      return [{ field: 'idNumber', rule: 'in-other-village' }]
    if (value.kind === 'household-register') {
      if (householdNos.has(value.row.householdNo)) return [{ field: 'householdNo', rule: 'in-other-village' }]
      if (this.#listed.has(value.row.idNumber)) return [{ field: 'idNumber', rule: 'id-listed-twice' }]
      this.#listed.add(value.row.idNumber)
    }
    const key = rollKey(value, villageCode)
    return key !== undefined && this.#knows.onRoll.has(key)
      ? [{ field: 'idNumber', rule: 'already-on-roll' }]
      : []
  }
}

/** What makes two lines of one period's roll the same line; undefined for other lists. */
export function rollKey(value: ListValue, villageCode: string): string | undefined {
  if (value.kind === 'farmland-roll') {
    const { idNumber, areaCentiMu, accountNo } = value.row
    return `NY01|${idNumber}|${villageCode}|${String(areaCentiMu)}|${accountNo}`
  }
  if (value.kind !== 'allowance-roll') return undefined
  const { programmeCode, idNumber, amountFen, quantityCenti, account } = value.row
  return `${programmeCode}|${idNumber}|${String(amountFen)}|${String(quantityCenti ?? '')}|${account?.accountNo ?? ''}`
}

function textOf(cells: RowText, field: string): string {
  return cells[field]?.text ?? ''
}

function said(text: string) {
  return { text, wasNumber: false }
}
