import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type ElectronBinary = { readonly path: string } | { readonly whyNot: string }

/** Electron by its files alone: asking the package itself for its path would start a download. */
export function findElectronBinary(
  root: string,
  environment: NodeJS.ProcessEnv = process.env,
  hasDesktop = true,
): ElectronBinary {
  const folder = join(root, 'node_modules/electron')
  const name = firstLineOf(join(folder, 'path.txt')) ?? usualName()
  const path = join(environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  if (!existsSync(path)) {
    return {
      whyNot: '没有安装 Electron 程序文件（联网后运行 npx install-electron 可装），改用本机浏览器打开。',
    }
  }
  if (!hasDesktop) return { whyNot: '没有图形桌面，Electron 窗口打不开，改用本机浏览器打开。' }
  return { path }
}

function firstLineOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

function usualName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
