import { contract } from '../../contract/contract.ts'
import { jobs, type JobEvent, type JobKind } from '../../contract/job.ts'
import type { Core } from '../../core.ts'
import type { Client } from '../../host/carriers/in-process.ts'
import { UsageError } from './explain-refusal.ts'
import { type HandedPaths, withHandedFiles, withSavedFiles } from './file-fields.ts'

/** One call of the contract or one job, with the files that fill fields of its input. */
export interface Step {
  readonly name: string
  readonly input: unknown
  readonly files: HandedPaths
  run(client: Client, input: unknown): Promise<unknown>
}

type Asked = Pick<Step, 'input' | 'files'>
type AnyCall = (input: unknown) => Promise<unknown>

export function callStep(path: string, asked: Asked): Step {
  const [thing = '', verb = ''] = path.split('.')
  const known = procedurePaths()
  if (!known.includes(path)) throw new UsageError(`没有这个过程：${path}。有：${known.join('、')}`)
  const run = (client: Client, input: unknown) => {
    const calls = client as unknown as Record<string, Record<string, AnyCall>>
    return (calls[thing]?.[verb] as AnyCall)(input)
  }
  return { name: path, ...asked, run }
}

/** A job from its start to its end; its progress goes to the error output. */
export function jobStep(kind: string, { input, files }: Asked): Step {
  if (!isJobKind(kind)) throw new UsageError(`没有这种作业：${kind}。有：${Object.keys(jobs).join('、')}`)
  return { name: kind, input: input ?? {}, files, run: (client, given) => jobResult(client, kind, given) }
}

/** What a step answers, with the files it hands out saved in a folder. */
export async function answerOf(core: Core, client: Client, step: Step, save = '.'): Promise<unknown> {
  const answer = await step.run(client, await withHandedFiles(core, step.input, step.files))
  return withSavedFiles(core, answer, save)
}

async function jobResult(client: Client, kind: JobKind, input: unknown): Promise<unknown> {
  const { jobId } = await client.job.start({ kind, input })
  let last: JobEvent | undefined
  for await (const event of await client.job.watch({ jobId })) {
    if (event.phase !== '' && process.stderr.isTTY)
      process.stderr.write(`${event.phase} ${event.done}/${event.total}\n`)
    last = event
  }
  if (last?.state !== 'done') throw Object.assign(new Error(kind), { data: last?.problem })
  return last.result
}

function procedurePaths(): string[] {
  return Object.entries(contract).flatMap(([thing, verbs]) =>
    Object.keys(verbs).map((verb) => `${thing}.${verb}`),
  )
}

function isJobKind(kind: string): kind is JobKind {
  return Object.hasOwn(jobs, kind)
}
