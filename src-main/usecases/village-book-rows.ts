import { accountTail } from '../domain/account-no.ts'
import { formatMu } from '../domain/area.ts'
import { idTail } from '../domain/id-number.ts'
import { shortHouseholdNo, tailText } from '../domain/masked-cell.ts'
import type { PreviousLine } from '../domain/must-visit.ts'
import { agreedValue, mergeEdits } from '../domain/survey-merge.ts'
import { type BookColumn, codeKey, hiddenCodeKey, remarkKey, shownInBook } from '../domain/village-book.ts'
import type { PrintedCell, PrintedRow } from '../domain/village-book-row.ts'
import type { SourceAccount, SourcePerson, SourceTask, VillageSource } from '../store/village-book-source.ts'

/** 新账户 and 新增行 — stand for a thing that gets its own id once the cell is taken. */
export const newAccount = 'new-account'
export const newLine = 'new-line'

/** Room for people the office does not know of. */
export const blankRows = 20

/** One row a person, one more for every further line of theirs, householders first; blank ones at the end. */
export function printedRows(
  source: VillageSource,
  columns: readonly BookColumn[],
  villageCode: string,
): PrintedRow[] {
  const rows: Omit<PrintedRow, 'rowNo'>[] = source.tasks.flatMap((task) =>
    rowsOfTask(source, task, columns, villageCode),
  )
  for (let blank = 0; blank < blankRows; blank++)
    rows.push({ householdId: null, personId: null, taskId: null, cells: {} })
  return rows.map((row, index) => ({ rowNo: index + 1, ...row }))
}

function rowsOfTask(
  source: VillageSource,
  task: SourceTask,
  columns: readonly BookColumn[],
  villageCode: string,
): Omit<PrintedRow, 'rowNo'>[] {
  const people = headFirst(source.people.get(task.householdId) ?? [], task)
  const head = people[0]
  const said = saidSoFar(source, task)
  return people.flatMap((person) => {
    const lines = task.previous.filter((line) => line.personId === person.id)
    const account = source.accounts.get(person.id)?.[0]
    return [lines[0], ...lines.slice(1)].map((line, further) => ({
      householdId: task.householdId,
      personId: person.id,
      taskId: task.taskId,
      cells: cellsOf({
        task,
        head,
        person,
        account,
        line,
        isHead: person === head,
        isFurther: further > 0,
        said,
        columns,
        villageCode,
      }),
    }))
  })
}

/** Who is on the register, and whoever stands on last year's list, in whatever state. */
function headFirst(people: readonly SourcePerson[], { householderId, previous }: SourceTask): SourcePerson[] {
  const onList = new Set(previous.map(({ personId }) => personId))
  const shown = people.filter((person) => person.status === 'registered' || onList.has(person.id))
  return [
    ...shown.filter(({ id }) => id === householderId),
    ...shown.filter(({ id }) => id !== householderId),
  ]
}

interface Said {
  readonly value: string | null
  readonly heads: readonly string[]
}

/** What the round knows already, by subject and field; a conflict says nothing until it is decided. */
function saidSoFar({ edits }: VillageSource, { taskId }: SourceTask): ReadonlyMap<string, Said> {
  return new Map(
    mergeEdits(edits.get(taskId ?? '') ?? []).flatMap((state) => {
      const value = agreedValue(state)
      const heads = state.heads.map(({ id }) => id)
      return value === undefined ? [] : [[`${state.subject}|${state.field}`, { value, heads }] as const]
    }),
  )
}

interface Of {
  readonly task: SourceTask
  readonly head: SourcePerson | undefined
  readonly person: SourcePerson
  readonly account: SourceAccount | undefined
  readonly line: PreviousLine | undefined
  readonly isHead: boolean
  /** A further line of somebody who has a row already: only its line may be filled in. */
  readonly isFurther: boolean
  readonly said: ReadonlyMap<string, Said>
  readonly columns: readonly BookColumn[]
  readonly villageCode: string
}

function cellsOf(of: Of): Record<string, PrintedCell> {
  const cells = of.columns.flatMap((column): [string, PrintedCell][] => {
    if (column.key === codeKey || column.key === hiddenCodeKey) return []
    if (column.use === 'locked') return [[column.key, fixed(lockedText(of, column.key))]]
    return [[column.key, entryCell(of, column)]]
  })
  return Object.fromEntries(cells)
}

function lockedText({ task, head, person, account, line, villageCode }: Of, key: string): string {
  switch (key) {
    case 'group':
      return task.groupName
    case 'householdNo':
      return shortHouseholdNo(task.householdNo, villageCode)
    case 'householder':
      return head?.name ?? ''
    case 'name':
      return person.name
    case 'idTail':
      return tailText(idTail(person.idNumber))
    case 'phoneTail':
      return tailText(person.phone.slice(-4))
    case 'accountTail':
      return tailText(accountTail(account?.accountNo ?? ''))
    case 'bank':
      return account?.bankName ?? ''
    case 'previousArea':
      return line === undefined ? '' : formatMu(line.areaCentiMu)
    default:
      return ''
  }
}

function entryCell(of: Of, column: BookColumn): PrintedCell {
  const subject = subjectOf(of, column)
  if (subject === undefined) return fixed('')
  const base = of.task.taskId === null ? registerSaysItself(of, column) : registerSays(of, column)
  const said = of.said.get(`${subject}|${column.field ?? ''}`)
  const value = said === undefined ? base : said.value
  const isOpen = column.use === 'new' || (column.key === 'area' && said === undefined)
  const shown = isOpen ? '' : shownInBook(column, value)
  return { text: shown, value, base, heads: said?.heads ?? [], subject }
}

/** Of whom or what a cell speaks on this row; undefined where it would speak of nobody. */
function subjectOf(
  { task, person, account, line, isHead, isFurther }: Of,
  column: BookColumn,
): string | undefined {
  if (column.of === 'line') return line?.lineId ?? (isHead && !isFurther ? newLine : undefined)
  if (isFurther) return undefined
  if (column.of === 'person') return person.id
  if (column.of === 'account') {
    // Of a round the household is paid through its head; in the register anybody may have a card.
    if (account === undefined) return isHead || task.taskId === null ? newAccount : undefined
    return column.key === 'newAccount' ? newAccount : account.id
  }
  return isHead ? column.of : undefined
}

function registerSays({ person, account, line }: Of, { key }: BookColumn): string | null {
  switch (key) {
    case 'relation':
      return person.relation
    case 'newIdNumber':
      return person.idNumber
    case 'newPhone':
      return person.phone === '' ? null : person.phone
    case 'newAccount':
      return account?.accountNo ?? null
    case 'newBank':
      return account?.bankName ?? null
    case 'custody':
      return account === undefined || account.custody === '' ? null : account.custody
    case 'area':
      return line === undefined ? null : formatMu(line.areaCentiMu)
    default:
      return null
  }
}

/** Without a round the register is asked too whether somebody is there, and what is remarked of them. */
function registerSaysItself(of: Of, column: BookColumn): string | null {
  const { status, remark = '' } = of.person
  if (column.key === 'presence') return status === 'registered' ? 'here' : status
  if (column.key === remarkKey) return remark === '' ? null : remark
  return registerSays(of, column)
}

function fixed(text: string): PrintedCell {
  return { text, value: null, base: null, heads: [] }
}
