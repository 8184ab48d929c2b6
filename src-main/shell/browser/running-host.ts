import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const runningHost = z.object({ port: z.int(), launchSecret: z.string() })
export type RunningHost = z.output<typeof runningHost>

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
    const { port, launchSecret } = runningHost.parse(JSON.parse(await readFile(fileOf(folder), 'utf8')))
    const answer = await fetch(`http://127.0.0.1:${port}/launch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${launchSecret}` },
      signal: AbortSignal.timeout(3000),
    })
    if (!answer.ok) return undefined
    return z.object({ address: z.url() }).parse(await answer.json()).address
  } catch {
    return undefined // nobody there any more: the file was left behind
  }
}
