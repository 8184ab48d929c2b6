import { implement, type Router } from '@orpc/server'
import { contract, type Contract } from '../contract/contract.ts'
import { answerProblems, giveContext, admitCaller, type Caller } from './dispatch.ts'
import type { Handlers } from './handler-types.ts'

export type HostRouter = Router<Contract, Caller>

type AnyHandler = (call: unknown, input: unknown) => unknown
type AnyTable = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>

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
    .use(giveContext)
  const things = Object.entries(handlers as unknown as AnyTable).map(([thing, verbs]) => [
    thing,
    implementThing((calls as unknown as Implementers)[thing]!, verbs),
  ])
  return Object.fromEntries(things) as HostRouter
}

interface Implementer {
  handler(answer: (options: { context: { call: unknown }; input: unknown }) => unknown): unknown
}
type Implementers = Readonly<Record<string, Readonly<Record<string, Implementer>>>>

function implementThing(
  implementers: Readonly<Record<string, Implementer>>,
  verbs: Readonly<Record<string, AnyHandler>>,
) {
  const procedures = Object.entries(verbs).map(([verb, answer]) => [
    verb,
    implementers[verb]!.handler(({ context, input }) => answer(context.call, input)),
  ])
  return Object.fromEntries(procedures) as Record<string, unknown>
}
