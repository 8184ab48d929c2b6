import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { type AFieldLaptop, aFieldLaptop, carried, enrol } from '../builders/a-field-laptop.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { type AnOffice, anOffice, refusalOf } from '../builders/an-office.ts'
import { anOpenRound, onSiteVisit, typed, type TypedValue } from '../builders/a-survey.ts'

let office: AnOffice
let one: AFieldLaptop
let two: AFieldLaptop
let roundId: string
let taskIds: readonly string[]
let machines: Readonly<Record<'one' | 'two', string>>

beforeAll(async () => {
  office = await anOffice()
  one = await aFieldLaptop('1 号笔记本')
  two = await aFieldLaptop('2 号笔记本')
  machines = { one: await enrol(office, one), two: await enrol(office, two) }
  roundId = (await anOpenRound(office)).roundId
  taskIds = (await office.clerk.survey.tasks({ roundId })).rows.map(({ taskId }) => taskId)
})

afterAll(async () => {
  for (const machine of [office, one, two]) await machine.remove()
})

const assign = (machineId: string, includeOut = true) =>
  runJob(office.clerk, 'fieldwork.assign', {
    ...{ roundId, machineId, visitors: ['王走访'], includeOut },
    onlyUnvisited: false,
  })

const takeOn = async (laptop: AFieldLaptop, file: { token: string; name: string }) => {
  const fileToken = await carried(office.core, file, laptop)
  return (await runJob(laptop.clerk, 'fieldwork.receive', { fileToken })).files[0]!
}

const bringBack = async (laptop: AFieldLaptop) => {
  const { file } = await runJob(laptop.clerk, 'fieldwork.return', { roundId })
  return carried(laptop.core, file, office)
}

const takeAtOffice = async (fileToken: string) =>
  (await runJob(office.clerk, 'fieldwork.receive', { fileToken })).files[0]!

const save = (client: AFieldLaptop['clerk'], taskId: string, ...edits: readonly TypedValue[]) =>
  client.survey.saveVisit({ taskId, edits: typed(...edits) })

describe('an assignment', () => {
  it('brings a laptop the households with everything a visit needs', async () => {
    const made = await assign(machines.one)
    expect(made).toMatchObject({ sequence: 1, tasks: 2 })
    expect(made.file.name).toMatch(/^摸底任务_给1 号笔记本_第001号_\d{4}-\d\d-\d\d\.ykt\.age$/)

    const taken = await takeOn(one, made.file)
    expect(taken).toMatchObject({ outcome: 'applied', kind: 'survey-assignment', sequence: 1, households: 2 })

    const atOffice = await office.clerk.survey.enter({ taskId: taskIds[0]! })
    const onLaptop = await one.clerk.survey.enter({ taskId: taskIds[0]! })
    const shown = ({ people, accounts, previous, land, mustVisit, householdNo }: typeof atOffice) => {
      return { people, accounts, previous, land, mustVisit, householdNo }
    }
    expect(shown(onLaptop)).toEqual(shown(atOffice))
    expect(onLaptop.people.map(({ idNumber }) => idNumber)).toContain(anIdNumber(1))
    expect(onLaptop.accounts.map(({ accountNo }) => accountNo)).toContain(anAccountNo(1))
    const [hit] = (await one.clerk.register.search({ text: onLaptop.people[0]!.name })).hits
    expect(hit?.name).toBe(onLaptop.people[0]!.name)
  })

  it('read twice changes nothing', async () => {
    const [assignment] = await office.clerk.fieldwork.assignments()
    const again = await office.clerk.fieldwork.sentFile({ packageId: assignment!.packageId! })
    expect(await takeOn(one, again)).toMatchObject({ outcome: 'known', sequence: 1 })
    expect((await one.clerk.survey.rounds()).map(({ progress }) => progress.tasks)).toEqual([2])
  })

  it('is told at the office from giving out to coming back, and locks nothing', async () => {
    const states = async () => (await office.clerk.fieldwork.assignments()).map(({ state }) => state)
    expect(await states()).toEqual(['sent'])
    expect(await office.clerk.fieldwork.outNow({ taskId: taskIds[0]! })).toMatchObject([
      { machineName: '1 号笔记本', visitors: ['王走访'] },
    ])

    expect(await takeAtOffice(await bringBack(one))).toMatchObject({ outcome: 'applied', edits: 0 })
    expect(await states()).toEqual(['taken'])

    await save(office.clerk, taskIds[0]!, { subject: 'household', field: 'household.address', value: '村西' })
    await save(one.clerk, taskIds[0]!, ...onSiteVisit)
    expect(await takeAtOffice(await bringBack(one))).toMatchObject({ households: 1, newConflicts: 0 })
    expect(await states()).toEqual(['partly-returned'])
    expect(await office.clerk.fieldwork.outNow({ taskId: taskIds[0]! })).toEqual([])
    const { values, state } = await office.clerk.survey.task({ taskId: taskIds[0]! })
    expect(state).toBe('visited')
    expect(values.find(({ field }) => field === 'household.address')).toMatchObject({ value: '村西' })

    await save(one.clerk, taskIds[1]!, ['visit.remark', '没人'])
    await takeAtOffice(await bringBack(one))
    expect(await states()).toEqual(['returned'])
  })
})

