import type {
  CertificateEntry,
  ConvictedEntry,
  DeceasedEntry,
  PayrollEntry,
  ReliefEntry,
} from '../domain/checks/listed-facts.ts'
import { type ExternalKind, readEntries } from './external-entries.ts'
import type { Reader } from './reader.ts'

/** From the lists of the dead, and from the deaths recorded here. */
export async function readDeceased(reader: Reader): Promise<DeceasedEntry[]> {
  const listed = (await readEntries(reader, 'deceased')).flatMap(({ idNumber, name, onDay, source }) =>
    onDay === null ? [] : [{ idNumber, name, deathDate: onDay, source }],
  )
  const recorded = await reader
    .selectFrom('person')
    .select(['idNumber', 'name', 'diedOn'])
    .where('status', '=', 'dead')
    .where('diedOn', 'is not', null)
    .execute()
  const own = recorded.map(({ idNumber, name, diedOn }) => ({
    ...{ idNumber, name, deathDate: diedOn ?? '', source: null },
  }))
  return [...listed, ...own]
}

export async function readPayroll(reader: Reader): Promise<PayrollEntry[]> {
  const households = await householdsOfListed(reader, 'payroll')
  return (await readEntries(reader, 'payroll')).map(({ idNumber, name, facts, source }) => {
    const { employer = '', category = '' } = JSON.parse(facts) as { employer?: string; category?: string }
    return { idNumber, name, employer, category, householdId: households.get(idNumber) ?? null, source }
  })
}

export async function readCertificates(reader: Reader): Promise<CertificateEntry[]> {
  return (await readEntries(reader, 'disability')).map(
    ({ idNumber, name, category, level, untilDay, source }) => ({
      ...{ idNumber, name, kind: category, level, expiresOn: untilDay, source },
    }),
  )
}

export async function readRelief(reader: Reader): Promise<ReliefEntry[]> {
  const households = await householdsOfListed(reader, 'relief')
  return (await readEntries(reader, 'relief')).map((entry) => {
    const { change = '' } = JSON.parse(entry.facts) as { change?: string }
    return {
      ...{ idNumber: entry.idNumber, name: entry.name, reliefKind: entry.category },
      ...{ reliefClass: entry.level, since: entry.onDay, until: entry.untilDay, change },
      ...{ householdId: households.get(entry.idNumber) ?? null, source: entry.source },
    }
  })
}

export async function readConvicted(reader: Reader): Promise<ConvictedEntry[]> {
  return (await readEntries(reader, 'conviction')).map(
    ({ idNumber, name, category, onDay, untilDay, source }) => ({
      ...{ idNumber, name, measure: category, from: onDay, to: untilDay, source },
    }),
  )
}

/** In whose households the people of a kind of list live, as far as the register knows them. */
async function householdsOfListed(reader: Reader, kind: ExternalKind): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('externalEntry as e')
    .innerJoin('person as p', 'p.idNumber', 'e.idNumber')
    .select(['p.idNumber', 'p.householdId'])
    .where('e.kind', '=', kind)
    .where('e.endedBy', 'is', null)
    .execute()
  return new Map(
    rows.flatMap(({ idNumber, householdId }) => (householdId === null ? [] : [[idNumber, householdId]])),
  )
}
