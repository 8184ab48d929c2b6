import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { contract } from '../../contract/contract.ts'
import { jobs, type JobEvent, type JobKind } from '../../contract/job.ts'
import type { Core } from '../../core.ts'
import type { Client } from '../../host/carriers/in-process.ts'
import { UsageError } from './explain-refusal.ts'
import { withHandedFiles, withSavedFiles } from './file-fields.ts'
import { withCore, withSession } from './open-core.ts'

interface Calling {
  readonly root: URL
  readonly data: string
  readonly as: string
  readonly file?: readonly string[]
  readonly save?: string
}

/** Any call of the contract as somebody signed in. */
export function callProcedure(
  call: Calling & { procedure: string; json: string | undefined },
): Promise<unknown> {
  const procedure = procedureNamed(call.procedure)
  const input = parseInput(call.json)
  return withSession(call.root, call, async (core, client) => {
    const answer = await procedure(client)(await withHandedFiles(core, input, call.file))
    return withSavedFiles(core, answer, call.save ?? '.')
  })
}

/** A job from its start to its end; its progress goes to the error output. */
export function runJob({
  kind,
  ...call
}: Calling & { kind: string; json: string | undefined }): Promise<unknown> {
  if (!isJobKind(kind)) throw new UsageError(`没有这种作业：${kind}。有：${Object.keys(jobs).join('、')}`)
  const input = parseInput(call.json)
  return withSession(call.root, call, async (core, client) => {
    const handed = await withHandedFiles(core, input ?? {}, call.file)
    return withSavedFiles(core, await jobResult(client, kind, handed), call.save ?? '.')
  })
}

export function backUp(call: Calling): Promise<unknown> {
  return runJob({ ...call, kind: 'backup.make', json: undefined })
}

/** Sets up an empty data folder; passwords are in the file or piped in, never in the arguments. */
export async function setUp(wanted: {
  root: URL
  data: string
  input: string
  save: string
}): Promise<unknown> {
  const json = wanted.input === '-' ? await text(process.stdin) : await readFile(wanted.input, 'utf8')
  const input = parseInput(json) as Parameters<Client['workstation']['setUp']>[0]
  return withCore(wanted.root, wanted.data, async (core: Core, client) =>
    withSavedFiles(core, await client.workstation.setUp(input), wanted.save),
  )
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

type AnyCall = (input: unknown) => Promise<unknown>

function procedureNamed(path: string): (client: Client) => AnyCall {
  const [thing = '', verb = ''] = path.split('.')
  if (!procedurePaths().includes(path)) {
    throw new UsageError(`没有这个过程：${path}。有：${procedurePaths().join('、')}`)
  }
  return (client) => {
    const calls = client as unknown as Record<string, Record<string, AnyCall>>
    return calls[thing]?.[verb] as AnyCall
  }
}

function procedurePaths(): string[] {
  return Object.entries(contract).flatMap(([thing, verbs]) =>
    Object.keys(verbs).map((verb) => `${thing}.${verb}`),
  )
}

function parseInput(json: string | undefined): unknown {
  if (json === undefined || json.trim() === '') return undefined
  try {
    return JSON.parse(json)
  } catch {
    throw new UsageError('输入不是 JSON。请写成例如 \'{"year":2026}\'。')
  }
}

function isJobKind(kind: string): kind is JobKind {
  return Object.hasOwn(jobs, kind)
}
