import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reader } from '../../src-main/store/store.ts'
import { aWorkstation, password, signedIn, type Workstation } from '../builders/a-workstation.ts'

let workstation: Workstation
beforeEach(async () => {
  workstation = await aWorkstation()
})
afterEach(() => workstation.remove())

const refused = (code: string) => ({ code: 'PROBLEM', data: { code } })

test('names the people to choose from before anybody has signed in', async () => {
  const state = await workstation.core.client('a window').workstation.state()

  expect(state.setUp).toBe(true)
  expect(state.township?.name).toBeTruthy()
  expect(state.people.map((person) => person.signInName)).toContain('clerk')
})

test('knows who is signed in at which window', async () => {
  const clerk = await signedIn(workstation, 'clerk')
  const reviewer = await signedIn(workstation, 'reviewer')

  expect((await clerk.session.current())?.displayName).toBe('经办')
  expect((await reviewer.session.current())?.roles).toEqual(['reviewer'])
  expect(await workstation.core.client('a third window').session.current()).toBeNull()
})

test('keeps a session when the page at its window is loaded again', async () => {
  await signedIn(workstation, 'clerk', 'a window')

  const reloaded = workstation.core.client('a window')

  expect((await reloaded.session.current())?.signInName).toBe('clerk')
})

test('gives the window to the next person who signs in there', async () => {
  const client = await signedIn(workstation, 'clerk', 'a window')

  await client.session.open({ signInName: 'reviewer', password })

  expect((await client.session.current())?.signInName).toBe('reviewer')
})

test('refuses everything but unlocking while it is locked', async () => {
  const client = await signedIn(workstation, 'clerk')
  await client.session.lock()

  await expect(client.division.villages()).rejects.toMatchObject(refused('session.locked'))
  await expect(client.job.list()).rejects.toMatchObject(refused('session.locked'))
  await expect(
    client.session.changePassword({ oldPassword: password, newPassword: 'another one 2' }),
  ).rejects.toMatchObject(refused('session.locked'))
  await client.session.unlock({ password })
  expect(await client.division.villages()).not.toHaveLength(0)
})

test('locks a session nobody has touched for ten minutes, and touching does not open it again', async () => {
  const client = await signedIn(workstation, 'clerk')
  workstation.clock.move(9)
  await client.session.touch()
  workstation.clock.move(9)
  expect((await client.session.current())?.locked).toBe(false)
  workstation.clock.move(1)

  await client.session.touch()

  expect((await client.session.current())?.locked).toBe(true)
  await expect(client.division.villages()).rejects.toMatchObject(refused('session.locked'))
})

test('never locks a command line, which ends with its process', async () => {
  const other = await aWorkstation(undefined, { carrier: 'command-line' })
  const client = await signedIn(other, 'clerk')
  other.clock.move(24 * 60)

  expect(await client.division.villages()).not.toHaveLength(0)
  await other.remove()
})

test('slows down after five wrong passwords, longer each time, and forgets after the right one', async () => {
  const client = workstation.core.client('a window')
  const guess = () => client.session.open({ signInName: 'clerk', password: 'wrong password' })
  for (let count = 0; count < 5; count++)
    await expect(guess()).rejects.toMatchObject(refused('sign-in.wrong-password'))

  await expect(guess()).rejects.toMatchObject({
    data: { code: 'sign-in.too-many-attempts', facts: { waitSeconds: 30 } },
  })
  workstation.clock.move(0.5)
  await expect(guess()).rejects.toMatchObject(refused('sign-in.wrong-password'))
  await expect(guess()).rejects.toMatchObject({ data: { facts: { waitSeconds: 60 } } })
  workstation.clock.move(1)
  await client.session.open({ signInName: 'clerk', password })
  await expect(guess()).rejects.toMatchObject(refused('sign-in.wrong-password'))
})

test('guesses side by side gain nothing', async () => {
  const guesses = Array.from({ length: 12 }, (_, index) =>
    workstation.core
      .client(`window ${index}`)
      .session.open({ signInName: 'clerk', password: 'wrong password' })
      .catch((error: { data: { code: string } }) => error.data.code),
  )

  const answers = await Promise.all(guesses)

  expect(answers.filter((code) => code === 'sign-in.wrong-password')).toHaveLength(5)
  expect(answers.filter((code) => code === 'sign-in.too-many-attempts')).toHaveLength(7)
})

test('writes down a wrong password that came before the database was open', async () => {
  await workstation.core.close()
  const core = workstation.restart()
  const client = core.client('a window')
  await client.session.open({ signInName: 'clerk', password: 'wrong password' }).catch(() => undefined)
  await client.session.open({ signInName: 'auditor', password })

  const actions = await auditedActions(core.connect('any').context.host.door.store.reader)

  expect(actions).toEqual(expect.arrayContaining(['session.open-failed clerk']))
  await core.close()
})

test('a person who has left is out at once, at a window already open as well', async () => {
  const clerk = await signedIn(workstation, 'clerk')
  const administrator = await signedIn(workstation, 'administrator')
  const users = await administrator.user.list()
  const { userId, version } = users.find((user) => user.signInName === 'clerk')!
  await administrator.user.handover({ userId, receivedBy: '刘接手', media: '无' })

  await administrator.user.deactivate({ userId, version, reason: '调离' })

  await expect(clerk.division.villages()).rejects.toMatchObject(refused('session.missing'))
  await expect(clerk.session.open({ signInName: 'clerk', password })).rejects.toMatchObject(
    refused('sign-in.wrong-password'),
  )
})

test('two windows that sign in at the same moment share one open database', async () => {
  await workstation.core.close()
  const core = workstation.restart()

  const sessions = await Promise.all([signedIn({ core }, 'clerk'), signedIn({ core }, 'reviewer')])

  expect(
    await Promise.all(sessions.map(async (client) => (await client.session.current())?.signInName)),
  ).toEqual(['clerk', 'reviewer'])
  await core.close()
})

async function auditedActions(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('auditEntry').select(['action', 'subject']).execute()
  return rows.map(({ action, subject }) => `${action} ${subject}`)
}
