import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['src-main', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json']
const built = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds when there is no build yet, or a source is newer than it. A shipped program has no sources. */
export async function buildIfNeeded(root: string): Promise<void> {
  const builtAt = Math.min(...built.map((path) => changedAt(join(root, path)) ?? 0))
  const sourceAt = Math.max(...sources.map((path) => newestIn(join(root, path))))
  if (sourceAt <= builtAt) return
  process.stderr.write('正在构建程序，请稍候……\n')
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  execFileSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], { cwd: root, stdio: [0, 2, 2] })
}

function newestIn(path: string): number {
  const own = changedAt(path)
  if (own === undefined) return 0
  if (!statSync(path).isDirectory()) return own
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}

function changedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
