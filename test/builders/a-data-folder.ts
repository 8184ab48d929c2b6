import { v7 as newId } from 'uuid'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createDataFolder, openWithPassword, type OpenedFolder } from '../../src-main/store/opening.ts'
import { insertRows } from '../../src-main/store/insert-rows.ts'
import { insertAccounts, insertHouseholds, insertPeople } from '../../src-main/store/register-writing.ts'
import type { Writer } from '../../src-main/store/reader.ts'

export const administrator = { signInName: 'admin', displayName: '王管理', password: 'admin password' }
export const clerk = {
  signInName: 'li',
  displayName: '李经办',
  password: 'clerk password',
  roles: ['clerk' as const],
}
export const approver = {
  signInName: 'zhao',
  displayName: '赵审批',
  password: 'approver password',
  roles: ['approver' as const],
  pin: '87654321',
}
export const someDay = new Date('2026-07-01T01:00:00Z')
export const at = someDay.toISOString()
/** Little work per password guess: only tests may ask for so little. */
export const quick = { N: 2 ** 4 }
const township = { code: '141024101000', name: '甘亭镇', county: '洪洞县' }

export interface DataFolder {
  readonly folder: string
  readonly recoveryHalves: readonly [string, string]
  open(person?: { signInName: string; password: string }): Promise<OpenedFolder & { userId: string }>
}

/** A freshly set up data folder with an administrator, a clerk and an approver; gone after the test. */
export async function aDataFolder(folder = aFolder()): Promise<DataFolder> {
  const people = [clerk, approver]
  const wanted = {
    folder,
    township,
    demonstration: false,
    machine: 'office' as const,
    machineName: '甘亭镇办公室主机',
    administrator,
    people,
    now: someDay,
    newId,
  }
  const { recoveryHalves } = await createDataFolder({ ...wanted, ...quick })
  return {
    folder,
    recoveryHalves,
    open: async ({ signInName, password } = clerk) => {
      const opened = await openWithPassword(folder, signInName, password, { now: someDay, ...quick })
      onTestFinished(() => opened.store.close().catch(() => undefined))
      return opened
    },
  }
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onecard-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const villages = ['141024101201', '141024101202', '141024101203']

export function insertVillages(writer: Writer): void {
  const names = ['甘亭村委会', '杨曲村委会', '北羊村委会']
  insertRows(
    writer,
    'division',
    villages.map((code, index) => ({ code, name: names[index], level: 'village', kind: '村' })),
  )
}

export interface Somebody {
  readonly name: string
  readonly idNumber: string
  readonly phone?: string
  readonly accountNo?: string
  readonly villageCode?: string
  readonly groupName?: string
}

let households = 0

/** One person in a household of their own; answers the person's id. */
export function insertSomebody(writer: Writer, userId: string, somebody: Somebody): string {
  const [id, householdId] = [newId(), newId()]
  const { villageCode = villages[0]!, groupName = '一组', name, idNumber, phone = '', accountNo } = somebody
  const householdNo = `14102410120${String(++households).padStart(6, '0')}`
  const source = { batchId: null, line: null, createdAt: at }
  insertHouseholds(writer, [{ id: householdId, householdNo, villageCode, groupName, ...source }])
  const rest = {
    idUpgraded: 0,
    sex: 'male',
    birthDate: '1970-01-01',
    relation: '户主',
    ethnicity: '汉族',
  } as const
  const person = { id, householdId, name, idNumber, phone, hukouKind: '', remark: '', enteredBy: userId }
  insertPeople(writer, [{ ...person, ...rest, ...source }])
  if (accountNo !== undefined) {
    const account = {
      id: newId(),
      personId: id,
      holderName: name,
      accountNo,
      kind: 'card' as const,
      bankName: '',
    }
    insertAccounts(writer, [{ ...account, enteredBy: userId, ...source }])
  }
  return id
}
