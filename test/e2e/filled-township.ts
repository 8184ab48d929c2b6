import { cp, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { enter, openPage, serveWorkstation } from './served-workstation.ts'

/** Copies the demonstration township into a folder; it is filled once for all tests of a run, by whoever comes first. */
export async function copyFilledTownship(folder: string): Promise<void> {
  const run = process.env['ONECARD_TEST_RUN']
  if (run === undefined) throw new Error('the test run has no folder of its own')
  const township = join(run, 'township')
  const isFirst = await mkdir(join(run, 'filling')).then(
    () => true,
    () => false,
  )
  if (isFirst) await fill(run, township)
  else await filledByAnother(run)
  await cp(township, folder, { recursive: true })
}

async function fill(run: string, township: string): Promise<void> {
  try {
    const served = await serveWorkstation(township)
    const { client, close } = await openPage(await enter(served.address))
    const { jobId } = await client.job.start({ kind: 'workstation.fill-demonstration', input: {} })
    for await (const event of await client.job.watch({ jobId }))
      if (event.state === 'failed') throw new Error(`not filled: ${event.problem?.code}`)
    close()
    // what lies in a log only would not be copied whole
    await served.stop()
    await writeFile(join(run, 'filled'), '')
  } catch (error) {
    await writeFile(join(run, 'not-filled'), String(error))
    throw error
  }
}

async function filledByAnother(run: string): Promise<void> {
  const there = (name: string) =>
    stat(join(run, name)).then(
      () => true,
      () => false,
    )
  while (!(await there('filled'))) {
    if (await there('not-filled')) throw new Error('the demonstration township could not be filled')
    await setTimeout(200)
  }
}
