import type { JobKind } from '../contract/job.ts'
import type { MachineKind } from '../domain/machine.ts'
import { Problem } from '../domain/problem.ts'
import type { Thing } from './handler-types.ts'
import type { ProcedurePath } from './permissions.ts'

/** What a field laptop answers at all; everything else – imports, review, notices, packages – is the office's. */
const things: ReadonlySet<Thing> = new Set([
  'workstation',
  'session',
  'user',
  'division',
  'file',
  'job',
  'evidence',
  'fieldwork',
  'system',
])
const procedures: ReadonlySet<ProcedurePath> = new Set([
  'setting.get',
  'programme.list',
  'register.summary',
  'register.households',
  'register.household',
  'register.history',
  'register.search',
  'register.reveal',
  'survey.rounds',
  'survey.round',
  'survey.questions',
  'survey.tasks',
  'survey.task',
  'survey.history',
  'survey.enter',
  'survey.warnings',
  'survey.keepDraft',
  'survey.discardDraft',
  'survey.saveVisit',
  'survey.attach',
])
const jobs: ReadonlySet<JobKind> = new Set([
  'backup.make',
  'audit.verify',
  'fieldwork.return',
  'fieldwork.receive',
  'fieldwork.retry',
  'fieldwork.write-out',
])

/** A laptop can be lost: what it cannot do nobody can do with it. */
export function refuseOnFieldMachine(kind: MachineKind, path: readonly string[]): void {
  if (kind === 'office' || things.has(path[0] as Thing)) return
  if (!procedures.has(path.join('.') as ProcedurePath)) throw new Problem('machine.office-only')
}

export function refuseJobOnFieldMachine(kind: MachineKind, job: JobKind): void {
  if (kind === 'field' && !jobs.has(job)) throw new Problem('machine.office-only')
}
