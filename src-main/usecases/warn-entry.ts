import { type AskedAccount, type AskedPerson, type EntryWarning, whoMaySee } from '../domain/entry-warning.ts'
import { parseAccountNo } from '../domain/account-no.ts'
import { parseIdNumber } from '../domain/id-number.ts'
import { inScopeOf, type Scope } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import {
  listEntriesOf,
  listPeopleByAccounts,
  listPeopleByIdNumbers,
  listReceived,
} from '../store/entry-warning-queries.ts'
import { getTask } from '../store/survey-task-queries.ts'
import type { QueryContext } from './context.ts'

interface Asked {
  readonly taskId: string
  readonly people: readonly AskedPerson[]
  readonly accounts: readonly AskedAccount[]
}

/** 录入提示 while typing: nothing is refused here, but nobody types against what the office knows without being told. */
export async function warnEntry(ctx: QueryContext, { taskId, people, accounts }: Asked) {
  const task = await getTask(ctx.reader, ctx.scope, taskId)
  const read = people.flatMap(({ personId, idNumber }) => {
    const parsed = parseIdNumber(idNumber)
    return parsed.ok ? [{ personId, idNumber: parsed.idNumber }] : []
  })
  return [
    ...(await elsewhere(ctx, read)),
    ...(await onLists(ctx, read)),
    ...(await received(ctx, read, task.programmeCode)),
    ...(await shared(ctx, read, accounts)),
  ]
}

async function elsewhere(ctx: QueryContext, people: readonly AskedPerson[]): Promise<EntryWarning[]> {
  const known = await listPeopleByIdNumbers(
    ctx.reader,
    people.map((one) => one.idNumber),
  )
  return people.flatMap(({ personId, idNumber }) =>
    known
      .filter((one) => one.idNumber === idNumber && one.id !== personId)
      .map((one) => ({
        ...{ subject: personId, field: 'person.idNumber', code: 'id-elsewhere' as const },
        ...whoAndWhere(ctx.scope, one),
      })),
  )
}

interface Registered {
  readonly name: string
  readonly villageName: string | null
  readonly groupName: string | null
  readonly villageCode: string | null
}

/** Who works on other villages learns that there is somebody, and whom to ask; not who. */
function whoAndWhere(scope: Scope, { name, villageName, villageCode, groupName }: Registered) {
  if (villageName === null || villageCode === null) return { name, where: '还没有所在的户' }
  return inScopeOf(scope, { villageCode })
    ? { name, where: villageTitle(villageName) + (groupName ?? '') }
    : { name: '', where: villageTitle(villageName) }
}

async function onLists(ctx: QueryContext, people: readonly AskedPerson[]): Promise<EntryWarning[]> {
  const entries = await listEntriesOf(
    ctx.reader,
    people.map((one) => one.idNumber),
  )
  return people.flatMap(({ personId, idNumber }) =>
    entries
      .filter((entry) => entry.idNumber === idNumber)
      .flatMap((entry) => {
        const warning = entryWarning(ctx.scope, entry)
        return warning === undefined ? [] : [{ subject: personId, field: 'person.idNumber', ...warning }]
      }),
  )
}

type Entry = Awaited<ReturnType<typeof listEntriesOf>>[number]

function entryWarning(scope: Scope, entry: Entry) {
  const what = [entry.category, entry.level].filter((part) => part !== '').join(' ')
  const maySee = (kind: keyof typeof whoMaySee) =>
    scope.programmes === 'all' || whoMaySee[kind].some((code) => scope.programmes.includes(code))
  switch (entry.kind) {
    case 'deceased':
      return { code: 'deceased' as const, name: entry.name, day: entry.onDay ?? '' }
    case 'payroll': {
      const { employer = '' } = JSON.parse(entry.facts) as { employer?: string }
      return { code: 'payroll' as const, employer }
    }
    case 'disability':
      return maySee('disability') ? { code: 'disability' as const, what } : undefined
    case 'relief':
      return maySee('relief') ? { code: 'relief' as const, what } : undefined
    case 'conviction':
      return maySee('conviction') ? { code: 'convicted' as const, what } : undefined
  }
}

async function received(
  ctx: QueryContext,
  people: readonly AskedPerson[],
  butProgramme: string,
): Promise<EntryWarning[]> {
  const idNumbers = people.map((one) => one.idNumber)
  const lines = await listReceived(ctx.reader, ctx.scope, idNumbers, butProgramme)
  const newest = lines.filter(
    (line, at) =>
      lines.findIndex((one) => one.idNumber === line.idNumber && one.programmeCode === line.programmeCode) ===
      at,
  )
  return people.flatMap(({ personId, idNumber }) =>
    newest
      .filter((line) => line.idNumber === idNumber)
      .map(({ programmeName, year, amountFen }) => ({
        ...{ subject: personId, field: 'person.idNumber', code: 'received' as const },
        ...{ programme: programmeName, year, amountFen },
      })),
  )
}

async function shared(
  ctx: QueryContext,
  people: readonly AskedPerson[],
  accounts: readonly AskedAccount[],
): Promise<EntryWarning[]> {
  const read = accounts.flatMap((account) => {
    const parsed = parseAccountNo(account.accountNo)
    return parsed.ok ? [{ ...account, accountNo: parsed.accountNo }] : []
  })
  const known = await listPeopleByAccounts(
    ctx.reader,
    read.map((one) => one.accountNo),
  )
  return read.flatMap(({ accountId, personId, accountNo }) => {
    // Somebody entered anew may be in the register already: their own account is not another person's.
    const own = people.find((one) => one.personId === personId)?.idNumber
    return known
      .filter((one) => one.accountNo === accountNo && one.id !== personId && one.idNumber !== own)
      .map((one) => ({
        ...{ subject: accountId, field: 'account.accountNo', code: 'account-shared' as const },
        ...whoAndWhere(ctx.scope, one),
      }))
  })
}
