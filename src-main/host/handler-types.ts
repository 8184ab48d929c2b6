import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { z } from 'zod'
import type { Contract } from '../contract/contract.ts'
import type { JobKind, JobResult, jobs } from '../contract/job.ts'
import type { CallKind, CallMeta } from '../contract/kinds.ts'
import type { Store } from '../store/store.ts'
import type { JobContext } from '../usecases/context.ts'
import type { CommandCall, DoorCall, ExchangeCall, HostSide, QueryCall } from './call-contexts.ts'

export type Thing = keyof Contract
export type VerbOf<T extends Thing> = keyof Contract[T] & string

/** The things that are asked for before anybody has signed in. A job's own kind decides who may start it. */
export type DoorThing = 'workstation' | 'session' | 'job'
/** The things the host itself answers; the others belong to use cases and never see the host. */
export type HostThing = 'user' | 'file' | 'system'

interface CallOf<K extends CallKind> {
  readonly query: QueryCall
  readonly command: CommandCall
  readonly exchange: ExchangeCall
  readonly kind: K
}
type ContextOf<T extends Thing, K extends CallKind> = T extends DoorThing
  ? DoorCall
  : T extends HostThing
    ? CallOf<K>[K] & HostSide
    : CallOf<K>[K]

type Handler<T extends Thing, Procedure> =
  Procedure extends ContractProcedure<infer Input, infer Output, infer _Errors, infer Meta>
    ? Meta extends CallMeta<infer K>
      ? (
          ctx: ContextOf<T, K>,
          input: InferSchemaOutput<Input>,
        ) => Promise<InferSchemaInput<Output>> | InferSchemaInput<Output>
      : never
    : never

/** Every verb of one thing as a plain function: `export const registerHandlers: HandlersOf<'register'> = { … }`. */
export type HandlersOf<T extends Thing> = { readonly [V in VerbOf<T>]: Handler<T, Contract[T][V]> }

/** The whole table; a procedure nobody answers does not compile. */
export type Handlers = { readonly [T in Thing]: HandlersOf<T> }

/** Runs one kind of job; `input` has passed the kind's own schema. Only a backup holds the store itself. */
export type Runner<K extends JobKind> = (
  ctx: K extends 'backup.make' ? JobContext & { readonly store: Store } : JobContext,
  input: z.output<(typeof jobs)[K]['input']>,
) => Promise<JobResult<K>>

export type Runners = { readonly [K in JobKind]: Runner<K> }

type JobThing = JobKind extends infer K ? (K extends `${infer T}.${string}` ? T : never) : never

/** The job kinds of one thing: `export const publicityRunners: RunnersOf<'publicity'> = { 'publicity.freeze': … }`. */
export type RunnersOf<T extends JobThing> = {
  readonly [K in JobKind as K extends `${T}.${string}` ? K : never]: Runner<K>
}
