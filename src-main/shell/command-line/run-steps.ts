import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { UsageError } from './explain-refusal.ts'
import { withSession } from './open-core.ts'
import { parseInput } from './parse-input.ts'
import { answerOf, callStep, jobStep, type Step } from './step.ts'

interface Wanted {
  readonly root: URL
  readonly data: string
  readonly as: string
  readonly save?: string
  /** The file of steps; `-` for what is piped in. */
  readonly steps: string
  say(line: string): void
}

/**
 * Several calls and jobs in one session: what one leaves in memory – a list read and judged – is still there for the
 * next. `"$1.stageId"` in an input stands for that field of the first answer. The first refusal ends it.
 */
export async function runSteps({ root, data, as, save, steps, say }: Wanted): Promise<void> {
  const written = readSteps(steps === '-' ? await text(process.stdin) : await readFile(steps, 'utf8'))
  await withSession(root, { data, as }, async (core, client) => {
    const answers: unknown[] = []
    for (const step of written) {
      const input = withAnswers(step.input, answers)
      try {
        answers.push(await answerOf(core, client, { ...step, input }, save))
      } catch (thrown) {
        process.stderr.write(`第 ${answers.length + 1} 步 ${step.name} 没有办成，之前的已经办完：\n`)
        throw thrown
      }
      say(JSON.stringify({ step: answers.length, name: step.name, answer: answers.at(-1) ?? null }))
    }
  })
}

function readSteps(json: string): Step[] {
  const written = parseInput(json)
  if (!Array.isArray(written)) throw usage()
  return written.map(toStep)
}

function toStep(written: unknown): Step {
  if (typeof written !== 'object' || written === null) throw usage()
  const { call, job, input, file = {} } = written as Readonly<Record<string, unknown>>
  if (typeof file !== 'object' || file === null) throw usage()
  const asked = { input, files: new Map(Object.entries(file as Record<string, string>)) }
  if (typeof call === 'string' && job === undefined) return callStep(call, asked)
  if (typeof job === 'string' && call === undefined) return jobStep(job, asked)
  throw usage()
}

function usage(): UsageError {
  return new UsageError(
    '步骤应是 JSON 数组，每步写 {"job":"list.stage","input":{…},"file":{"fileToken":"路径"}} 或 {"call":"…","input":{…}}；' +
      '用 "$1.stageId" 引用第 1 步回答里的 stageId。',
  )
}

const reference = /^\$(\d+)\.([\w.]+)$/

function withAnswers(input: unknown, answers: readonly unknown[]): unknown {
  if (Array.isArray(input)) return input.map((one) => withAnswers(one, answers))
  if (typeof input === 'object' && input !== null)
    return Object.fromEntries(Object.entries(input).map(([key, one]) => [key, withAnswers(one, answers)]))
  const [, step, path] = (typeof input === 'string' && reference.exec(input)) || []
  if (step === undefined || path === undefined) return input
  const found = path.split('.').reduce<unknown>(fieldOf, answers[Number(step) - 1])
  if (found === undefined) throw new UsageError(`前面的回答里没有 ${String(input)}。`)
  return found
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
