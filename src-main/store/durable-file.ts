import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

let written = 0

/** Written beside, flushed, then renamed: after a crash the old file or the new one, never half of either. */
export async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(file), `${basename(file)}.${process.pid}-${++written}.part`)
  try {
    await writeAndFlush(beside, bytes)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await flushFolder(dirname(file))
}

/** Puts a finished file under its final name for good. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await flushFolder(dirname(to))
}

async function writeAndFlush(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename is safe only once its folder is on the disk; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
