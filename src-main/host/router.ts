import { implement, type Router } from '@orpc/server'
import { contract, type Contract } from '../contract/contract.ts'
import { admitCaller, answerProblems, giveContext, type Caller } from './dispatch.ts'
import type { Handlers } from './handler-types.ts'

export type HostRouter = Router<Contract, Caller>

type AnyHandler = (call: unknown, input: unknown) => unknown
type Verbs<T> = Readonly<Record<string, T>>
type Things<T> = Readonly<Record<string, Verbs<T>>>

interface Implementer {
  handler(answer: (options: { context: { call: unknown }; input: unknown }) => unknown): unknown
}

/**
 * The contract answered by a table of plain functions. `Handlers` has already proved that every procedure has its
 * function; walking both tables side by side keeps the wiring in one place.
 */
export function createRouter(handlers: Handlers): HostRouter {
  // The input is checked after the session and before the transaction: nobody waits for the writer with a bad input.
  const calls = implement(contract, { initialInputValidationIndex: -1 })
    .$context<Caller>()
    .use(answerProblems)
    .use(admitCaller)
    .use(giveContext) as unknown as Things<Implementer>
  const answers = handlers as unknown as Things<AnyHandler>
  return mapped(answers, (verbs, thing) =>
    mapped(verbs, (answer, verb) =>
      calls[thing]?.[verb]?.handler(({ context, input }) => answer(context.call, input)),
    ),
  ) as HostRouter
}

function mapped<T>(table: Readonly<Record<string, T>>, map: (value: T, key: string) => unknown): object {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, map(value, key)]))
}
