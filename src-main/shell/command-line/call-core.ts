import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Core } from '../../core.ts'
import type { Client } from '../../host/carriers/in-process.ts'
import { pathsByField, withSavedFiles } from './file-fields.ts'
import { withCore, withSession } from './open-core.ts'
import { parseInput } from './parse-input.ts'
import { answerOf, callStep, jobStep, type Step } from './step.ts'

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
  return answer(call, callStep(call.procedure, asked(call)))
}

/** A job from its start to its end. */
export function runJob(call: Calling & { kind: string; json: string | undefined }): Promise<unknown> {
  return answer(call, jobStep(call.kind, asked(call)))
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

function answer(call: Calling, step: Step): Promise<unknown> {
  return withSession(call.root, call, (core, client) => answerOf(core, client, step, call.save))
}

function asked({ json, file }: { json: string | undefined; file?: readonly string[] }) {
  return { input: parseInput(json), files: pathsByField(file) }
}
