import { jobs as jobKinds, type JobKind } from '../contract/job.ts'
import { Problem } from '../domain/problem.ts'
import { machineKindHere } from '../store/machine-queries.ts'
import { isSetUp } from '../store/data-folder.ts'
import type { JobContext } from '../usecases/context.ts'
import { readActor, todayOf } from './actor.ts'
import type { DoorCall } from './call-contexts.ts'
import { refuseJobOnFieldMachine } from './field-machine.ts'
import type { Runner } from './handler-types.ts'
import type { Host } from './host.ts'
import type { JobProgress } from './jobs.ts'
import { exchangeCall, type Admitted } from './make-contexts.ts'
import { jobPermissions } from './job-permissions.ts'
import { admit, scopeOf } from './scope.ts'

/** Starts one job for whoever calls, once its own permission is given; `input` has passed the kind's schema. */
export async function startJob({ host, holder }: DoorCall, kind: JobKind, input: unknown): Promise<string> {
  if (kind === 'workstation.fill-demonstration') return startDemonstration(host, holder)
  const { userId } = host.sessions.get(holder)
  const { store } = host.door
  refuseJobOnFieldMachine(await machineKindHere(store.reader), kind)
  const actor = await readActor(store.reader, userId, todayOf(host))
  const scope = scopeOf(admit(actor, jobPermissions[kind]), input)
  const admitted = { host, store, actor, scope }
  const run = host.runners[kind] as Runner<'backup.make'>
  const work = (progress: JobProgress) => run({ ...jobContext(admitted, progress), store }, input as never)
  return host.jobs.start({
    kind,
    owner: userId,
    work: async (progress) => checked(kind, await work(progress)),
  })
}

/** Only where nothing is set up yet: there is nobody whose permission could be asked. */
function startDemonstration({ demonstrate, folder, jobs }: Host, owner: string): string {
  const kind = 'workstation.fill-demonstration'
  if (isSetUp(folder)) throw new Problem('set-up.already-done')
  if (demonstrate === undefined) throw new Problem('record.not-found', { what: '演示数据' })
  return jobs.start({ kind, owner, work: async (progress) => checked(kind, await demonstrate(progress)) })
}

function jobContext(admitted: Admitted, { signal, progress, breathe }: JobProgress): JobContext {
  return { ...exchangeCall(admitted), signal, progress, breathe }
}

/** A job's answer is part of the contract as well; one that breaks it is a defect. */
function checked(kind: JobKind, result: unknown): unknown {
  return jobKinds[kind].result.parse(result)
}
