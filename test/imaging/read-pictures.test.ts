import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import exif from 'exif-reader'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { PictureReader } from '../../src-main/imaging/read-pictures.ts'
import type { PictureMessage } from '../../src-main/imaging/picture-message.ts'
import { aFile, aSheet, phoneExif } from './a-picture.ts'

const worker = new URL('../../src-main/imaging/picture-worker.ts', import.meta.url)
const reader = new PictureReader(worker)
afterAll(() => reader.close())

async function read(name: string, bytes: Uint8Array, keepPlace = false) {
  return reader.read({ path: await aFile(name, bytes), fileName: name, page: 0, keepPlace })
}

describe('a photo of a sheet', () => {
  it('is made small and gives its code', async () => {
    const photo = await (await aSheet(['表 A-1 第1页'], 3024, 4032)).jpeg().toBuffer()

    const page = await read('IMG_1.jpg', photo)

    expect(page).toMatchObject({ pages: 1, width: 1500, height: 2000, codes: ['表 A-1 第1页'] })
    expect(page.jpeg.length).toBeLessThan(photo.length)
  })

  it('gives every code of several sheets in one picture', async () => {
    const photo = await (await aSheet(['A', 'B', 'C'])).rotate(90).jpeg().toBuffer()

    expect([...(await read('两张.jpg', photo)).codes].sort()).toEqual(['A', 'B', 'C'])
  })

  it.each([7, 90, 163])('gives its code turned by %i degrees, grey, noisy and pressed hard', async (turn) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 18 } as const
    const sheet = await (await aSheet(['表 A-1 第2页'])).png().toBuffer()
    const size = { width: 1654, height: 2339 }
    const grain = await sharp({ create: { ...size, channels: 3, background: '#888', noise } })
      .png()
      .toBuffer()
    const noisy = await sharp(sheet)
      .composite([{ input: grain, blend: 'soft-light' }])
      .png()
      .toBuffer()
    const photo = await sharp(noisy)
      .rotate(turn, { background: '#776' })
      .greyscale()
      .jpeg({ quality: 45 })
      .toBuffer()

    expect((await read('扫描.jpg', photo)).codes).toEqual(['表 A-1 第2页'])
  })

  it('comes upright, with the time and without the place', async () => {
    const sheet = await (await aSheet(['A'], 800, 600)).png().toBuffer()
    const photo = await sharp(sheet)
      .withExif(phoneExif)
      .withMetadata({ orientation: 6 })
      .withExif(phoneExif)
      .jpeg()
      .toBuffer()
    expect(exif((await sharp(photo).metadata()).exif as Buffer).GPSInfo?.GPSLatitude).toBeDefined()

    const page = await read('IMG_2.jpg', photo)

    expect(page).toMatchObject({ width: 600, height: 800, takenAt: '2026-07-03T09:41:07', hadPlace: true })
    expect((await sharp(page.jpeg).metadata()).exif).toBeUndefined()
  })

  it('keeps the place where that was asked for', async () => {
    const photo = await (await aSheet(['A'])).withExif(phoneExif).jpeg().toBuffer()

    const page = await read('IMG_3.jpg', photo, true)

    const notes = exif((await sharp(page.jpeg).metadata()).exif as Buffer)
    expect(notes.GPSInfo?.GPSLatitude).toEqual([36, 15, 12])
  })
})

