import { accountTail } from '../domain/account-no.ts'
import { parseArea } from '../domain/area.ts'
import { compareGroups } from '../domain/group-name.ts'
import { ageOn } from '../domain/id-number.ts'
import { withoutNumbers } from '../domain/masking.ts'
import { sumFen } from '../domain/money.ts'
import type { RegisterLine } from '../documents/register-pages.ts'
import type { VisitForm } from '../documents/visit-form-document.ts'
import {
  listAccountsToPrint,
  listLandToPrint,
  listMembersToPrint,
  listTasksToPrint,
  listVerifiedLines,
  type PaperHouseholds,
  type TaskToPrint,
} from '../store/paper-content-queries.ts'
import { mustVisitText, visitStateLabels } from '../wording/survey-labels.ts'
import type { QueryContext } from './context.ts'

/** A household that stands on a paper, and what is printed of it. */
export interface PrintedHousehold<T> {
  readonly taskId: string
  readonly householdId: string
  readonly printed: T
}

/** 预填的调查表 of a village, by group and household number. */
export async function visitFormsOf(
  ctx: QueryContext,
  of: PaperHouseholds,
): Promise<PrintedHousehold<VisitForm>[]> {
  const tasks = sorted(await listTasksToPrint(ctx.reader, of))
  const members = Map.groupBy(await listMembersToPrint(ctx.reader, of), (one) => one.householdId)
  const accounts = Map.groupBy(await listAccountsToPrint(ctx.reader, of), (one) => one.householdId)
  const land = new Map((await listLandToPrint(ctx.reader, of)).map((one) => [one.householdId, one]))
  const forms = tasks.map((task) => {
    const own = accounts.get(task.householdId) ?? []
    const tailOf = (accountId: string | null) =>
      accountTail(own.find((account) => account.id === accountId)?.accountNo ?? '')
    return {
      taskId: task.taskId,
      householdId: task.householdId,
      printed: {
        household: {
          householdTail: task.householdNo.slice(-5),
          group: task.groupName,
          householder: task.householder ?? '',
          address: task.address,
        },
        people: (members.get(task.householdId) ?? []).map((person) => ({
          name: person.name,
          relation: person.relation,
          idTail: person.idNumber.slice(-4),
          age: ageOn(person.birthDate, ctx.today()),
          note: noteOf(person),
        })),
        accounts: own.map((account) => ({
          holder: account.holderName,
          accountTail: accountTail(account.accountNo),
          kind: account.kind === 'card' ? '卡' : '存折',
          bankName: account.bankName,
        })),
        former: task.previous.map((line) => ({
          name: line.name,
          areaCentiMu: line.areaCentiMu,
          accountTail: tailOf(line.accountId),
        })),
        land: land.get(task.householdId) ?? null,
        mustVisit: task.mustVisit.map(mustVisitText),
      },
    }
  })
  return forms.map((form) => ({ ...form, printed: withoutNumbersIn<VisitForm>(form.printed) }))
}

/** 核实清册的行 of a village: last year's area beside what the visits verified, one line a household. */
export async function registerLinesOf(
  ctx: QueryContext,
  of: PaperHouseholds,
): Promise<PrintedHousehold<RegisterLine>[]> {
  const tasks = sorted(await listTasksToPrint(ctx.reader, of))
  const accounts = Map.groupBy(await listAccountsToPrint(ctx.reader, of), (one) => one.householdId)
  const said = Map.groupBy(await listVerifiedLines(ctx.reader, of), (one) => one.householdId)
  const lines = tasks.map((task, index) => {
    const values = said.get(task.householdId) ?? []
    const own = accounts.get(task.householdId) ?? []
    const paidTo = own.find(({ id }) => id === accountOf(task, values)) ?? own[0]
    return {
      taskId: task.taskId,
      householdId: task.householdId,
      printed: {
        lineNo: index + 1,
        group: task.groupName,
        householder: task.householder ?? '',
        idTail: task.householderIdNumber?.slice(-4) ?? '',
        accountTail: paidTo ? accountTail(paidTo.accountNo) : '',
        formerCentiMu:
          task.previous.length === 0 ? null : sumFen(task.previous.map((line) => line.areaCentiMu)),
        verifiedCentiMu: verifiedArea(values),
        note: registerNote(task, values),
      },
    }
  })
  return lines.map((line) => ({ ...line, printed: withoutNumbersIn<RegisterLine>(line.printed) }))
}

/** Lists write whole numbers into remarks and addresses: whatever text is printed, none is left in it (field-notes 19). */
function withoutNumbersIn<T>(printed: T): T {
  return JSON.parse(JSON.stringify(printed), (_, value: unknown) =>
    typeof value === 'string' ? withoutNumbers(value) : value,
  ) as T
}

type Said = Awaited<ReturnType<typeof listVerifiedLines>>[number]

/** Open until the visit has said an area of every line that goes on. */
function verifiedArea(values: readonly Said[]): number | null {
  const ended = new Set(
    values.filter((one) => one.field === 'line.continues' && one.value === 'no').map((one) => one.subject),
  )
  const areas = values.filter((one) => one.field === 'line.areaMu' && one.value !== null)
  if (areas.length === 0) return ended.size > 0 ? 0 : null
  return sumFen(areas.map((one) => (ended.has(one.subject) ? 0 : centiMuOf(one.value ?? ''))))
}

function centiMuOf(text: string): number {
  const area = parseArea(text)
  return area.ok ? area.centiMu : 0
}

function accountOf(task: TaskToPrint, values: readonly Said[]): string | null {
  const chosen = values.find((one) => one.field === 'line.account' && one.value !== null)?.value
  return chosen ?? task.previous[0]?.accountId ?? null
}

function registerNote(task: TaskToPrint, values: readonly Said[]): string {
  if (task.state !== 'unvisited' && task.state !== 'visited') return visitStateLabels[task.state]
  const lines = values.filter((one) => one.field === 'line.continues')
  if (lines.length > 0 && lines.every((one) => one.value === 'no')) return '不再申报'
  return task.previous.length === 0 ? '新增' : ''
}

function noteOf(person: {
  readonly status: string
  readonly isOnDeathList: 0 | 1
  readonly isOnPayroll: 0 | 1
}): string {
  if (person.status === 'dead') return '已登记死亡'
  if (person.isOnDeathList === 1) return '在死亡名单'
  return person.isOnPayroll === 1 ? '在财政供养名单' : ''
}

function sorted(tasks: readonly TaskToPrint[]): TaskToPrint[] {
  return tasks.toSorted(
    (a, b) => compareGroups(a.groupName, b.groupName) || (a.householdNo < b.householdNo ? -1 : 1),
  )
}
