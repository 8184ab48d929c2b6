import { runJob } from '../../src-main/demonstration/desk-work.ts'
import type { Client } from '../../src-main/host/carriers/in-process.ts'
import type { KnownKey } from '../../src-main/package-file/known-key.ts'
import { listMachines } from '../../src-main/store/machine-queries.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'
import { aFieldLaptop, bytesOf, enrol } from './a-field-laptop.ts'
import { anIdNumber } from './an-id-number.ts'
import { type AnOffice, anOffice, refusalOf } from './an-office.ts'
import { nameOf, openRound, typed } from './a-survey.ts'

export type Editor = 'office' | 'one' | 'two'
export type Laptop = Exclude<Editor, 'office'>

/** One value as whoever gave it saw the field: what stood there on their own machine. */
export interface MadeEdit {
  readonly id: string
  readonly taskId: string
  readonly subject: string
  readonly field: string
  readonly value: string
  readonly supersedes: readonly string[]
}

/** A package as bytes: it can come late, twice, and in any order. */
export interface AFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** An office and two laptops that are both out with every household of a round. */
export interface ARoundOnLaptops {
  readonly office: AnOffice
  readonly roundId: string
  readonly taskIds: readonly string[]
  /** Everything anybody typed, in the order it was typed. */
  readonly edits: readonly MadeEdit[]
  readonly results: readonly AFile[]
  readonly assignments: readonly (AFile & { readonly to: Laptop })[]
  edit(who: Editor, household: number, field: number, value: string): Promise<void>
  /** The same word in every field of a household, in one save. */
  editAll(who: Editor, household: number, value: string): Promise<void>
  write(who: Laptop): Promise<void>
  merge(file: AFile): Promise<void>
  assign(to: Laptop): Promise<void>
  /** What the newest assignment has not brought back goes to the other laptop. */
  reissue(): Promise<void>
  take(assignment: AFile & { readonly to: Laptop }): Promise<void>
  /** Whose packages the office takes. */
  laptopKeys(): Promise<KnownKey[]>
  remove(): Promise<void>
}

export const editedFields = [
  'household.address',
  'person.relation',
  'visit.remark',
  'visit.basis',
  'visit.why',
] as const

export async function aRoundOnLaptops(households: number): Promise<ARoundOnLaptops> {
  const office = await anOffice()
  const laptops = { one: await aFieldLaptop('1 号笔记本'), two: await aFieldLaptop('2 号笔记本') }
  const ids = { one: await enrol(office, laptops.one), two: await enrol(office, laptops.two) }
  await office.importList({ kind: 'household-register', bytes: aRegisterOf(households) })
  const { roundId } = await openRound(office, { households: 'village' })
  const taskIds = await tasksOf(office.clerk, roundId)
  const made: MadeEdit[] = []
  const results: AFile[] = []
  const assignments: (AFile & { to: Laptop })[] = []
  const given: { to: Laptop; assignmentId: string }[] = []
  const clientOf = (who: Editor) => (who === 'office' ? office : laptops[who])
  const keep = async (to: Laptop, file: { token: string; name: string }) => {
    assignments.push({ to, name: file.name, bytes: await bytesOf(office.core, file) })
  }
  const round: ARoundOnLaptops = {
    ...{ office, roundId, taskIds, edits: made, results, assignments },
    edit: async (who, household, field, value) => {
      clientOf(who).clock.move(1)
      const taskId = taskIds[household % taskIds.length] ?? ''
      made.push(await saveOne(clientOf(who).clerk, taskId, editedFields[field % editedFields.length]!, value))
    },
    editAll: async (who, household, value) => {
      const { clerk } = clientOf(who)
      const taskId = taskIds[household % taskIds.length] ?? ''
      const subject = (await clerk.survey.task({ taskId })).people[0]?.personId ?? ''
      const edits = editedFields.map((field) => ({ field, subject: subjectOf(field, subject), value }))
      await clerk.survey.saveVisit({ taskId, edits: typed(...edits) })
    },
    write: async (who) => {
      const { core, clerk } = laptops[who]
      const { file } = await runJob(clerk, 'fieldwork.return', { roundId })
      results.push({ name: file.name, bytes: await bytesOf(core, file) })
    },
    merge: (file) => receive(office, file),
    assign: async (to) => {
      const { file, assignmentId } = await runJob(office.clerk, 'fieldwork.assign', {
        ...{ roundId, machineId: ids[to], visitors: ['王走访'], includeOut: true, onlyUnvisited: false },
      })
      given.push({ to, assignmentId })
      await keep(to, file)
    },
    reissue: async () => {
      const last = given.pop()
      if (last === undefined) return
      const to = last.to === 'one' ? 'two' : 'one'
      const { assignmentId } = last
      const asked = { assignmentId, machineId: ids[to], visitors: ['李走访'], reason: '换人走访' }
      const refused = await refusalOf(
        runJob(office.clerk, 'fieldwork.reissue', asked).then(async ({ file, ...one }) => {
          given.push({ to, assignmentId: one.assignmentId })
          await keep(to, file)
        }),
      )
      // Everything of it has come back: there is nothing to give to anybody.
      if (!['not refused', 'fieldwork.nothing-to-assign'].includes(refused)) throw new Error(refused)
    },
    take: ({ to, ...file }) => receive(laptops[to], file),
    laptopKeys: async () => {
      const { reader } = office.core.connect('any').context.host.door.store
      return (await listMachines(reader, 'field')).map(({ fingerprint, name, enrolledAt }) => ({
        ...{ fingerprint, role: 'workstation', owner: name, kinds: ['survey-results'], programmes: 'all' },
        ...{ validFrom: enrolledAt, validTo: null, revokedAt: null },
      }))
    },
    remove: async () => {
      for (const machine of [office, laptops.one, laptops.two]) await machine.remove()
    },
  }
  for (const to of ['one', 'two'] as const) await round.assign(to)
  for (const assignment of [...assignments]) await round.take(assignment)
  return round
}

