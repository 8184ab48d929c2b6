import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { verifySignature } from '../../src-main/crypto/signing-key.ts'
import { verifyAudit } from '../../src-main/store/audit-verification.ts'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import { readKeyFile, writeKeyFile } from '../../src-main/store/key-file.ts'
import { listUsers } from '../../src-main/store/users-queries.ts'
import { aDataFolder, administrator, approver, at, clerk } from '../builders/a-data-folder.ts'

const trace = { by: 'admin', at, reason: '岗位调整' }
const wrongPassword = { code: 'sign-in.wrong-password' }

test('changes a password without encrypting anything anew', async () => {
  const { folder, open } = await aDataFolder()
  const { store, keys, userId } = await open(clerk)
  const salt = () => readFileSync(pathsIn(folder).database).subarray(0, 16)
  const before = salt()

  await expect(keys.changePassword(userId, 'wrong', 'another password', trace)).rejects.toMatchObject(
    wrongPassword,
  )
  await keys.changePassword(userId, clerk.password, 'another password', trace)
  await store.close()

  await expect(open(clerk)).rejects.toMatchObject(wrongPassword)
  await open({ ...clerk, password: 'another password' })
  expect(salt()).toEqual(before)
})

test('keeps the personal signing key through a change of password', async () => {
  const { open } = await aDataFolder()
  const { keys, userId } = await open(approver)
  const before = await keys.personalSigner(userId, approver.pin, approver.password)

  await keys.changePassword(userId, approver.password, 'another password', trace)

  const after = await keys.personalSigner(userId, approver.pin, 'another password')
  expect(after.fingerprint).toBe(before.fingerprint)
  await expect(keys.personalSigner(userId, '00000000', 'another password')).rejects.toMatchObject({
    code: 'sign-in.pin-wrong',
  })
  await expect(keys.personalSigner(userId, approver.pin, 'wrong')).rejects.toMatchObject(wrongPassword)
})

test('gives a forgotten password anew but never the personal signing key', async () => {
  const { open } = await aDataFolder()
  const { store, keys } = await open(administrator)
  const zhao = (await listUsers(store.reader)).find((user) => user.signInName === approver.signInName)!

  await keys.resetPassword(zhao.userId, 'a fresh password', trace)

  await expect(keys.personalSigner(zhao.userId, approver.pin, 'a fresh password')).rejects.toMatchObject({
    code: 'sign-in.pin-wrong',
  })
  const { fingerprint } = await keys.makePersonalKey(zhao.userId, 'a fresh password', 'a new pin', trace)
  const signer = await keys.personalSigner(zhao.userId, 'a new pin', 'a fresh password')
  expect(signer.fingerprint).toBe(fingerprint)
  const rows = await store.reader
    .selectFrom('signingKey')
    .selectAll()
    .where('userId', '=', zhao.userId)
    .execute()
  expect(rows.filter((row) => row.revokedAt === null).map((row) => row.fingerprint)).toEqual([fingerprint])
})

test('adds somebody who can sign in, and refuses a name taken', async () => {
  const { open } = await aDataFolder()
  const { store, keys } = await open(administrator)
  const person = {
    userId: randomUUID(),
    signInName: 'sun',
    displayName: '孙审核',
    roles: ['reviewer' as const],
    password: 'reviewer password',
  }

  await keys.addPerson(person, trace)
  await expect(keys.addPerson({ ...person, userId: randomUUID() }, trace)).rejects.toMatchObject({
    code: 'user.name-taken',
  })
  await expect(keys.addPerson({ ...person, password: 'short' }, trace)).rejects.toMatchObject({
    code: 'sign-in.password-too-short',
  })
  await store.close()

  expect((await open(person)).userId).toBe(person.userId)
})

test('lets nobody in who has left, not even by an old key file', async () => {
  const { folder, open } = await aDataFolder()
  const { store, keys } = await open(administrator)
  const old = await readKeyFile(folder)
  const li = (await listUsers(store.reader)).find((user) => user.signInName === clerk.signInName)!
  await keys.deactivate(li.userId, li.version, trace)
  await expect(keys.deactivate(li.userId, li.version, trace)).rejects.toMatchObject({ code: 'record.stale' })
  await store.close()

  await expect(open(clerk)).rejects.toMatchObject(wrongPassword)
  await writeKeyFile(folder, old, 99)
  await expect(open(clerk)).rejects.toMatchObject(wrongPassword)
})

test('writes every change of people into the audit chain', async () => {
  const { open } = await aDataFolder()
  const { store, keys, userId } = await open(clerk)

  await keys.changePassword(userId, clerk.password, 'another password', trace)

  const actions = await store.reader.selectFrom('auditEntry').select('action').orderBy('seq').execute()
  expect(actions.map((row) => row.action)).toEqual(['workstation.set-up', 'session.change-password'])
  expect(await verifyAudit(store.reader)).toMatchObject({ ok: true, entries: 2 })
})

test('signs for the workstation with the key that is in the directory, and opens what is sealed for it', async () => {
  const { sealTo } = await import('../../src-main/crypto/envelope.ts')
  const { store, keys } = await (await aDataFolder()).open()
  const signer = await keys.workstationSigner()
  const recipient = await store.reader
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'ageRecipient')
    .executeTakeFirstOrThrow()
  const [row] = await store.reader
    .selectFrom('signingKey')
    .selectAll()
    .where('ownerKind', '=', 'workstation')
    .execute()

  const bytes = Buffer.from('报送包')
  expect(verifySignature(row!.publicKeyPem, bytes, signer.sign(bytes))).toBe(true)
  const opened = await keys.unsealForUs(await sealTo([recipient.value], [bytes]))
  expect(Buffer.from(opened as Uint8Array).toString()).toBe('报送包')
})
