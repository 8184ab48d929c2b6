import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { findElectronBinary } from '../../src-main/shell/launch/electron-binary.ts'

/** The shell's own suite once more, against the real thing where its binary is present. */
const root = resolve(import.meta.dirname, '../..')
const electron = findElectronBinary(root)
if ('whyNot' in electron) {
  process.stdout.write(
    '没有运行：本机没有 Electron 程序文件，真实 Electron 上的测试被跳过（npx install-electron 后再试）。\n',
  )
} else {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
  const suite = ['run', '--config', '.vitest.config.ts', 'test/e2e/electron-shell.test.ts']
  const { status } = spawnSync(process.execPath, [vitest, ...suite], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ONECARD_TEST_ELECTRON: electron.path },
  })
  process.exitCode = status ?? 1
}
