import { open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

let written = 0

/**
 * Written beside, flushed and read back, then given its name: a stick pulled out too early leaves nothing that looks
 * whole. False when what can be read is not what was written.
 */
export async function writeChecked(file: string, bytes: Uint8Array): Promise<boolean> {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}-${++written}.part`)
  try {
    await writeAndFlush(beside, bytes)
    if (!(await holds(beside, bytes))) return false
    await rename(beside, file)
    await flushFolder(dirname(file))
    return await holds(file, bytes)
  } finally {
    await rm(beside, { force: true })
  }
}

async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  return (await readFile(file)).equals(bytes)
}

async function writeAndFlush(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Sticks are FAT or exFAT as a rule: some systems cannot flush a folder there, and Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!isUnsupported(error)) throw error
  } finally {
    await handle.close()
  }
}

function isUnsupported(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'EINVAL' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS'
}
