import type { Facts } from '../domain/field-change.ts'
import { listKindTerms } from '../domain/list-kind.ts'
import { inScopeOf } from '../domain/role.ts'
import { listCurrentEntries, type ExternalKind } from '../store/external-entries.ts'
import { listCurrentLandRights, listCurrentTransfers } from '../store/land-lists.ts'
import { listPersonKeys } from '../store/register-keys.ts'
import { listRollLines } from '../store/roll-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { Scope } from '../domain/role.ts'
import { entryFacts, landRightFacts, rollFacts, transferFacts } from '../wording/entry-facts.ts'
import { externalEntryOf } from './external-entry.ts'
import type { ComparedStore, StoredEntry } from './list-difference.ts'
import type { ListPlan } from './list-plan.ts'
import { type AcceptedLine, isAccepted, type StagedLine } from './list-stage.ts'

interface Compared {
  readonly reader: Reader
  readonly scope: Scope
  readonly plan: ListPlan
  readonly lines: readonly StagedLine[]
}

const externalKinds: Readonly<Partial<Record<ListPlan['kind'], ExternalKind>>> = {
  deceased: 'deceased',
  payroll: 'payroll',
  'disability-certificates': 'disability',
  'social-relief': 'relief',
  convicted: 'conviction',
}

/** What a list of the plan's kind is compared with. */
export function comparedStore(of: Compared): Promise<ComparedStore> {
  const kind = externalKinds[of.plan.kind]
  if (kind !== undefined) return externalStore(of, kind)
  if (of.plan.kind === 'household-register') return registerStore(of)
  if (of.plan.kind === 'land-rights') return landRightStore(of)
  return of.plan.kind === 'land-transfers' ? transferStore(of) : rollStore(of)
}

/** Only villages the list has anybody of: a list of one village says nothing of the others. */
function villagesIn(lines: readonly StagedLine[]): ReadonlySet<string> {
  const villages = new Set<string>()
  for (const line of lines) if (isAccepted(line)) villages.add(line.judged.villageCode)
  return villages
}

async function registerStore({ reader, scope, lines }: Compared): Promise<ComparedStore> {
  const people = await listPersonKeys(reader)
  const villages = villagesIn(lines)
  const active = new Set(['registered'])
  const stored: StoredEntry[] = []
  const status = new Map<string, string>()
  for (const person of people.values()) {
    if (!inScopeOf(scope, person.villageCode === '' ? {} : person)) continue
    status.set(person.id, person.status)
    stored.push({
      idNumber: person.idNumber,
      name: person.name,
      villageCode: person.villageCode === '' ? null : person.villageCode,
      facts: registerFactsOf(person),
      ref: { kind: 'person', personId: person.id },
    })
  }
  return {
    stored,
    emptySaysNothing: true,
    factsOf: ({ judged }) =>
      judged.value.kind === 'household-register'
        ? registerFactsOf({
            ...judged.value.row,
            villageCode: judged.villageCode,
            groupName: judged.value.row.group,
          })
        : [],
    mayBeGone: ({ villageCode, ref }) =>
      villageCode !== null &&
      villages.has(villageCode) &&
      ref.kind === 'person' &&
      active.has(status.get(ref.personId) ?? ''),
  }
}

function registerFactsOf(person: {
  readonly name: string
  readonly householdNo: string
  readonly villageCode: string
  readonly groupName: string
  readonly relation: string
  readonly phone: string
  readonly ethnicity: string
  readonly hukouKind: string
}): Facts {
  return [
    ['姓名', person.name],
    ['户编号', person.householdNo],
    ['村', person.villageCode],
    ['组', person.groupName],
    ['与户主关系', person.relation],
    ['联系电话', person.phone],
    ['民族', person.ethnicity],
    ['户口性质', person.hukouKind],
  ]
}

