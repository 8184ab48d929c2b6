import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const built = resolve(import.meta.dirname, '../../out/main')

/** What is started by itself; the reader of spreadsheets is always a child of one of these. */
const entries = ['main.js', 'serve.js', 'core-entry.js', 'cli.js']

async function oldNode(): Promise<string | undefined> {
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'))
  for (const path of paths.filter((each) => existsSync(each))) {
    const { stdout } = await run(path, ['-p', 'process.versions.node'])
    if (Number.parseInt(stdout, 10) < 22) return path
  }
  return undefined
}

/** Where no old Node is installed, this one says it is old before the entry is loaded. */
const pretending = [
  '--import',
  `data:text/javascript,${encodeURIComponent(
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })",
  )}`,
]

const old = await oldNode()

describe(`every entry under ${old ?? 'a Node that says it is 20'}`, () => {
  it.each(entries)('says in one sentence that it needs a newer one: %s', async (entry) => {
    expect(readdirSync(built)).toContain(entry)

    const refused = await run(old ?? process.execPath, [...(old ? [] : pretending), join(built, entry)]).then(
      () => undefined,
      (error: { code: number; stderr: string; stdout: string }) => error,
    )

    expect(refused?.code).toBe(1)
    expect(refused?.stderr).toMatch(/^本程序需要 Node\.js 22 或更高版本，当前是 20\.[\d.]+。.*\n$/)
    expect(refused?.stdout).toBe('')
  })
})
