import { z } from 'zod'

const runningHost = z.object({ port: z.int(), launchSecret: z.string() })

/** A new address at the host whose announcement this is; throws when it is none or nobody is there any more. */
export async function askRunningHost(announcement: string): Promise<string | undefined> {
  const { port, launchSecret } = runningHost.parse(JSON.parse(announcement))
  const answer = await fetch(`http://127.0.0.1:${port}/launch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${launchSecret}` },
    signal: AbortSignal.timeout(3000),
  })
  if (!answer.ok) return undefined
  return z.object({ address: z.url() }).parse(await answer.json()).address
}
