import './node-check.ts'
import { parseArgs } from 'node:util'

const root = new URL('../../', import.meta.url)
const { loadCoreThread } = await import('./shell/browser/load-core-thread.ts')
// Read while the rest of this program still is.
const core = loadCoreThread(root)
const { runBrowserHost } = await import('./shell/browser/run-browser-host.ts')
const { defaultDataFolder } = await import('./shell/data-folder.ts')

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  strict: false,
})

process.exitCode = await runBrowserHost({
  folder: typeof values.data === 'string' ? values.data : defaultDataFolder(),
  port: Number(values.port ?? 0),
  open: values['no-open'] !== true,
  root,
  core,
  say: (line) => process.stdout.write(`${line}\n`),
})
process.exit()
