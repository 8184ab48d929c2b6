import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const machine = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes(`node_modules${sep}`))
const old = await oldNode()

/** The machine's own Node, where it is one the database driver would crash under. */
async function oldNode(): Promise<string | undefined> {
  for (const path of machine.map((folder) => join(folder, 'node')).filter((each) => existsSync(each))) {
    const { stdout } = await run(path, ['-p', 'process.versions.node'])
    if (Number.parseInt(stdout, 10) < 22) return path
  }
  process.stdout.write('No Node before 22 on this machine: npm and the launcher are not tried under one.\n')
  return undefined
}

test.skipIf(old === undefined)(
  "npm's commands run under the project's own Node, not the machine's",
  async () => {
    const env = { ...process.env, PATH: machine.join(delimiter) }

    const { stdout } = await run('npm', ['exec', '--offline', '-c', 'node -p process.versions.node'], {
      cwd: root,
      env,
    })

    expect(Number.parseInt(stdout, 10)).toBeGreaterThanOrEqual(22)
  },
)

test.skipIf(old === undefined)(
  'the launcher says under an old Node what is wrong, in one sentence',
  async () => {
    const refused = await run(old ?? '', [join(root, 'src-main/start.mjs')]).then(
      () => undefined,
      (error: { code: number | null; signal: string | null; stdout: string; stderr: string }) => error,
    )

    expect(refused).toMatchObject({ code: 1, signal: null, stdout: '' })
    expect(refused?.stderr).toMatch(/^本程序需要 Node\.js 22 或更高版本.+。\n$/)
  },
)
