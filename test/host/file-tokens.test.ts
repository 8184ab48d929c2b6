import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileTokens } from '../../src-main/host/file-tokens.ts'
import { HandClock } from '../builders/a-workstation.ts'

let folder: string
let exchange: string
let clock: HandClock
let files: FileTokens
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-files-'))
  exchange = join(folder, 'exchange')
  clock = new HandClock()
  files = new FileTokens(exchange, clock)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const megabyte = Buffer.alloc(1024 * 1024)
const upload = (megabytes: number) => Readable.from(Array.from({ length: megabytes }, () => megabyte))

test('a token stands for the very bytes, once', async () => {
  const { token, name, size } = await files.offer('公示.pdf', Buffer.from('内容'))

  const taken = await files.take(token)

  expect({ name, size }).toEqual({ name: '公示.pdf', size: 6 })
  expect(await readFile(taken.path, 'utf8')).toBe('内容')
  await expect(files.take(token)).rejects.toMatchObject({ code: 'file.not-found' })
})

test('what was uploaded for one piece of work is gone when that is done, or failed; what was picked stays', async () => {
  const uploaded = await files.receive('照片.jpg', upload(1))
  const failing = await files.receive('坏.jpg', upload(1))
  const picked = join(folder, '盘上的.jpg')
  await writeFile(picked, 'x')
  const { token } = await files.adopt(picked, '盘上的.jpg', false)

  expect(await files.use(uploaded.token, async ({ path }) => (await stat(path)).size)).toBe(1024 * 1024)
  await expect(files.use(failing.token, () => Promise.reject(new Error('坏了')))).rejects.toThrow('坏了')
  await files.use(token, () => Promise.resolve())

  expect(await readdir(exchange)).toEqual([])
  expect(await readFile(picked, 'utf8')).toBe('x')
  await expect(files.use(uploaded.token, () => Promise.resolve())).rejects.toMatchObject({
    code: 'file.not-found',
  })
})

test('looking at a token does not use it up', async () => {
  const { token } = await files.offer('公示.pdf', Buffer.from('内容'))

  expect(files.find(token).name).toBe('公示.pdf')
  expect((await files.take(token)).name).toBe('公示.pdf')
})

test('takes an upload as it arrives', async () => {
  const { token, size } = await files.receive('花名册.xlsx', upload(3))

  expect(size).toBe(3 * megabyte.byteLength)
  expect((await stat((await files.take(token)).path)).size).toBe(size)
})

test('refuses an upload past the limit without reading on, and leaves nothing of it', async () => {
  let read = 0
  const endless = Readable.from(
    (function* () {
      for (;;) {
        read++
        yield megabyte
      }
    })(),
  )

  await expect(files.receive('花名册.xlsx', endless)).rejects.toMatchObject({
    code: 'file.too-large',
    facts: { fileName: '花名册.xlsx', limit: 60, unit: 'MB' },
  })

  expect(read).toBeLessThan(80)
  expect(await readdir(exchange)).toEqual([])
})

test("a file's name never becomes a path", async () => {
  const { token } = await files.offer('../../../etc/passwd', Buffer.from('x'))

  expect((await files.take(token)).path.startsWith(exchange)).toBe(true)
})

test('an hour after use its bytes are gone', async () => {
  const { token } = await files.offer('旧.pdf', Buffer.from('x'))
  const { path } = await files.take(token)
  clock.move(61)

  await files.offer('新.pdf', Buffer.from('x'))

  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a file that was picked on the desktop is never deleted', async () => {
  const own = join(folder, '本人的.xlsx')
  await writeFile(own, 'x')
  await files.adopt(own, '本人的.xlsx', false)

  await files.removeAll()

  expect(await readFile(own, 'utf8')).toBe('x')
})

test('leaves nothing of its own behind', async () => {
  await files.offer('甲.pdf', Buffer.from('x'))
  await files.take((await files.offer('乙.pdf', Buffer.from('x'))).token)

  await files.removeAll()

  expect(await readdir(exchange)).toEqual([])
})
