import { Problem, problemKinds, type ProblemCode, type ProblemFacts } from '../domain/problem.ts'

/** Carries messages, and ports beside them, between a shell and its core. */
export interface LinkChannel<Port> {
  post(message: unknown, ports: readonly Port[]): void
  listen(hear: (message: unknown, ports: readonly Port[]) => void): void
}

type Call = (input: never) => unknown
type CallTable<C> = { readonly [K in keyof C]: Call }

/** How one side answers the other's calls. */
export type Answers<C extends CallTable<C>, Port> = {
  readonly [K in keyof C]: (
    input: Parameters<C[K]>[0],
    ports: readonly Port[],
  ) => ReturnType<C[K]> | Promise<ReturnType<C[K]>>
}

export type Ask<C extends CallTable<C>, Port> = <K extends keyof C & string>(
  call: K,
  input: Parameters<C[K]>[0],
  ports?: readonly Port[],
) => Promise<ReturnType<C[K]>>

interface Question {
  readonly ask: number
  readonly call: string
  readonly input: unknown
}
type Answer =
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly refusal: Refusal }

interface Refusal {
  readonly code: string | null
  readonly facts: unknown
  readonly message: string
}

interface Waiting {
  resolve(value: unknown): void
  reject(reason: unknown): void
}

/**
 * 壳与核心的连线 — calls both ways over one channel. Answers `theirs` to the other side and gives back how to
 * ask it. What the other side refuses with a Problem arrives as that Problem.
 */
export function linkTo<Mine extends CallTable<Mine>, Theirs extends CallTable<Theirs>, Port>(
  channel: LinkChannel<Port>,
  answers: Answers<Mine, Port>,
): Ask<Theirs, Port> {
  const waiting = new Map<number, Waiting>()
  let lastAsk = 0
  channel.listen((message, ports) => {
    if (isQuestion(message)) void answer(channel, answers as Answers<never, Port>, message, ports)
    else settle(waiting, message as Answer)
  })
  return (call, input, ports = []) =>
    new Promise((resolve, reject) => {
      const ask = ++lastAsk
      waiting.set(ask, { resolve: resolve as (value: unknown) => void, reject })
      channel.post({ ask, call, input } satisfies Question, ports)
    })
}

async function answer<Port>(
  channel: LinkChannel<Port>,
  answers: Record<string, (input: unknown, ports: readonly Port[]) => unknown>,
  question: Question,
  ports: readonly Port[],
): Promise<void> {
  try {
    const known = Object.hasOwn(answers, question.call) ? answers[question.call] : undefined
    if (known === undefined) throw new Error(`no such call: ${question.call}`)
    channel.post({ answer: question.ask, value: await known(question.input, ports) } satisfies Answer, [])
  } catch (thrown) {
    channel.post({ answer: question.ask, refusal: refusalOf(thrown) } satisfies Answer, [])
  }
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const asker = waiting.get(answer.answer)
  waiting.delete(answer.answer)
  if ('refusal' in answer) asker?.reject(thrownFrom(answer.refusal))
  else asker?.resolve(answer.value)
}

function isQuestion(message: unknown): message is Question {
  return typeof message === 'object' && message !== null && 'ask' in message
}

function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Problem) return { code: thrown.code, facts: thrown.facts, message: thrown.message }
  return { code: null, facts: {}, message: thrown instanceof Error ? thrown.message : String(thrown) }
}

function thrownFrom(refusal: Refusal): Error {
  if (refusal.code === null || !Object.hasOwn(problemKinds, refusal.code)) return new Error(refusal.message)
  const AnyProblem = Problem as new (code: ProblemCode, facts: ProblemFacts[ProblemCode]) => Problem
  return new AnyProblem(refusal.code as ProblemCode, refusal.facts as ProblemFacts[ProblemCode])
}
