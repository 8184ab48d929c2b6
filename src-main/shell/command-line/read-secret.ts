import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { UsageError } from './explain-refusal.ts'

/** A password from the environment, the terminal or the first line of what is piped in; never from the arguments. */
export async function readPassword(signInName: string): Promise<string> {
  const given = process.env['ONECARD_PASSWORD']
  if (given !== undefined && given !== '') return given
  const password = process.stdin.isTTY ? await ask(`${signInName} 的密码：`) : await firstLine()
  if (password === '') throw new UsageError('没有给出密码。请设环境变量 ONECARD_PASSWORD，或从标准输入给出。')
  return password
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await terminal.question('')
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    return line
  }
  return ''
}