describe('a file that is no photo', () => {
  const refused = async (name: string, bytes: Uint8Array) =>
    read(name, bytes).then(
      () => 'taken',
      (problem: { code: string; facts: object }) => [problem.code, problem.facts],
    )

  it('is refused by the name of what it is', async () => {
    const page = new TextEncoder().encode('<!DOCTYPE html><html><body>照片</body></html>')
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)])
    const book = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(64)])

    expect(await refused('照片.jpg', page)).toEqual([
      'picture.not-a-picture',
      { fileName: '照片.jpg', found: 'web-page' },
    ])
    expect(await refused('IMG.HEIC', heic)).toEqual([
      'picture.not-a-picture',
      { fileName: 'IMG.HEIC', found: 'heic' },
    ])
    expect(await refused('表.jpg', book)).toEqual([
      'picture.not-a-picture',
      { fileName: '表.jpg', found: 'office' },
    ])
    expect(await refused('空.png', new Uint8Array())).toEqual([
      'picture.not-a-picture',
      { fileName: '空.png', found: 'other' },
    ])
  })

  it('is refused when it was not copied to its end', async () => {
    const photo = await (await aSheet(['A'])).jpeg().toBuffer()

    expect(await refused('半.jpg', photo.subarray(0, photo.length / 2))).toEqual([
      'picture.damaged',
      { fileName: '半.jpg' },
    ])
    expect(await refused('头.jpg', photo.subarray(0, 40))).toEqual([
      'picture.damaged',
      { fileName: '头.jpg' },
    ])
    expect(await refused('坏.pdf', Buffer.from('%PDF-1.4\n坏'))).toEqual([
      'picture.damaged',
      { fileName: '坏.pdf' },
    ])
  })

  it('does not keep the next from being read', async () => {
    await refused('坏.pdf', Buffer.from('%PDF-1.4\n坏'))

    expect((await read('好.jpg', await (await aSheet(['B'])).jpeg().toBuffer())).codes).toEqual(['B'])
  })

  it('is given up after its time', async () => {
    const hasty = new PictureReader(worker, undefined, 0.001)
    const path = await aFile('慢.jpg', await (await aSheet(['A'])).jpeg().toBuffer())

    await expect(hasty.read({ path, fileName: '慢.jpg', page: 0, keepPlace: false })).rejects.toMatchObject({
      code: 'file.timed-out',
    })
    hasty.close()
  })
})

describe('a very large photo', () => {
  const large = (megapixels: number) =>
    sharp({ create: { width: megapixels * 125, height: 8000, channels: 3, background: '#dde' } })

  it('of 60 megapixels is taken in less than 400 MB', async () => {
    const path = await aFile('六千万.jpg', await large(60).jpeg().toBuffer())
    const process = fork(worker, [], { serialization: 'advanced' })
    const answer = new Promise<PictureMessage>((resolve) => process.once('message', resolve))

    process.send({ path, fileName: '六千万.jpg', page: 0, keepPlace: false })

    expect(await answer).toMatchObject({ kind: 'page', page: { width: 1875, height: 2000 } })
    const status = await readFile(`/proc/${process.pid}/status`, 'utf8')
    expect(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024).toBeLessThan(400)
    process.kill()
  })

  it('above 100 megapixels is refused without being unpacked', async () => {
    const photo = await large(104).png().toBuffer()

    await expect(read('过大.png', photo)).rejects.toMatchObject({
      code: 'picture.too-large',
      facts: { fileName: '过大.png', limit: 100 },
    })
  })
})

describe('a machine for which there is no prebuilt binary', () => {
  it('reads the same with the WebAssembly of the library', async () => {
    const photo = await (await aSheet(['A'])).jpeg().toBuffer()
    const path = await aFile('照片.jpg', photo)
    const only = new URL('./only-webassembly.ts', import.meta.url)
    const process = fork(worker, [], { serialization: 'advanced', execArgv: ['--import', only.href] })
    const answer = new Promise<PictureMessage>((resolve) => process.once('message', resolve))

    process.send({ path, fileName: '照片.jpg', page: 0, keepPlace: false })

    const native = await read('照片.jpg', photo)
    expect(await answer).toMatchObject({ kind: 'page', page: { codes: ['A'], jpeg: native.jpeg } })
    process.kill()
  })
})

describe('a scan of several pages', () => {
  it('as TIFF gives one picture a page', async () => {
    const size = { width: 900, height: 1200 }
    const dots = await Promise.all(
      ['A', 'B'].map(async (code) =>
        sharp(await (await aSheet([code], 900, 1200)).jpeg().toBuffer())
          .raw()
          .toBuffer(),
      ),
    )
    const raw = { ...size, height: 2400, channels: 3, pageHeight: 1200 } as const
    const tiff = await sharp(Buffer.concat(dots), { raw }).tiff().toBuffer()
    const codes: (readonly string[])[] = []

    const pages = await reader.readAll(
      { path: await aFile('扫描.tif', tiff), fileName: '扫描.tif', keepPlace: false },
      (page) => Promise.resolve(void codes.push(page.codes)),
    )

    expect(pages).toBe(2)
    expect(codes).toEqual([['A'], ['B']])
  })
})
