import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../src-main/domain/role.ts'
import { aWorkstation, password, signedIn, type Workstation } from '../builders/a-workstation.ts'

let workstation: Workstation
beforeEach(async () => {
  workstation = await aWorkstation()
})
afterEach(() => workstation.remove())

const refused = (code: string) => ({ data: { code } })
const grants = (roles: readonly Role[]) =>
  roles.map((role) => ({ role, programmeCode: '*', villageCode: '*' }))

async function theClerk() {
  const administrator = await signedIn(workstation, 'administrator')
  const user = (await administrator.user.list()).find((one) => one.signInName === 'clerk')!
  return { administrator, user }
}

test('refuses a second duty without an exception, for a new person as well', async () => {
  const { administrator, user } = await theClerk()

  await expect(
    administrator.user.setGrants({
      userId: user.userId,
      version: user.version,
      grants: grants(['clerk', 'reviewer']),
    }),
  ).rejects.toMatchObject(refused('permission.needs-exception'))
  await expect(
    administrator.user.create({
      signInName: 'two',
      displayName: '两岗',
      password,
      roles: ['clerk', 'reviewer'],
    }),
  ).rejects.toMatchObject(refused('permission.needs-exception'))
})

test('lets a registered exception count until its last day, and one duty remain afterwards', async () => {
  const { administrator, user } = await theClerk()
  const exception = {
    userId: user.userId,
    roles: ['clerk', 'reviewer'] as Role[],
    validTo: '2026-07-02',
    reason: '人手不足',
    basis: '镇政办',
  }
  await administrator.user.registerException(exception)
  await administrator.user.setGrants({
    userId: user.userId,
    version: user.version,
    grants: grants(['clerk', 'reviewer']),
  })
  const clerk = await signedIn(workstation, 'clerk')

  expect((await clerk.session.current())?.roles).toEqual(['clerk', 'reviewer'])
  workstation.clock.move(2 * 24 * 60)
  await clerk.session.unlock({ password })
  expect((await clerk.session.current())?.roles).toEqual(['clerk'])
})
