import { afterEach, beforeEach, expect, test } from 'vitest'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const bookkeeper = {
  villageCode: gantingCode,
  post: 'bookkeeper',
  name: '王会计',
  termFrom: '2025-01-01',
} as const

async function inOffice(villageCode: string | null = null) {
  const signers = await office.reviewer.signer.list({ villageCode })
  return signers.filter((signer) => signer.inOffice).map(({ name }) => name)
}

test('the clerk and the administrator register who signs on paper; no account comes of it', async () => {
  await office.clerk.signer.add(bookkeeper)
  await office.administrator.signer.add({
    villageCode: shishiCode,
    post: 'supervisor',
    name: '赵监委',
    termFrom: '2026-01-01',
    termTo: '2026-12-31',
  })

  expect(await inOffice()).toEqual(['王会计', '赵监委'])
  expect(await inOffice(shishiCode)).toEqual(['赵监委'])
  expect(await office.reviewer.signer.list({ villageCode: gantingCode })).toMatchObject([
    { villageName: '甘亭村', post: 'bookkeeper', termTo: null, registeredBy: 'clerk同志' },
  ])
  expect((await office.administrator.user.list()).map(({ displayName }) => displayName)).not.toContain(
    '王会计',
  )
  expect(await refusalOf(office.reviewer.signer.add(bookkeeper))).toBe('permission.denied')
})

test('a term counts to its last day, and who has left stays on record', async () => {
  const { signerId } = await office.clerk.signer.add(bookkeeper)
  await office.clerk.signer.end({ signerId, termTo: '2026-07-01' })

  expect(await inOffice()).toEqual(['王会计'])
  office.clock.move(24 * 60)
  expect(await inOffice()).toEqual([])
  expect(await office.clerk.signer.list({})).toMatchObject([{ name: '王会计', termTo: '2026-07-01' }])
})

test('a term cannot end before it begins, nor be of a village of another township', async () => {
  const { signerId } = await office.clerk.signer.add(bookkeeper)

  expect(await refusalOf(office.clerk.signer.end({ signerId, termTo: '2024-12-31' }))).toBe('input.invalid')
  expect(await refusalOf(office.clerk.signer.add({ ...bookkeeper, termTo: '2024-12-31' }))).toBe(
    'input.invalid',
  )
  expect(await refusalOf(office.clerk.signer.add({ ...bookkeeper, termFrom: '2026-02-30' }))).toBe(
    'input.invalid',
  )
  expect(await refusalOf(office.clerk.signer.add({ ...bookkeeper, villageCode: '110101001001' }))).toBe(
    'record.not-found',
  )
})

test('somebody of one village neither sees nor changes the signers of another', async () => {
  const elsewhere = await office.clerk.signer.add({ ...bookkeeper, villageCode: shishiCode })
  const users = await office.administrator.user.list()
  const { userId, version } = users.find(({ signInName }) => signInName === 'clerk')!
  const grants = [{ role: 'clerk' as const, programmeCode: '*', villageCode: gantingCode }]
  await office.administrator.user.setGrants({ userId, version, grants })

  expect(await office.clerk.signer.list({})).toEqual([])
  expect(await refusalOf(office.clerk.signer.end({ ...elsewhere, termTo: '2026-07-01' }))).toBe(
    'record.not-found',
  )
  expect(await refusalOf(office.clerk.signer.add({ ...bookkeeper, villageCode: shishiCode }))).toBe(
    'permission.denied',
  )
})