/** A value typed as the entry page does it: in the place of what it shows. */
async function saveOne(clerk: Client, taskId: string, field: string, value: string): Promise<MadeEdit> {
  const before = await clerk.survey.task({ taskId })
  const person = before.people[0]
  const subject = field.startsWith('person.') ? (person?.personId ?? '') : field.slice(0, field.indexOf('.'))
  const registered = { 'household.address': before.address, 'person.relation': person?.relation ?? '' }
  const baseValue = registered[field as keyof typeof registered] || null
  const supersedes = [...(headsOf(before.values, subject, field) ?? [])]
  await clerk.survey.saveVisit({ taskId, edits: typed({ subject, field, value, baseValue, supersedes }) })
  const [id = ''] = headsOf((await clerk.survey.task({ taskId })).values, subject, field) ?? []
  return { id, taskId, subject, field, value, supersedes }
}

function subjectOf(field: string, personId: string): string {
  return field.startsWith('person.') ? personId : field.slice(0, field.indexOf('.'))
}

type Values = Awaited<ReturnType<Client['survey']['task']>>['values']

function headsOf(values: Values, subject: string, field: string): readonly string[] | undefined {
  return values.find((one) => one.subject === subject && one.field === field)?.heads
}

export async function receive(
  { clerk, handIn }: Pick<AnOffice, 'clerk' | 'handIn'>,
  { name, bytes }: AFile,
): Promise<void> {
  const fileToken = await handIn(name, bytes)
  const { files } = await runJob(clerk, 'fieldwork.receive', { fileToken })
  const outcome = files[0]?.outcome
  if (outcome !== 'applied' && outcome !== 'known')
    throw new Error(`${name}: ${outcome} ${files[0]?.problem?.code}`)
}

async function tasksOf(clerk: Client, roundId: string): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Client['survey']['tasks']>> = await clerk.survey.tasks({
      ...{ roundId, after, limit: 500 },
    })
    ids.push(...page.rows.map(({ taskId }) => taskId))
    after = page.next
  } while (after !== null)
  return ids
}

/** Households of one village, two people each. */
function aRegisterOf(households: number): Uint8Array {
  const headers = ['户编号', '村', '组', '姓名', '与户主关系', '公民身份号码', '联系电话']
  const lines = Array.from({ length: households }, (_, at) =>
    ['户主', '配偶'].map((relation, of) => [
      ...[`1410241012${String(at + 1).padStart(8, '0')}`, '甘亭村', '一组', nameOf(at), relation],
      ...[anIdNumber(at % 100, { birth: String(19600101 + of * 10_000 + Math.floor(at / 100)) }), ''],
    ]),
  )
  return aWorkbook({ lines: [headers, ...lines.flat()] })
}