describe('two laptops with the same households', () => {
  it('merge different fields and ask about the same field, keeping the loser readable', async () => {
    await takeOn(two, (await assign(machines.two)).file)
    const taskId = taskIds[1]!
    const [person] = (await one.clerk.survey.enter({ taskId })).people
    const of = (field: string, value: string) => ({ subject: person!.personId, field, value })
    await save(one.clerk, taskId, of('person.phone', '13900000001'), of('person.relation', '户主'))
    await save(two.clerk, taskId, of('person.phone', '13900000002'), of('person.presence', '1'))

    const packages = [await bringBack(two), await bringBack(one)]
    expect(await takeAtOffice(packages[0]!)).toMatchObject({ newEdits: 2, newConflicts: 0 })
    expect(await takeAtOffice(packages[1]!)).toMatchObject({ newConflicts: 1 })

    const listed = await office.clerk.fieldwork.conflicts({ roundId })
    expect(listed.rows).toMatchObject([
      {
        ...{ taskId, field: 'person.phone', fieldLabel: '电话', subjectLabel: person!.name },
        sides: [
          { text: '…0001', machineName: '1 号笔记本' },
          { text: '…0002', machineName: '2 号笔记本' },
        ],
      },
    ])
    const { subject, field } = listed.rows[0]!
    const open = (await office.clerk.fieldwork.openConflict({ taskId, subject, field }))!
    expect(open.sides.map(({ text }) => text)).toEqual(['13900000001', '13900000002'])

    const seen = { taskId, subject, field, heads: open.heads }
    const stale = office.clerk.fieldwork.resolve({ ...seen, heads: [open.heads[0]!], choice: { typed: '1' } })
    expect(await refusalOf(stale)).toBe('fieldwork.conflict-changed')
    const wrong = office.clerk.fieldwork.resolve({ ...seen, choice: { typed: '电话没有' } })
    expect(await refusalOf(wrong)).toBe('input.invalid')
    const chosen = { editId: open.sides[1]!.editId }
    expect(await office.clerk.fieldwork.resolve({ ...seen, choice: chosen })).toEqual({ conflicts: 0 })

    const history = await office.clerk.fieldwork.history({ taskId })
    const phone = history.find(({ fieldLabel }) => fieldLabel === '电话')!
    expect(phone.entries.map(({ text, standing }) => [text, standing])).toEqual([
      ['…0002', 'current'],
      ['…0002', 'former'],
      ['…0001', 'former'],
    ])
  })

  it('enter the same new person once each; the office has one', async () => {
    const taskId = taskIds[0]!
    const idNumber = anIdNumber(77)
    for (const [laptop, relation] of [
      [one, '孙女'],
      [two, '孙女'],
    ] as const) {
      const subject = crypto.randomUUID()
      const of = (field: string, value: string) => ({ subject, field, value })
      await save(
        laptop.clerk,
        taskId,
        ...[of('person.name', '张小新'), of('person.idNumber', idNumber), of('person.relation', relation)],
      )
      await takeAtOffice(await bringBack(laptop))
    }

    const { values } = await office.clerk.survey.task({ taskId })
    const named = values.filter(({ field, value }) => field === 'person.name' && value === '张小新')
    expect(named).toHaveLength(1)
    expect(named[0]!.heads).toHaveLength(2)
  })
})
