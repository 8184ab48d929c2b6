import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import {
  createDataFolder,
  checkPassword,
  openWithPassword,
  openWithRecovery,
} from '../../src-main/store/opening.ts'
import { rawOf } from '../../src-main/store/raw.ts'
import {
  aDataFolder,
  administrator,
  aFolder,
  approver,
  clerk,
  insertSomebody,
  insertVillages,
  quick,
  someDay,
} from '../builders/a-data-folder.ts'

const opening = { now: someDay, ...quick }
const holder = resolve(import.meta.dirname, '../fixtures/hold-data-folder.ts')

test('opens with the password of anybody who was set up', async () => {
  const { open } = await aDataFolder()

  for (const person of [administrator, clerk, approver]) {
    const { store, userId } = await open(person)
    const row = await store.reader.selectFrom('user').selectAll().where('id', '=', userId).executeTakeFirst()
    expect(row?.signInName).toBe(person.signInName)
    await store.close()
  }
})

test('refuses a wrong password and a name nobody has in the same words', async () => {
  const { folder } = await aDataFolder()

  const refused = { code: 'sign-in.wrong-password' }
  await expect(openWithPassword(folder, 'li', 'guess', opening)).rejects.toMatchObject(refused)
  await expect(openWithPassword(folder, 'nobody', 'guess', opening)).rejects.toMatchObject(refused)
})

test('checks the password of another person while the folder is open', async () => {
  const { folder, open } = await aDataFolder()
  const { userId } = await open(approver)

  expect(await checkPassword(folder, approver.signInName, approver.password)).toEqual({ userId })
  await expect(checkPassword(folder, 'zhao', 'guess')).rejects.toMatchObject({
    code: 'sign-in.wrong-password',
  })
})

test('opens with both halves of the recovery sheet in any order, and with no other', async () => {
  const { folder, recoveryHalves } = await aDataFolder()
  const [first, second] = recoveryHalves

  const { store } = await openWithRecovery(folder, [second, first], opening)
  await store.close()

  await expect(openWithRecovery(folder, [first, first], opening)).rejects.toMatchObject({
    code: 'recovery.wrong-sheet',
  })
})

test('refuses to set up a folder that is set up, and a name given twice', async () => {
  const { folder } = await aDataFolder()
  const township = { code: '141024101000', name: '甘亭镇', county: '洪洞县' }
  const wanted = {
    folder,
    township,
    demonstration: false,
    machine: 'office' as const,
    machineName: '办公室主机',
    administrator,
    people: [clerk],
    ...opening,
    newId: () => 'x',
  }

  await expect(createDataFolder(wanted)).rejects.toMatchObject({ code: 'set-up.already-done' })
  const twice = { ...wanted, folder: aFolder(), people: [clerk, clerk] }
  await expect(createDataFolder(twice)).rejects.toMatchObject({ code: 'user.name-taken' })
})

test('never makes an empty database in place of one that is gone', async () => {
  const { folder, open } = await aDataFolder()
  const { rename } = await import('node:fs/promises')

  await rename(pathsIn(folder).database, join(folder, 'elsewhere.db'))

  await expect(open()).rejects.toMatchObject({ code: 'storage.damaged' })
  expect(readdirSync(folder)).not.toContain('onecard.db')
})

test('says that a database is damaged when its beginning is', async () => {
  const { folder, open } = await aDataFolder()

  flipByte(pathsIn(folder).database, 100)

  await expect(open()).rejects.toMatchObject({ code: 'storage.damaged' })
})

test('finds a damaged page anywhere', async () => {
  const { folder, open } = await aDataFolder()
  const { database } = pathsIn(folder)
  const size = readFileSync(database).length

  for (const offset of [5000, Math.floor(size / 2), size - 50]) {
    flipByte(database, offset)
    await expect(open()).rejects.toMatchObject({ code: 'storage.damaged' })
    flipByte(database, offset)
  }
  await expect(open()).resolves.toBeDefined()
})

test('refuses a database a newer program has written', async () => {
  const { open } = await aDataFolder()
  const { store } = await open()
  await store.inTransaction(async (writer) => {
    rawOf(writer).exec(`INSERT INTO migration VALUES ('0999-tomorrow', 'x')`)
  })
  await store.close()

  await expect(open()).rejects.toMatchObject({ code: 'storage.newer-version' })
})

test('keeps a second program out until the first ends, also when it is killed', async () => {
  const { folder, open } = await aDataFolder()
  const child = spawn(process.execPath, [holder, folder, clerk.signInName, clerk.password])
  await once(child.stdout, 'data')

  await expect(open()).rejects.toMatchObject({ code: 'storage.in-use', facts: { folder } })
  child.kill('SIGKILL')
  await once(child, 'exit')

  const { store } = await open()
  expect(await store.reader.selectFrom('auditEntry').select('seq').execute()).toHaveLength(1)
})

test('empties the exchange folder of what an earlier run left', async () => {
  const { folder, open } = await aDataFolder()
  const { exchange } = pathsIn(folder)
  mkdirSync(exchange, { recursive: true })
  writeFileSync(join(exchange, 'left.xlsx'), 'x')

  await open()

  expect(readdirSync(exchange)).toEqual([])
})

test('shows no name, number or photo in the bytes of any file', async () => {
  const { folder, open } = await aDataFolder()
  const { store, userId } = await open()
  const secrets = ['尉迟恭敏', '142625196612159806', '6229993833355985955', '15275895908', 'photo of a roof']
  const [name = '', idNumber = '', accountNo = '', phone = '', photo = ''] = secrets
  await store.inTransaction(async (writer) => {
    insertVillages(writer)
    insertSomebody(writer, userId, { name, idNumber, accountNo, phone })
    const file = { extension: 'jpg', kind: 'posting', by: userId, at: someDay.toISOString() }
    await store.vault.add(Buffer.from(photo), file, writer)
  })

  const openBytes = readAll(folder)
  await store.close()

  for (const bytes of [openBytes, readAll(folder)]) {
    expect(bytes.length).toBeGreaterThan(50_000)
    for (const secret of secrets) {
      expect(bytes.includes(Buffer.from(secret, 'utf8'))).toBe(false)
      expect(bytes.includes(Buffer.from(secret, 'utf16le'))).toBe(false)
    }
  }
})

function flipByte(file: string, offset: number): void {
  const bytes = readFileSync(file)
  bytes[offset] = bytes[offset]! ^ 1
  writeFileSync(file, bytes)
}

function readAll(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const contents = files
    .filter(({ name }) => !name.startsWith('keys'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
  return Buffer.concat(contents)
}
