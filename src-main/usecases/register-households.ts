import { sameName } from '../domain/person-name.ts'
import type { RegisterRow } from '../domain/register-row.ts'
import type { NewHousehold } from '../store/register-writing.ts'
import { type HouseholdKey, listHouseholdKeys, type PersonKey } from '../store/register-keys.ts'
import type { CommandContext } from './context.ts'
import type { AcceptedLine, RejectedStageLine } from './list-stage.ts'
import type { ListWriting } from './list-writing.ts'

const headRelations = new Set(['户主', '本人', '户主本人', '本人户主'])

/** A line with the household it stands in. */
export interface Placed {
  readonly line: AcceptedLine
  readonly row: RegisterRow
  readonly householdNo: string
}

export interface MovedHousehold {
  readonly household: HouseholdKey
  readonly line: AcceptedLine
  readonly villageCode: string
  readonly groupName: string
}

/** Which households a register has, which are new, which stand elsewhere now, and who stands in each. */
export interface RegisterHouseholds {
  readonly added: readonly NewHousehold[]
  readonly moved: readonly MovedHousehold[]
  readonly placed: readonly Placed[]
  /** Household numbers without a householder so far. */
  readonly pending: ReadonlySet<string>
  /** Household numbers that were there before. */
  readonly known: ReadonlyMap<string, HouseholdKey>
  idOf(householdNo: string): string
}

/** Whether a line is its household's head: said so, or the one its own line names as head. */
export function isHeadOf({ row }: Pick<Placed, 'row'>): boolean {
  if (row.relation !== '') return headRelations.has(row.relation)
  if (row.headId !== '') return row.headId === row.idNumber
  return row.headName !== '' && sameName(row.headName, row.name)
}

/**
 * A sheet without household numbers is cut into households at every head, or where the head it names changes; the
 * numbers made up say so. A head who has a household keeps it.
 */
export async function placeLines(
  ctx: CommandContext,
  writing: ListWriting,
  people: ReadonlyMap<string, PersonKey>,
): Promise<RegisterHouseholds> {
  const plan = new HouseholdPlan(ctx, writing, await listHouseholdKeys(ctx.writer))
  const cutter = new HouseholdCutter(writing, people)
  for (const line of writing.lines) {
    const { judged } = line
    if (judged.outcome === 'accepted' && judged.value.kind === 'household-register') {
      const { row } = judged.value
      const made = cutter.next(line, isHeadOf({ row }), row)
      plan.place(line as AcceptedLine, row, row.householdNo === '' ? made : row.householdNo)
    } else if (judged.outcome === 'rejected') {
      const isHead = headRelations.has(judged.relation)
      const made = cutter.next(line, isHead, undefined)
      if (isHead && judged.villageCode !== undefined)
        plan.add(
          judged.householdNo === '' ? made : judged.householdNo,
          judged.villageCode,
          judged.group,
          line,
        )
    }
  }
  return plan
}

/** Makes up the numbers of households that have none. */
class HouseholdCutter {
  readonly #writing: ListWriting
  readonly #people: ReadonlyMap<string, PersonKey>
  #made = ''
  #head = ''

  constructor(writing: ListWriting, people: ReadonlyMap<string, PersonKey>) {
    this.#writing = writing
    this.#people = people
  }

  next(line: AcceptedLine | RejectedStageLine, isHead: boolean, row: RegisterRow | undefined): string {
    const head = row === undefined ? '' : row.headId || row.headName
    const isOther = head === '' ? isHead : head !== this.#head
    if (this.#made === '' || isOther) this.#made = this.#numberFor(line, isHead, row)
    this.#head = head
    return this.#made
  }

  #numberFor(line: AcceptedLine | RejectedStageLine, isHead: boolean, row: RegisterRow | undefined): string {
    const headId = isHead ? row?.idNumber : row?.headId
    const known = headId === undefined ? undefined : this.#people.get(headId)
    if (known !== undefined && known.householdNo !== '') return known.householdNo
    const source = this.#writing.source(line)
    return `自编-${source.batchId.slice(-8)}-${String(source.line)}`
  }
}

class HouseholdPlan implements RegisterHouseholds {
  readonly added: NewHousehold[] = []
  readonly moved: MovedHousehold[] = []
  readonly placed: Placed[] = []
  readonly pending: Set<string>
  readonly known: ReadonlyMap<string, HouseholdKey>
  readonly #ids: Map<string, string>
  readonly #movedNos = new Set<string>()
  readonly #ctx: CommandContext
  readonly #writing: ListWriting

  constructor(ctx: CommandContext, writing: ListWriting, known: ReadonlyMap<string, HouseholdKey>) {
    this.#ctx = ctx
    this.#writing = writing
    this.known = known
    this.#ids = new Map([...known].map(([householdNo, { id }]) => [householdNo, id]))
    this.pending = new Set(
      [...known].filter(([, { pending }]) => pending).map(([householdNo]) => householdNo),
    )
  }

  idOf(householdNo: string): string {
    return this.#ids.get(householdNo) ?? ''
  }

  place(line: AcceptedLine, row: RegisterRow, householdNo: string): void {
    this.add(householdNo, line.judged.villageCode, row.group, line)
    this.placed.push({ line, row, householdNo })
    const household = this.known.get(householdNo)
    if (household === undefined || this.#movedNos.has(householdNo)) return
    const { villageCode } = line.judged
    const groupName = row.group === '' ? household.groupName : row.group
    if (household.villageCode === villageCode && household.groupName === groupName) return
    this.#movedNos.add(householdNo)
    this.moved.push({ household, line, villageCode, groupName })
  }

  add(
    householdNo: string,
    villageCode: string,
    groupName: string,
    line: AcceptedLine | RejectedStageLine,
  ): void {
    if (this.#ids.has(householdNo)) return
    const id = this.#ctx.newId()
    this.#ids.set(householdNo, id)
    this.pending.add(householdNo)
    this.added.push({
      ...{ id, householdNo, villageCode, groupName },
      ...{ ...this.#writing.source(line), createdAt: this.#writing.at },
    })
  }
}
