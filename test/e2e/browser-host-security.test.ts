import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { FileTokens } from '../../src-main/host/file-tokens.ts'
import { startBrowserHost, type BrowserHost } from '../../src-main/shell/browser/browser-host.ts'
import { createLaunchGate } from '../../src-main/shell/browser/launch-gate.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let folder: string
let host: BrowserHost
let files: FileTokens
let cookie: string

/** Plain HTTP, so that a test can say any Host and Origin, which fetch forbids. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: Uint8Array | string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: host.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

const launchPath = () => host.newAddress().replace(ownOrigin(), '')
const ownOrigin = () => `http://127.0.0.1:${host.port}`
const page = (more: Record<string, string> = {}) => ({ cookie, origin: ownOrigin(), ...more })

/** What comes of a WebSocket with these headers: `open`, or the status of the refusal. */
function openSocket(headers: Record<string, string>, path = '/rpc'): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers })
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode!))
    socket.on('error', () => {})
  })
}

async function uploadsLeft(): Promise<string[]> {
  return readdir(join(folder, 'exchange')).catch(() => [])
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-host-'))
  await writeFile(join(folder, 'secret.json'), '"outside"')
  const pages = join(folder, 'pages')
  await mkdir(join(pages, 'assets'), { recursive: true })
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>页面</title>')
  await writeFile(join(pages, 'assets', 'app.js'), 'export {}')
  files = new FileTokens(join(folder, 'exchange'), { now: () => new Date() })
  host = await startBrowserHost({
    pages,
    port: 0,
    desk: {
      exchangeFolder: join(folder, 'exchange'),
      receive: (path, name) => files.adopt(path, name, true),
      hand: (token) => files.take(token),
    },
    openPage: async (holder) => {
      const { port1, port2 } = new MessageChannel()
      port2.on('message', (frame: string) => port2.postMessage(`${holder.length > 20} ${frame}`))
      return port1
    },
  })
  const admitted = await ask(launchPath())
  cookie = admitted.headers['set-cookie']![0]!.split(';')[0]!
})

afterAll(async () => {
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the launch token', () => {
  it('is exchanged for a cookie no script can read and no other site sends, at an address without it', async () => {
    const answer = await ask(launchPath())

    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']![0]).toMatch(
      /^onecard-[\w-]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
  })

  it('gives a cookie that another workstation in the same browser does not take the place of', () => {
    const [one, other] = [createLaunchGate(), createLaunchGate()]
    const [first, second] = [one, other].map((gate) => gate.admit(gate.newToken())!.split(';')[0]!)
    const jar = new Map([first!, second!].map((pair) => [pair.split('=')[0], pair]))
    const cookies = [...jar.values()].join('; ')

    expect(one.holderOf(cookies)).toBe(one.holderOf(first))
    expect(other.holderOf(cookies)).toBe(other.holderOf(second))
    expect(one.holderOf(cookies)).toBeDefined()
  })

  it('lets nobody in a second time', async () => {
    const path = launchPath()
    await ask(path)

    const again = await ask(path)

    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.body).toContain('请从启动程序重新打开')
  })

  it('is not guessed: a wrong one is refused with the same page', async () => {
    expect((await ask('/?launch=AAAA')).status).toBe(401)
  })

  it('is given again only to the launcher that knows the secret of the data folder', async () => {
    const refused = await ask('/launch', { authorization: 'Bearer wrong' }, 'POST')
    const given = await ask('/launch', { authorization: `Bearer ${host.launchSecret}` }, 'POST')

    expect(refused.status).toBe(403)
    const { address } = JSON.parse(given.body) as { address: string }
    expect((await ask(address.replace(ownOrigin(), ''))).status).toBe(303)
  })
})

describe('a request without a cookie', () => {
  it.each(['/', '/index.html', '/assets/app.js', '/files/abc'])('gets nothing of %s', async (path) => {
    const answer = await ask(path)

    expect(answer.status).toBe(401)
    expect(answer.body).not.toContain('页面')
  })

  it('opens no channel and uploads nothing', async () => {
    expect(await openSocket({ origin: ownOrigin() })).toBe(401)
    expect((await ask('/files?name=a.xlsx', { origin: ownOrigin() }, 'POST', 'x')).status).toBe(401)
  })
})

describe('a page of our own', () => {
  it('is served under a policy that names no other place', async () => {
    const answer = await ask('/', { cookie })

    const policy = String(answer.headers['content-security-policy'])
    expect(answer.status).toBe(200)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/https?:|ws:|\*/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['x-frame-options']).toBe('DENY')
  })

  it('may be asked for as localhost too', async () => {
    expect((await ask('/', { cookie, host: `localhost:${host.port}` })).status).toBe(200)
  })

  it('opens one channel whose frames reach the core and come back', async () => {
    const socket = (await openSocket(page())) as WebSocket

    const back = new Promise((resolve) =>
      socket.once('message', (bytes: Buffer) => resolve(bytes.toString())),
    )
    socket.send('frame')

    expect(await back).toBe('true frame')
    socket.close()
  })
})

