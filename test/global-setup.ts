import { build } from 'electron-vite'

/** Workers, child processes and end-to-end tests run the built bundles, so a test run never uses a stale build. */
export default async function setup(): Promise<void> {
  if (process.env['ONECARD_TESTS_USE_BUILD'] === 'as-is') return
  await build({ logLevel: 'warn' })
}
