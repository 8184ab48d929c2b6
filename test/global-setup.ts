import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'electron-vite'

/** Workers, child processes and end-to-end tests run the built bundles, so a test run never uses a stale build. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // every project of the run asks; what all of them share is made once
  if (process.env['ONECARD_TEST_RUN'] !== undefined) return undefined
  process.env['ONECARD_TEST_RUN'] = ''
  if (process.env['ONECARD_TESTS_USE_BUILD'] !== 'as-is') await build({ logLevel: 'warn' })
  const run = await mkdtemp(join(tmpdir(), 'onecard-run-'))
  process.env['ONECARD_TEST_RUN'] = run
  return () => rm(run, { recursive: true, force: true })
}
