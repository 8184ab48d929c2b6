import './node-check.ts'
import { resolve } from 'node:path'

const { buildIfNeeded } = await import('./shell/launch/build-if-needed.ts')
const { launchCommandLine, launchWindow } = await import('./shell/launch/launch.ts')

const root = resolve(import.meta.dirname, '..')
const [first, ...others] = process.argv.slice(2)
await buildIfNeeded(root)
await (first === 'cli' ? launchCommandLine(root, others) : launchWindow(root, process.argv.slice(2)))
