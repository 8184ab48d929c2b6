import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface RunningHost {
  readonly port: number
  readonly launchSecret: string
}

const fileOf = (folder: string) => join(folder, 'browser-host.json')

/** Says to a launcher started later that a host serves this data folder, and how to ask it for an address. */
export async function announceHost(folder: string, host: RunningHost): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { port, launchSecret } = host
  await writeFile(fileOf(folder), JSON.stringify({ port, launchSecret }), { mode: 0o600 })
}

export async function withdrawHost(folder: string): Promise<void> {
  await rm(fileOf(folder), { force: true })
}

/** A new address at the host that already serves this folder; undefined when there is none. */
export async function addressOfRunningHost(folder: string): Promise<string | undefined> {
  try {
    const announcement = await readFile(fileOf(folder), 'utf8')
    // Most starts are the first: what checks the announcement is read only when there is one.
    const { askRunningHost } = await import('./ask-running-host.ts')
    return await askRunningHost(announcement)
  } catch {
    return undefined // nobody there any more: the file was left behind
  }
}
