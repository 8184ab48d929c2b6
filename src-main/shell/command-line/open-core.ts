import { fileURLToPath } from 'node:url'
import { createCore, type Core } from '../../core.ts'
import type { Client } from '../../host/carriers/in-process.ts'
import { chromiumPdf } from '../../transport/chromium-pdf.ts'
import { readSoftware } from '../software.ts'
import { readPassword } from './read-secret.ts'

const holder = 'command line'

/** Opens a core in this process for one piece of work and closes it whatever happens. */
export async function withCore<T>(
  root: URL,
  folder: string,
  work: (core: Core, client: Client) => Promise<T>,
): Promise<T> {
  const core = createCore({
    folder,
    resources: fileURLToPath(new URL('resources', root)),
    clock: { now: () => new Date() },
    carrier: 'command-line',
    pdf: chromiumPdf(),
    readWorker: new URL('out/main/read-worker.js', root),
    pictureWorker: new URL('out/main/picture-worker.js', root),
    software: readSoftware(fileURLToPath(root)),
  })
  try {
    return await work(core, core.client(holder))
  } finally {
    await core.close()
  }
}

/** The same with somebody signed in. */
export async function withSession<T>(
  root: URL,
  { data, as }: { readonly data: string; readonly as: string },
  work: (core: Core, client: Client) => Promise<T>,
): Promise<T> {
  const password = await readPassword(as)
  return withCore(root, data, async (core, client) => {
    await client.session.open({ signInName: as, password })
    const answer = await work(core, client)
    await client.session.close()
    return answer
  })
}
