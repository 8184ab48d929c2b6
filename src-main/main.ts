import './node-check.ts'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { runElectron } = await import('./shell/electron/run-electron.ts')
const { defaultDataFolder } = await import('./shell/data-folder.ts')

const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false })

await runElectron({
  folder: typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder(),
  root: resolve(import.meta.dirname, '../..'),
})
