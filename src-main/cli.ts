import './node-check.ts'

const { runCommandLine } = await import('./shell/command-line/run-command-line.ts')

process.exitCode = await runCommandLine(process.argv.slice(2), new URL('../../', import.meta.url))
