import './node-check.ts'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { runElectron } = await import('./shell/electron/run-electron.ts')
const { defaultDataFolder } = await import('./shell/data-folder.ts')

const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false })

/** Not awaited: Electron is ready only after this file has been loaded to its end. */
void runElectron({
  folder: typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder(),
  root: resolve(import.meta.dirname, '../..'),
})
