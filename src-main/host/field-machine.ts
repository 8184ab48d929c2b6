import type { JobKind } from '../contract/job.ts'
import type { MachineKind } from '../domain/machine.ts'
import { Problem } from '../domain/problem.ts'

/** What a field laptop answers at all; everything else – imports, review, notices, packages – is the office's. */
const things = new Set([
  'workstation',
  'session',
  'user',
  'division',
  'file',
  'job',
  'survey',
  'paper',
  'fieldwork',
  'system',
])
const verbs = new Set([
  'setting.get',
  'programme.list',
  'register.summary',
  'register.households',
  'register.household',
  'register.search',
  'register.reveal',
])
const jobThings = new Set(['survey', 'paper', 'fieldwork', 'backup', 'audit'])

/** A laptop can be lost: what it cannot do nobody can do with it. */
export function refuseOnFieldMachine(kind: MachineKind, [thing = '', verb = '']: readonly string[]): void {
  if (kind === 'office' || things.has(thing) || verbs.has(`${thing}.${verb}`)) return
  throw new Problem('machine.office-only')
}

export function refuseJobOnFieldMachine(kind: MachineKind, job: JobKind): void {
  if (kind === 'office' || jobThings.has(job.split('.')[0] ?? '')) return
  throw new Problem('machine.office-only')
}
