import { createHash, randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { seedReference } from '../../src-main/host/seed-reference.ts'
import { auditHead, recordAudit } from '../../src-main/store/audit.ts'
import { saveCheckpoint } from '../../src-main/store/audit-verification.ts'
import { listVillages } from '../../src-main/store/division-queries.ts'
import { insertRows } from '../../src-main/store/insert-rows.ts'
import { createDataFolder, openWithPassword } from '../../src-main/store/opening.ts'
import { readingsOf } from '../../src-main/store/pinyin-reading.ts'
import { rawOf } from '../../src-main/store/raw.ts'
import type { Writer } from '../../src-main/store/reader.ts'
import { setHouseholders } from '../../src-main/store/register-keys.ts'
import { insertAccounts, insertHouseholds, insertPeople } from '../../src-main/store/register-writing.ts'
import type { Store } from '../../src-main/store/store.ts'
import { personAt, type TownshipPerson } from './township-person.ts'

const root = resolve(import.meta.dirname, '../..')
const cache = resolve(root, 'node_modules/.cache/onecard-bench')
export const people = 100_000
export const auditEntries = 500_000
const peopleAtOnce = 4_000
const peopleAHousehold = 4

export const clerk = {
  signInName: 'clerk',
  displayName: '张经办',
  password: '经办人的长密码一',
  roles: ['clerk' as const],
}

/** A data folder with 100,000 people and 500,000 audit entries; made once for as long as the store stays as it is. */
export async function aLargeTownship(): Promise<string> {
  const folder = resolve(cache, `township-${fingerprint()}`)
  if (existsSync(folder)) return folder
  for (const old of globSync(resolve(cache, 'township-*'))) rmSync(old, { recursive: true, force: true })
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  await make(making)
  renameSync(making, folder)
  return folder
}

function fingerprint(): string {
  const made = [
    'src-main/store/migrations/*.ts',
    'src-main/store/schema/*.ts',
    'src-main/store/search-{index,tokens}.ts',
    'src-main/store/{pinyin-reading,audit,connection,key-file,create-data-folder}.ts',
    'src-main/crypto/key-slots.ts',
    'test/bench/*township*.ts',
  ]
  const files = made.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(resolve(root, file)))
  return hash.digest('hex').slice(0, 16)
}

async function make(folder: string): Promise<void> {
  await createDataFolder({
    folder,
    township: { code: '141024101000', name: '甘亭镇', county: '洪洞县' },
    demonstration: false,
    machine: 'office' as const,
    machineName: '办公室主机',
    administrator: { signInName: 'admin', displayName: '管理员', password: '管理员的长密码一' },
    people: [clerk],
    now: new Date(),
    newId: randomUUID,
  })
  const { store, userId } = await openWithPassword(folder, clerk.signInName, clerk.password, {
    now: new Date(),
  })
  await seedReference(store, resolve(root, 'resources'))
  const villages = (await listVillages(store.reader)).map(({ code }) => code)
  await store.inTransaction(async (writer) => void rawOf(writer).exec(spelledSql))
  for (let from = 0; from < people; from += peopleAtOnce)
    await store.inTransaction(async (writer) => insertSome(writer, from, villages, userId))
  await fillAudit(store, userId)
  await store.close()
}

async function insertSome(writer: Writer, from: number, villages: readonly string[], userId: string) {
  const some = Array.from({ length: peopleAtOnce }, (_, at) => personAt(from + at))
  const source = { batchId: null, line: null, createdAt: new Date().toISOString() }
  const heads = some.filter((_, at) => at % peopleAHousehold === 0)
  const households = heads.map(({ index }) => ({
    id: householdId(index),
    householdNo: `14102410${String(Math.floor(index / peopleAHousehold)).padStart(10, '0')}`,
    villageCode: villages[Math.floor(index / peopleAHousehold) % villages.length] ?? '',
    groupName: `${'一二三四五六七八'[Math.floor(index / 997) % 8]}组`,
    ...source,
  }))
  insertHouseholds(writer, households)
  insertPeople(
    writer,
    some.map(({ index, name, idNumber, phone }) => ({
      id: personId(index),
      householdId: householdId(index),
      name,
      idNumber,
      idUpgraded: 0,
      sex: 'male',
      birthDate: '1970-01-01',
      relation: index % peopleAHousehold === 0 ? '户主' : '子',
      ethnicity: '汉族',
      hukouKind: '',
      phone,
      remark: '',
      enteredBy: userId,
      ...source,
    })),
  )
  insertAccounts(
    writer,
    heads.map(({ index, name, accountNo }) => ({
      id: randomUUID(),
      personId: personId(index),
      holderName: name,
      accountNo,
      kind: 'card',
      bankName: '农村信用社',
      enteredBy: userId,
      ...source,
    })),
  )
  setHouseholders(
    writer,
    heads.map(({ index }) => ({ householdId: householdId(index), personId: personId(index) })),
  )
  insertRows(writer, 'spelled', some.map(spelling))
}

async function fillAudit(store: Store, userId: string): Promise<void> {
  const atOnce = 50_000
  for (let from = 1; from < auditEntries; from += atOnce) {
    await store.inTransaction(async (writer) => {
      for (let at = from; at < Math.min(auditEntries, from + atOnce); at++)
        await recordAudit(writer, {
          at: new Date().toISOString(),
          actor: userId,
          action: 'review.decide',
          subject: personId(at % people),
          details: { step: 'approve', version: 1 },
        })
      await saveCheckpoint(writer, await auditHead(writer), new Date().toISOString())
    })
  }
}

/** What somebody would keep beside the names to find them by LIKE: every beginning, the initials, the whole. */
function spelling({ index, name }: TownshipPerson) {
  const readings = readingsOf(name)
  const initials = readings.map((reading) => reading.map((syllable) => syllable.charAt(0)).join(''))
  const begins = readings.flatMap((reading) => reading.map((_, at) => reading.slice(at).join('')))
  const whole = [...readings.map((reading) => reading.join('')), ...initials]
  return {
    personId: personId(index),
    begins: `|${begins.join('|')}`,
    initials: initials.join(' '),
    whole: `|${whole.join('|')}|`,
  }
}

const spelledSql = `CREATE TABLE spelled (
  person_id TEXT PRIMARY KEY, begins TEXT NOT NULL, initials TEXT NOT NULL, whole TEXT NOT NULL) STRICT`

function personId(index: number): string {
  return `01980a3c-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
}

function householdId(index: number): string {
  return `01980a3c-1111-7000-8000-${Math.floor(index / peopleAHousehold)
    .toString(16)
    .padStart(12, '0')}`
}
