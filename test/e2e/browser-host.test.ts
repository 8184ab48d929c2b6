import { access, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  enter,
  openPage,
  people,
  serveWorkstation,
  setUpWorkstation,
  type ServedWorkstation,
} from './served-workstation.ts'

const root = resolve(import.meta.dirname, '../..')
let folder: string
let served: ServedWorkstation
let browser: { origin: string; cookie: string }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-served-'))
  served = await serveWorkstation(folder, root)
  browser = await enter(served.address)
  const { client, close } = await openPage(browser)
  await setUpWorkstation(client)
  close()
})

afterAll(async () => {
  await served.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('the browser host', () => {
  it('answers calls over one WebSocket, and says which carrier it is', async () => {
    const { client, close } = await openPage(browser)

    const state = await client.workstation.state()

    expect(state).toMatchObject({ setUp: true, carrier: 'browser', demonstration: false })
    close()
  })

  it('keeps the session over a reload, and keeps it from another browser', async () => {
    const { signInName, password } = people.clerk
    const first = await openPage(browser)
    await first.client.session.open({ signInName, password })
    first.close()

    const reloaded = await openPage(browser)
    const again = await serveWorkstation(folder, root)
    const other = await openPage(await enter(again.address))

    expect(await reloaded.client.session.current()).toMatchObject({ signInName })
    expect(await other.client.session.current()).toBeNull()
    await expect(other.client.user.list()).rejects.toMatchObject({ data: { code: 'session.missing' } })
    reloaded.close()
    other.close()
  })

  it('started a second time gives a new address of the one that runs, and ends', async () => {
    const second = await serveWorkstation(folder, root)

    expect(new URL(second.address).origin).toBe(browser.origin)
    expect(await second.ended).toBe(0)
    expect((await openPage(browser)).client).toBeDefined()
  })

  it('hands a file from the core to the browser, and one from the browser to the core', async () => {
    const upload = await fetch(`${browser.origin}/files?name=${encodeURIComponent('名册.csv')}`, {
      method: 'POST',
      headers: { cookie: browser.cookie, origin: browser.origin },
      body: '姓名\n',
    })

    const ref = (await upload.json()) as { token: string }
    expect(ref).toMatchObject({ name: '名册.csv', size: 7 })
    const back = await fetch(`${browser.origin}/files/${ref.token}`, { headers: { cookie: browser.cookie } })
    expect(await back.text()).toBe('姓名\n')
  })

  it('keeps what only this machine may know from its other users', async () => {
    const { mode } = await stat(join(folder, 'browser-host.json'))

    expect(mode & 0o077).toBe(0)
  })

  it('stops when asked: pages are let go, the core closes, and nothing is left announced', async () => {
    const { client } = await openPage(browser)

    expect(await served.stop()).toBe(0)

    await expect(client.workstation.state()).rejects.toThrow()
    await expect(access(join(folder, 'browser-host.json'))).rejects.toThrow()
    served = await serveWorkstation(folder, root)
    browser = await enter(served.address)
    const after = await openPage(browser)
    expect(await after.client.workstation.state()).toMatchObject({ setUp: true })
    after.close()
  })

  it('finishes its backup however often the terminal and the launcher pass on one Ctrl+C', async () => {
    const { client } = await openPage(browser)
    const { signInName, password } = people.clerk
    await client.session.open({ signInName, password })
    const before = await readdir(join(folder, 'backups'))

    for (const name of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGINT'] as const) {
      served.signal(name)
      await setTimeout(15)
    }

    expect(await served.ended).toBe(0)
    const made = (await readdir(join(folder, 'backups'))).filter((name) => !before.includes(name))
    expect(made).toHaveLength(1)
    expect(made[0]).not.toContain('.part')
  })
})
