import type {
  CertificateEntry,
  ConvictedEntry,
  DeceasedEntry,
  PayrollEntry,
  ReliefEntry,
} from '../domain/checks/listed-facts.ts'
import { amongTexts } from './among-texts.ts'
import { type ExternalKind, readEntries } from './external-entries.ts'
import type { Reader } from './reader.ts'

type IdNumbers = readonly string[] | undefined

/** From the lists of the dead, and from the deaths recorded here: of some people, or of everybody. */
export async function readDeceased(reader: Reader, idNumbers?: IdNumbers): Promise<DeceasedEntry[]> {
  const listed = (await readEntries(reader, 'deceased', idNumbers)).flatMap(
    ({ idNumber, name, onDay, source }) =>
      onDay === null ? [] : [{ idNumber, name, deathDate: onDay, source }],
  )
  let dead = reader
    .selectFrom('person')
    .select(['idNumber', 'name', 'diedOn'])
    .where('status', '=', 'dead')
    .where('diedOn', 'is not', null)
  if (idNumbers !== undefined) dead = dead.where((e) => amongTexts(e.ref('idNumber'), idNumbers))
  const recorded = await dead.execute()
  const own = recorded.map(({ idNumber, name, diedOn }) => ({
    ...{ idNumber, name, deathDate: diedOn ?? '', source: null },
  }))
  return [...listed, ...own]
}

export async function readPayroll(reader: Reader, idNumbers?: IdNumbers): Promise<PayrollEntry[]> {
  const households = await householdsOfListed(reader, 'payroll', idNumbers)
  return (await readEntries(reader, 'payroll', idNumbers)).map(({ idNumber, name, facts, source }) => {
    const { employer = '', category = '' } = JSON.parse(facts) as { employer?: string; category?: string }
    return { idNumber, name, employer, category, householdId: households.get(idNumber) ?? null, source }
  })
}

export async function readCertificates(reader: Reader, idNumbers?: IdNumbers): Promise<CertificateEntry[]> {
  return (await readEntries(reader, 'disability', idNumbers)).map(
    ({ idNumber, name, category, level, untilDay, source }) => ({
      ...{ idNumber, name, kind: category, level, expiresOn: untilDay, source },
    }),
  )
}

export async function readRelief(reader: Reader, idNumbers?: IdNumbers): Promise<ReliefEntry[]> {
  const households = await householdsOfListed(reader, 'relief', idNumbers)
  return (await readEntries(reader, 'relief', idNumbers)).map((entry) => {
    const { change = '' } = JSON.parse(entry.facts) as { change?: string }
    return {
      ...{ idNumber: entry.idNumber, name: entry.name, reliefKind: entry.category },
      ...{ reliefClass: entry.level, since: entry.onDay, until: entry.untilDay, change },
      ...{ householdId: households.get(entry.idNumber) ?? null, source: entry.source },
    }
  })
}

export async function readConvicted(reader: Reader, idNumbers?: IdNumbers): Promise<ConvictedEntry[]> {
  return (await readEntries(reader, 'conviction', idNumbers)).map(
    ({ idNumber, name, category, onDay, untilDay, source }) => ({
      ...{ idNumber, name, measure: category, from: onDay, to: untilDay, source },
    }),
  )
}

/** In whose households the people of a kind of list live, as far as the register knows them. */
async function householdsOfListed(
  reader: Reader,
  kind: ExternalKind,
  idNumbers: IdNumbers,
): Promise<ReadonlyMap<string, string>> {
  let query = reader
    .selectFrom('externalEntry as e')
    .innerJoin('person as p', 'p.idNumber', 'e.idNumber')
    .select(['p.idNumber', 'p.householdId'])
    .where('e.kind', '=', kind)
    .where('e.endedBy', 'is', null)
  if (idNumbers !== undefined) query = query.where((e) => amongTexts(e.ref('e.idNumber'), idNumbers))
  const rows = await query.execute()
  return new Map(
    rows.flatMap(({ idNumber, householdId }) => (householdId === null ? [] : [[idNumber, householdId]])),
  )
}
