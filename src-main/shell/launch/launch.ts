import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { hasDesktop } from '../browser/open-browser.ts'
import { findElectronBinary } from './electron-binary.ts'

/** Shows the built program: Electron when its binary is there, otherwise the browser host and one line why. */
export async function launchWindow(root: string, args: readonly string[]): Promise<void> {
  const electron = findElectronBinary(root, process.env, hasDesktop())
  if ('path' in electron) return run(electron.path, [root, ...args])
  process.stdout.write(`${electron.whyNot}\n`)
  return run(process.execPath, [join(root, 'out/main/serve.js'), ...args])
}

export function launchCommandLine(root: string, args: readonly string[]): Promise<void> {
  return run(process.execPath, [join(root, 'out/main/cli.js'), ...args])
}

/** Runs in our place: same terminal, same signals, same exit code. */
function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      process.exitCode = code ?? 1
      resolve()
    })
  })
}
