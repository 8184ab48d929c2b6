import { afterEach, expect, test } from 'vitest'
import {
  anEmptyWorkstation,
  password,
  signedIn,
  townshipCode,
  type Workstation,
} from '../builders/a-workstation.ts'

let workstation: Workstation
afterEach(() => workstation.remove())

const refused = (code: string) => ({ data: { code } })

async function setUp() {
  workstation = await anEmptyWorkstation()
  const { recoveryHalves } = await workstation.core.client('set-up').workstation.setUp({
    townshipCode,
    administrator: { signInName: 'administrator', displayName: '管理员', password },
    people: [{ signInName: 'clerk', displayName: '经办', password, roles: ['clerk'] }],
  })
  return recoveryHalves
}

test('both halves of the recovery sheet give one person a new password, and leave a trace', async () => {
  const halves = await setUp()
  await workstation.core.close()
  const core = workstation.restart()
  const newPassword = 'found again 1'

  await core.client('door').workstation.recover({ halves, signInName: 'administrator', newPassword })

  const administrator = core.client('a window')
  await expect(administrator.session.open({ signInName: 'administrator', password })).rejects.toMatchObject(
    refused('sign-in.wrong-password'),
  )
  await administrator.session.open({ signInName: 'administrator', password: newPassword })
  const { rows } = await administrator.system.audit({})
  expect(rows.map((row) => row.action)).toContain('workstation.recover')
})

test('refuses one half, or halves that are not the sheet, even while the data is open', async () => {
  const [first, second] = await setUp()
  await signedIn(workstation, 'administrator')
  const recover = (halves: [string, string]) =>
    workstation.core
      .client('door')
      .workstation.recover({ halves, signInName: 'administrator', newPassword: 'something 12' })

  await expect(recover([first, first])).rejects.toMatchObject(refused('recovery.wrong-sheet'))
  await expect(recover([second, 'AAAA-BBBB'])).rejects.toMatchObject(refused('recovery.wrong-sheet'))
})

test('who is kept waiting after wrong passwords need not wait with the one the sheet gave', async () => {
  const halves = await setUp()
  const door = workstation.core.client('door')
  const newPassword = 'found again 1'
  for (let wrong = 0; wrong < 5; wrong++)
    await expect(door.session.open({ signInName: 'clerk', password: 'no idea' })).rejects.toMatchObject(
      refused('sign-in.wrong-password'),
    )
  await expect(door.session.open({ signInName: 'clerk', password })).rejects.toMatchObject(
    refused('sign-in.too-many-attempts'),
  )

  await door.workstation.recover({ halves, signInName: 'clerk', newPassword })

  await expect(door.session.open({ signInName: 'clerk', password: newPassword })).resolves.toBeDefined()
})