describe('another name for this machine (DNS rebinding)', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example'])(
    'is refused: Host %s',
    async (name) => {
      expect((await ask('/', { cookie, host: name })).status).toBe(403)
      expect(await openSocket(page({ host: name }))).toBe(403)
      expect((await ask('/files?name=a', page({ host: name }), 'POST', 'x')).status).toBe(403)
    },
  )
})

describe('another page of this machine, which is the same site to a browser', () => {
  const neighbour = 'http://127.0.0.1:9'

  it('opens no channel, even with the cookie', async () => {
    expect(await openSocket({ cookie, origin: neighbour })).toBe(403)
    expect(await openSocket({ cookie, origin: 'null' })).toBe(403)
    expect(await openSocket({ cookie })).toBe(403)
  })

  it('uploads nothing, even with the cookie', async () => {
    const answer = await ask('/files?name=a.xlsx', { cookie, origin: neighbour }, 'POST', 'x')

    expect(answer.status).toBe(403)
    expect((await ask('/files?name=a.xlsx', { cookie }, 'POST', 'x')).status).toBe(403)
  })

  it('cannot include our files', async () => {
    const asScript = { cookie, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }

    expect((await ask('/assets/app.js', asScript)).status).toBe(403)
  })
})

describe('a path', () => {
  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%5c..%5c..%5csecret.json',
    '/assets/%00.js',
    '/%',
    '/assets',
    '//secret.json',
  ])('does not leave the pages: %s', async (path) => {
    const answer = await ask(path, { cookie })

    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('outside')
  })

  it('takes no other method', async () => {
    expect((await ask('/', page(), 'DELETE')).status).toBe(405)
    expect((await ask('/', page(), 'OPTIONS')).headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a file', () => {
  it('goes up as a stream and becomes a token the core can take', async () => {
    const bytes = new Uint8Array(3_000_000).fill(7)

    const answer = await ask(`/files?name=${encodeURIComponent('花名册.xlsx')}`, page(), 'POST', bytes)

    const ref = JSON.parse(answer.body) as { token: string; name: string; size: number }
    expect(ref).toMatchObject({ name: '花名册.xlsx', size: 3_000_000 })
    const taken = await files.take(ref.token)
    expect((await readFile(taken.path)).equals(bytes)).toBe(true)
  })

  it('keeps only the last part of its name, which never becomes a path', async () => {
    const answer = await ask(
      `/files?name=${encodeURIComponent('..\\..//x/../名册\u0000\n.csv')}`,
      page(),
      'POST',
      'a',
    )

    expect((JSON.parse(answer.body) as { name: string }).name).toBe('名册.csv')
  })

  it('is refused when it says it is too large, before it is read', async () => {
    const before = await uploadsLeft()

    const answer = await ask('/files?name=big', page({ 'content-length': String(61 * 1024 * 1024) }), 'POST')

    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({
      code: 'file.too-large',
      facts: { limit: 60, unit: 'MB' },
    })
    expect(await uploadsLeft()).toEqual(before)
  })

  it('is refused when it turns out too large, and nothing of it stays', async () => {
    const before = await uploadsLeft()

    const answer = await ask(
      '/files?name=big',
      page({ 'transfer-encoding': 'chunked' }),
      'POST',
      new Uint8Array(61 * 1024 * 1024),
    ).catch((error: NodeJS.ErrnoException) => error.code)

    expect(typeof answer === 'object' ? answer.status : answer).toSatisfy(
      (outcome: unknown) => outcome === 413 || outcome === 'EPIPE' || outcome === 'ECONNRESET',
    )
    expect(await uploadsLeft()).toEqual(before)
  })

  it('comes down once, as something to save and never to show', async () => {
    const { token } = await files.offer("退回件 (1)'.xlsx", new TextEncoder().encode('<script>'))

    const answer = await ask(`/files/${token}`, { cookie })
    const again = await ask(`/files/${token}`, { cookie })

    expect(answer.body).toBe('<script>')
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%E9%80%80%E5%9B%9E%E4%BB%B6%20%281%29%27.xlsx",
    )
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(again.status).toBe(404)
    expect(JSON.parse(again.body)).toMatchObject({ code: 'file.not-found' })
  })
})

it('listens on this machine only', async () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each !== undefined && !each.internal && each.family === 'IPv4')
  const refused = await new Promise((resolve) => {
    const request = httpRequest({ host: outside?.address ?? '127.0.0.2', port: host.port }, () =>
      resolve(false),
    )
    request.on('error', () => resolve(true))
    request.end()
  })

  expect(refused).toBe(true)
})
