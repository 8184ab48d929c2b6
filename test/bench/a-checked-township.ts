import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { seedReference } from '../../src-main/host/seed-reference.ts'
import { insertApplications, type StoredApplication } from '../../src-main/store/application-queries.ts'
import { listVillages } from '../../src-main/store/division-queries.ts'
import { listProgrammes } from '../../src-main/store/programme-queries.ts'
import { insertExternalEntries, type NewExternalEntry } from '../../src-main/store/external-entries.ts'
import { createDataFolder, openWithPassword } from '../../src-main/store/opening.ts'
import { rawOf } from '../../src-main/store/raw.ts'
import type { Writer } from '../../src-main/store/reader.ts'
import { setHouseholders } from '../../src-main/store/register-keys.ts'
import { insertAccounts, insertHouseholds, insertPeople } from '../../src-main/store/register-writing.ts'
import type { Store } from '../../src-main/store/store.ts'
import { terms } from '../builders/a-period.ts'
import { clerk } from './a-large-township.ts'
import { personAt } from './township-person.ts'

export const period = { programmeCode: 'MZ05', year: 2026 }
const atOnce = 5_000
const peopleAHousehold = 4
const at = new Date().toISOString()

/** A township in which so many people, the first of all, have applied for one programme, with lists that name some of them. */
export async function aCheckedTownship(
  lines: number,
  people = lines,
): Promise<{ store: Store; userId: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'onecard-checks-'))
  await createDataFolder({
    ...{ folder, township: { code: '141024101000', name: '甘亭镇', county: '洪洞县' }, demonstration: false },
    ...{ machine: 'office' as const, machineName: '办公室主机', people: [clerk], now: new Date() },
    administrator: { signInName: 'admin', displayName: '管理员', password: '管理员的长密码一' },
    newId: randomUUID,
  })
  const { store, userId } = await openWithPassword(folder, clerk.signInName, clerk.password, {
    now: new Date(),
  })
  await seedReference(store, resolve(import.meta.dirname, '../../resources'))
  const villages = (await listVillages(store.reader)).map(({ code }) => code)
  await store.inTransaction(async (writer) => insertTermsAndList(writer, userId))
  for (let from = 0; from < people; from += atOnce)
    await store.inTransaction(async (writer) => {
      insertSome(writer, from, Math.min(atOnce, people - from), { villages, userId, lines })
    })
  return { store, userId }
}

interface TermsOf {
  readonly programmeCode: string
  readonly unit: string
  readonly userId: string
}

function insertTerms(writer: Writer, { programmeCode, unit, userId }: TermsOf): void {
  const stored = JSON.stringify({ ...terms, unit, rateYuan: '122', eligibilityDate: '2026-06-30' })
  rawOf(writer)
    .prepare(
      `INSERT INTO programme_terms (id, programme_code, year, version, status, terms, entered_by, entered_at)
      VALUES (?, ?, ?, 1, 'active', ?, ?, ?)`,
    )
    .run(termsIdOf(programmeCode), programmeCode, period.year, stored, userId, at)
}

function insertTermsAndList(writer: Writer, userId: string): void {
  const raw = rawOf(writer)
  insertTerms(writer, { programmeCode: period.programmeCode, unit: '人·月', userId })
  raw
    .prepare(
      `INSERT INTO list_batch (id, kind, file_name, file_sha256, sheet, lines, accepted, rejected, warned, skipped,
      headers, imported_by, imported_at) VALUES ('list', 'deceased', '名单.xlsx', 'x', '名单', 0, 0, 0, 0, 0, '[]', ?, ?)`,
    )
    .run(userId, at)
}

function insertSome(
  writer: Writer,
  from: number,
  count: number,
  {
    villages,
    userId,
    lines,
  }: { readonly villages: readonly string[]; readonly userId: string; readonly lines: number },
): void {
  const some = Array.from({ length: count }, (_, offset) => personAt(from + offset))
  const made = { enteredBy: userId, batchId: null, line: null, createdAt: at }
  const villageOf = (index: number) => villages[Math.floor(index / peopleAHousehold) % villages.length] ?? ''
  const heads = some.filter(({ index }) => index % peopleAHousehold === 0)
  insertHouseholds(
    writer,
    heads.map(({ index }) => ({
      ...{ id: household(index), householdNo: household(index), villageCode: villageOf(index) },
      ...{ groupName: '一组', batchId: null, line: null, createdAt: at },
    })),
  )
  insertPeople(
    writer,
    some.map(({ index, name, idNumber, phone }) => ({
      ...{
        id: `p${String(index)}`,
        householdId: household(index),
        name,
        idNumber,
        idUpgraded: 0,
        sex: 'male',
      },
      ...{ birthDate: '1970-01-01', relation: '', ethnicity: '', hukouKind: '', phone, remark: '', ...made },
    })),
  )
  insertAccounts(
    writer,
    some.map(({ index, name, accountNo }) => ({
      ...{
        id: `k${String(index)}`,
        personId: `p${String(index)}`,
        holderName: name,
        accountNo,
        kind: 'card',
      },
      ...{ bankName: '农村信用社', ...made },
    })),
  )
  setHouseholders(
    writer,
    heads.map(({ index }) => ({ householdId: household(index), personId: `p${String(index)}` })),
  )
  const applying = some.filter(({ index }) => index < lines)
  const applications = applying.map(({ index }) => applicationOf(index, { ...period, villageOf, userId }))
  insertApplications(writer, applications, { step: 'open', reason: '', by: userId, at })
  insertExternalEntries(writer, some.flatMap(listed))
}

