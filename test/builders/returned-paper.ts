import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import type { FileRef } from '../../src-main/ports/files.ts'
import type { AnOffice } from './an-office.ts'

/** What a printed file's token stands for. */
export async function bytesOf({ core }: Pick<AnOffice, 'core'>, { token }: FileRef): Promise<Buffer> {
  return readFile((await core.files.take(token)).path)
}

/** Printed pages as a flatbed scanner would give them back, in order. */
export async function scanned(pdf: Uint8Array, dotsAnInch = 150): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'scanned-'))
  await writeFile(join(folder, 'a.pdf'), pdf)
  await promisify(execFile)('pdftoppm', [
    '-r',
    String(dotsAnInch),
    '-jpeg',
    join(folder, 'a.pdf'),
    join(folder, 'p'),
  ])
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort()
  const pages = await Promise.all(names.map((name) => readFile(join(folder, name))))
  await rm(folder, { recursive: true })
  return pages
}

/** A page as a phone sees it: turned, grey, grainy, pressed hard. */
export async function photographed(page: Uint8Array, turn: number): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(page).metadata()
  const noise = { type: 'gaussian', mean: 128, sigma: 14 } as const
  const grain = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer()
  const grainy = await sharp(page)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg()
    .toBuffer()
  return sharp(grainy).rotate(turn, { background: '#665c50' }).greyscale().jpeg({ quality: 50 }).toBuffer()
}

/** Two sheets side by side on one table. */
export async function sideBySide(left: Uint8Array, right: Uint8Array): Promise<Buffer> {
  const { width = 1, height = 1 } = await sharp(left).metadata()
  return sharp({ create: { width: width * 2 + 60, height: height + 80, channels: 3, background: '#5a4a3a' } })
    .composite([
      { input: Buffer.from(left), left: 15, top: 30 },
      { input: Buffer.from(right), left: width + 45, top: 50 },
    ])
    .jpeg({ quality: 75 })
    .toBuffer()
}