async function externalStore({ reader, lines }: Compared, kind: ExternalKind): Promise<ComparedStore> {
  const entries = await listCurrentEntries(reader, kind)
  const categories = new Set<string>()
  for (const line of lines) {
    const entry = isAccepted(line) ? externalEntryOf(line.judged.value) : undefined
    if (entry !== undefined) categories.add(entry.category)
  }
  const byRef = new Map<StoredEntry, string>()
  const stored = entries.map((entry) => {
    const { batchId, line, idNumber, name } = entry
    const one: StoredEntry = {
      ...{ idNumber, name, villageCode: null, facts: entryFacts(entry) },
      ref: { kind: 'entry', batchId, line },
    }
    byRef.set(one, entry.category)
    return one
  })
  return {
    stored,
    emptySaysNothing: false,
    factsOf: ({ judged }) => {
      const entry = externalEntryOf(judged.value)
      return entry === undefined ? [] : entryFacts(entry)
    },
    // a list of 低保 alone says nothing of who is on 特困
    mayBeGone: (entry) => kind !== 'relief' || categories.has(byRef.get(entry) ?? ''),
  }
}

async function landRightStore({ reader, scope, lines }: Compared): Promise<ComparedStore> {
  const villages = villagesIn(lines)
  const rights = await listCurrentLandRights(reader)
  return {
    stored: rights
      .filter((right) => inScopeOf(scope, right) && villages.has(right.villageCode))
      .map((right) => ({
        ...{ idNumber: right.idNumber, name: right.holderName, villageCode: right.villageCode },
        ...{ facts: landRightFacts(right), ref: { kind: 'line' } as const },
      })),
    emptySaysNothing: false,
    factsOf: ({ judged }) => (judged.value.kind === 'land-rights' ? landRightFacts(judged.value.row) : []),
    mayBeGone: () => true,
  }
}

async function transferStore({ reader, scope, lines }: Compared): Promise<ComparedStore> {
  const villages = villagesIn(lines)
  const transfers = await listCurrentTransfers(reader)
  return {
    stored: transfers
      .filter((transfer) => inScopeOf(scope, transfer) && villages.has(transfer.villageCode))
      .map((transfer) => ({
        ...{ idNumber: transfer.giverIdNumber, name: transfer.giverName, villageCode: transfer.villageCode },
        ...{ facts: transferFacts(transfer), ref: { kind: 'transfer', id: transfer.id } as const },
      })),
    emptySaysNothing: false,
    factsOf: ({ judged }) => {
      if (judged.value.kind !== 'land-transfers') return []
      const { parcel, from, to, ...row } = judged.value.row
      return transferFacts({ ...row, parcelText: parcel, startsOn: from, endsOn: to })
    },
    mayBeGone: () => true,
  }
}

/** The lines of the same programme and period; a roll is added to, it replaces nothing. */
async function rollStore({ reader, scope, plan, lines }: Compared): Promise<ComparedStore> {
  const programmes = new Set(lines.flatMap((line) => programmeOf(line) ?? []))
  const rows = await listRollLines(reader, {
    programmes: [...programmes],
    year: plan.year,
    month: plan.month,
  })
  return {
    stored: rows
      .filter((row) => inScopeOf(scope, row.villageCode === null ? {} : { villageCode: row.villageCode }))
      .map((row) => ({
        ...{ idNumber: row.idNumber, name: row.name, villageCode: row.villageCode },
        ...{ facts: rollFacts({ ...row, programme: row.programmeCode }), ref: { kind: 'line' } as const },
      })),
    emptySaysNothing: false,
    factsOf: rollFactsOf,
    mayBeGone: () => true,
  }
}

function programmeOf(line: StagedLine): string | undefined {
  if (!isAccepted(line)) return undefined
  const { value } = line.judged
  if (value.kind === 'allowance-roll') return value.row.programmeCode
  return listKindTerms[value.kind].programme
}

function rollFactsOf({ judged: { value } }: AcceptedLine): Facts {
  if (value.kind === 'farmland-roll')
    return rollFacts({ ...value.row, programme: 'NY01', amountFen: value.row.amountFen ?? 0 })
  if (value.kind !== 'allowance-roll') return []
  const { programmeCode, amountFen, account, quantityCenti } = value.row
  return rollFacts({
    ...{ programme: programmeCode, areaCentiMu: quantityCenti ?? 0, amountFen },
    accountNo: account?.accountNo ?? null,
  })
}