interface Applying {
  readonly programmeCode: string
  readonly year: number
  readonly userId: string
  villageOf(index: number): string
}

function applicationOf(
  index: number,
  { programmeCode, year, villageOf, userId }: Applying,
): StoredApplication {
  const id =
    programmeCode === period.programmeCode ? `a${String(index)}` : `${programmeCode}-${String(index)}`
  return {
    ...{ id, programmeCode, year, termsId: termsIdOf(programmeCode), villageCode: villageOf(index) },
    ...{ groupName: '', householdId: household(index) },
    ...{ beneficiaryId: `p${String(index)}`, payeeId: `p${String(index)}` },
    ...{ accountId: `k${String(index)}`, areaCentiMu: 0, quantityCenti: 100, rateYuan: '122' },
    ...{ amountFen: 12_200, previousAreaCentiMu: 0, previousPrintedFen: 12_200, previousAmountFen: 12_200 },
    ...{ monthFrom: null, monthTo: null, acceptedOn: null, steps: '[]' },
    ...{ rosterLineId: null, status: 'submitted', version: 1, enteredBy: userId, enteredAt: at },
  }
}

function termsIdOf(programmeCode: string): string {
  return programmeCode === period.programmeCode ? 'terms' : `terms-${programmeCode}`
}

/**
 * Other programmes beside the one everybody applied for: the farmland subsidy of every household, one that every tenth
 * person has, and so many more with some thousand people each – as a township's year looks.
 */
export async function addOtherProgrammes(
  store: Store,
  {
    people,
    programmes,
    userId,
  }: { readonly people: number; readonly programmes: number; readonly userId: string },
): Promise<number> {
  const villages = (await listVillages(store.reader)).map(({ code }) => code)
  const villageOf = (index: number) => villages[Math.floor(index / peopleAHousehold) % villages.length] ?? ''
  const known = await listProgrammes(store.reader)
  const codes = ['NY01', ...known.map(({ code }) => code).filter((code) => code !== 'NY01')]
  const others = codes.filter((code) => code !== period.programmeCode).slice(0, programmes)
  let lines = 0
  for (const [order, programmeCode] of others.entries())
    await store.inTransaction(async (writer) => {
      const isLand = programmeCode === 'NY01'
      insertTerms(writer, { programmeCode, unit: isLand ? '亩' : '人·月', userId })
      const step = isLand ? peopleAHousehold : order === 1 ? 10 : 40
      const chosen = Array.from(
        { length: Math.floor(people / step) },
        (_, one) => one * step + (isLand ? 0 : order % step),
      )
      const applying = { programmeCode, year: period.year, villageOf, userId }
      const applications = chosen.map((index) => applicationOf(index, applying))
      insertApplications(writer, applications, { step: 'open', reason: '', by: userId, at })
      if (isLand) insertLedger(writer, chosen, villageOf)
      lines += applications.length
    })
  return lines
}

function insertLedger(writer: Writer, heads: readonly number[], villageOf: (index: number) => string): void {
  const statement = rawOf(writer).prepare(
    `INSERT INTO land_right (batch_id, line, village_code, group_name, holder_name, id_number, confirmed_centi_mu,
      non_eligible_centi_mu, transferred_out_centi_mu, farmed_for_others_centi_mu) VALUES ('list', ?, ?, '', ?, ?, 500, 0, 0, 0)`,
  )
  for (const index of heads) {
    const { name, idNumber } = personAt(index)
    statement.run(index, villageOf(index), name, idNumber)
  }
}

function household(index: number): string {
  return `h${String(Math.floor(index / peopleAHousehold))}`
}

const kinds = ['deceased', 'payroll', 'disability', 'relief', 'conviction']

/** Nine in ten hold a certificate, some of them over; one in twenty is on relief, one in a hundred dead or paid by the state. */
function listed({
  index,
  name,
  idNumber,
}: {
  index: number
  name: string
  idNumber: string
}): NewExternalEntry[] {
  const entry = (kind: NewExternalEntry['kind'], over: Partial<NewExternalEntry>): NewExternalEntry => ({
    ...{
      batchId: 'list',
      line: index * 10 + kinds.indexOf(kind),
      kind,
      idNumber,
      name,
      onDay: null,
      untilDay: null,
    },
    ...{ category: '', level: '', amountFen: null, facts: '{}', ...over },
  })
  return [
    ...(index % 10 === 0
      ? []
      : [
          entry('disability', { category: '4', level: '2', untilDay: index % 7 === 0 ? '2026-01-01' : null }),
        ]),
    ...(index % 20 === 0 ? [entry('relief', { category: index % 40 === 0 ? 'tekun' : 'dibao' })] : []),
    ...(index % 100 === 1 ? [entry('deceased', { onDay: '2026-03-01' })] : []),
    ...(index % 100 === 2 ? [entry('payroll', {})] : []),
    ...(index % 500 === 3 ? [entry('conviction', { category: 'prison' })] : []),
  ]
}
