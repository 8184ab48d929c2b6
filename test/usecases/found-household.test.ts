import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { type AFieldLaptop, aFieldLaptop, bytesOf, carried, enrol } from '../builders/a-field-laptop.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { type AnOffice, anOffice, refusalOf } from '../builders/an-office.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'
import { anOpenRound, nameOf, onSiteVisit, threeHouseholds, typed } from '../builders/a-survey.ts'
import { aSheet } from '../imaging/a-picture.ts'

let office: AnOffice
let one: AFieldLaptop
let two: AFieldLaptop
let roundId: string

beforeAll(async () => {
  office = await anOffice()
  one = await aFieldLaptop('1 号笔记本')
  two = await aFieldLaptop('2 号笔记本')
  const machines = [await enrol(office, one), await enrol(office, two)]
  // 张八 stood on last year's list and belongs to no household the register knows.
  const roll = [aRollPerson(1), aRollPerson(3), aRollPerson(8)]
  roundId = (await anOpenRound(office, threeHouseholds, roll)).roundId
  for (const [at, laptop] of [one, two].entries()) {
    const { file } = await runJob(office.clerk, 'fieldwork.assign', {
      ...{ roundId, machineId: machines[at]!, visitors: ['王走访'], includeOut: true, onlyUnvisited: false },
    })
    const fileToken = await carried(office.core, file, laptop)
    await runJob(laptop.clerk, 'fieldwork.receive', { fileToken })
  }
})

afterAll(async () => {
  for (const machine of [office, one, two]) await machine.remove()
})

const meet = (laptop: AFieldLaptop, order: number, change: object = {}) =>
  laptop.clerk.fieldwork.addFound({
    ...{ roundId, villageCode: gantingCode, groupName: '二组', address: '村东头' },
    ...{ name: nameOf(order), idNumber: anIdNumber(order), ...change },
  })

/** A package of everything typed there so far, as bytes: it can be kept back, and come twice. */
const written = async (laptop: AFieldLaptop) => {
  const { file } = await runJob(laptop.clerk, 'fieldwork.return', { roundId })
  return { name: file.name, bytes: await bytesOf(laptop.core, file) }
}

const takeAtOffice = async ({ name, bytes }: { name: string; bytes: Uint8Array }) =>
  (await runJob(office.clerk, 'fieldwork.receive', { fileToken: await office.handIn(name, bytes) })).files[0]!

const bringBack = async (laptop: AFieldLaptop) => takeAtOffice(await written(laptop))

const aPhoto = async () => (await aSheet([], 300, 200)).jpeg().toBuffer()

const openFound = async () => (await office.clerk.fieldwork.found()).filter(({ status }) => status === 'open')

const decide = (
  taskIds: readonly string[],
  as: Parameters<typeof office.clerk.fieldwork.decideFound>[0]['as'],
) => office.clerk.fieldwork.decideFound({ taskIds: [...taskIds], as, reason: '电话问过村里' })

const asNew = { kind: 'new', villageCode: gantingCode } as const

const headOf = async (laptop: AFieldLaptop, taskId: string) => {
  const { values } = await laptop.clerk.survey.task({ taskId })
  return values.find(({ field }) => field === 'person.name')!.subject
}

describe('a household met at the door', () => {
  it('is entered like any other, once', async () => {
    const { taskId } = await meet(one, 21)

    await one.clerk.survey.saveVisit({ taskId, edits: typed(...onSiteVisit) })
    const head = await headOf(one, taskId)
    const account = crypto.randomUUID()
    await one.clerk.survey.saveVisit({
      taskId,
      edits: typed(
        { subject: account, field: 'account.person', value: head },
        { subject: account, field: 'account.accountNo', value: anAccountNo(21) },
      ),
    })
    const fileToken = await one.handIn('门牌.jpg', await aPhoto())
    await one.clerk.survey.attach({ taskId, fileToken })

    expect(await refusalOf(meet(one, 21))).toBe('fieldwork.found-known')
    expect(await refusalOf(meet(one, 1))).toBe('fieldwork.found-known')
    expect(await refusalOf(meet(one, 22, { idNumber: '141024198801010007' }))).toBe('input.invalid')
    expect(await refusalOf(meet(office as unknown as AFieldLaptop, 22))).toBe('machine.field-only')
    const { rows } = await one.clerk.survey.tasks({ roundId })
    expect(rows.find((row) => row.taskId === taskId)).toMatchObject({ groupName: '2组', state: 'visited' })
  })

  it('comes to the office as a proposal, and changes nothing there until somebody decides', async () => {
    const before = await office.clerk.register.summary()

    const result = await written(one)
    expect(await takeAtOffice(result)).toMatchObject({ outcome: 'applied', found: 1, newConflicts: 0 })
    expect(await takeAtOffice(result)).toMatchObject({ outcome: 'known' })
    expect(await takeAtOffice(await written(one))).toMatchObject({
      outcome: 'applied',
      found: 0,
      newEdits: 0,
    })

    expect(await office.clerk.register.summary()).toEqual(before)
    const [found, ...others] = await openFound()
    expect(others).toEqual([])
    expect(found).toMatchObject({
      ...{ villageName: '甘亭村', accounts: 1, became: null },
      people: [{ name: nameOf(21), relation: '户主', idTail: anIdNumber(21).slice(-4), isHead: true }],
      told: [{ machineName: '1 号笔记本', by: '1 号笔记本走访员', place: '甘亭村2组 村东头' }],
    })
    // 张一 of the register is called the same; the numbers differ.
    expect(found!.likely).toMatchObject([
      { why: 'name', name: nameOf(21), place: expect.stringContaining('甘亭村1组') },
    ])
    const round = (await office.clerk.survey.rounds())[0]!
    const closing = office.clerk.survey.closeRound({ roundId, version: round.version, reason: '不再走访' })
    expect(await refusalOf(closing)).toBe('survey.unfinished')
  })

  it('is taken as a new household with everything of it', async () => {
    const [found] = await openFound()

    const { taskId, conflicts } = await decide(found!.taskIds, asNew)

    expect(conflicts).toBe(0)
    const task = await office.clerk.survey.enter({ taskId: taskId! })
    expect(task).toMatchObject({ state: 'visited', groupName: '2组', address: '村东头', attachments: 1 })
    expect(task.people).toMatchObject([{ name: nameOf(21), idNumber: anIdNumber(21), isHouseholder: true }])
    expect(task.accounts).toMatchObject([{ accountNo: anAccountNo(21) }])
    expect(task.values.filter(({ register }) => register === 'differs')).toEqual([])
    expect(await openFound()).toEqual([])
    expect(await refusalOf(decide(found!.taskIds, asNew))).toBe('fieldwork.found-changed')
  })

  it('goes on merging afterwards, early and late packages alike', async () => {
    const taskId = (await office.clerk.fieldwork.found()).find(({ status }) => status === 'taken')!.became!
      .taskId
    await one.clerk.survey.saveVisit({ taskId, edits: typed(['visit.remark', '第一次']) })
    const early = await written(one)
    const { heads } = (await one.clerk.survey.task({ taskId })).values.find(
      ({ field }) => field === 'visit.remark',
    )!
    const edits = typed({ field: 'visit.remark', value: '第二次', supersedes: [...heads] })
    await one.clerk.survey.saveVisit({ taskId, edits })

    await bringBack(one)
    await takeAtOffice(early)

    const { values } = await office.clerk.survey.task({ taskId })
    expect(values.find(({ field }) => field === 'visit.remark')).toMatchObject({ value: '第二次', former: 1 })
  })
})

describe('a household two laptops met', () => {
  it.each([
    ['the first package first', 31, false],
    ['the second package first', 32, true],
  ])('is one by an ID number they share, %s; what both said stays readable', async (_, order, isTurned) => {
    const first = await meet(one, order)
    const second = await meet(two, order, { address: '村西头' })
    for (const [laptop, taskId, phone] of [
      [one, first.taskId, '13900000001'],
      [two, second.taskId, '13900000002'],
    ] as const) {
      const subject = await headOf(laptop, taskId)
      await laptop.clerk.survey.saveVisit({
        taskId,
        edits: typed({ subject, field: 'person.phone', value: phone }),
      })
    }
    const packages = [await written(one), await written(two)]
    for (const one of isTurned ? packages.toReversed() : packages) await takeAtOffice(one)

    const [found, ...others] = await openFound()
    expect(others).toEqual([])
    expect(found!.taskIds).toEqual([first.taskId, second.taskId].sort())
    expect(found!.people).toHaveLength(1)
    const said = await office.clerk.fieldwork.foundHistory({ taskIds: found!.taskIds })
    expect(
      said
        .find(({ fieldLabel }) => fieldLabel === '住址')!
        .entries.map(({ text }) => text)
        .sort(),
    ).toEqual(['村东头', '村西头'])

    const { taskId, conflicts } = await decide(found!.taskIds, asNew)

    expect(conflicts).toBe(2)
    const history = await office.clerk.fieldwork.history({ taskId: taskId! })
    const phones = history.find(({ fieldLabel }) => fieldLabel === '电话')!
    expect(phones.entries.map(({ text, machineName }) => [text, machineName]).sort()).toEqual([
      ['…0001', '1 号笔记本'],
      ['…0002', '2 号笔记本'],
    ])
    const { people } = await office.clerk.survey.enter({ taskId: taskId! })
    expect(people.map(({ idNumber }) => idNumber)).toEqual([anIdNumber(order)])
  })

  it('is that one by itself when the other has been taken already', async () => {
    await meet(one, 41)
    await bringBack(one)
    const [found] = await openFound()
    const { taskId } = await decide(found!.taskIds, asNew)

    const other = await meet(two, 41, { groupName: '三组' })
    const fileToken = await two.handIn('门牌.jpg', await aPhoto())
    await two.clerk.survey.attach({ taskId: other.taskId, fileToken })
    await bringBack(two)

    expect(await openFound()).toEqual([])
    const task = await office.clerk.survey.enter({ taskId: taskId! })
    expect(task.people).toHaveLength(1)
    expect(task.attachments).toBe(1)
    expect(task.values.find(({ field }) => field === 'household.group')).toMatchObject({ conflict: true })
  })
})

describe('a household the register knows', () => {
  it('cannot become a second one; it is joined to the one there is, and both say what they said', async () => {
    const [known] = (await office.clerk.register.search({ text: nameOf(4) })).hits
    await meet(two, 51, { idNumber: anIdNumber(4) })
    await bringBack(two)
    const [found] = await openFound()
    expect(found!.likely[0]).toMatchObject({ why: 'id-number', householdId: known!.householdId })

    expect(await refusalOf(decide(found!.taskIds, asNew))).toBe('fieldwork.found-registered')
    const { taskId } = await decide(found!.taskIds, { kind: 'household', householdId: known!.householdId! })

    const { people, values } = await office.clerk.survey.enter({ taskId: taskId! })
    expect(people).toHaveLength(1)
    expect(values.find(({ field }) => field === 'household.address')).toMatchObject({ value: '村东头' })
    const shown = (await office.clerk.fieldwork.found()).find(({ became }) => became?.taskId === taskId)
    expect(shown).toMatchObject({ status: 'taken', isNew: false, decidedReason: '电话问过村里' })
  })

  it('takes in whoever stood on last year’s list without a household', async () => {
    await meet(two, 8)
    await bringBack(two)
    const [found] = await openFound()
    expect(found!.likely[0]).toMatchObject({ why: 'id-number', householdId: null })

    const { taskId } = await decide(found!.taskIds, asNew)

    const task = await office.clerk.survey.enter({ taskId: taskId! })
    expect(task.people).toMatchObject([{ idNumber: anIdNumber(8), isHouseholder: true }])
    expect(task.previous).toHaveLength(1)
  })
})

it('one that was not taken stays readable, and can be taken later', async () => {
  await meet(one, 61)
  await bringBack(one)
  const [found] = await openFound()

  await decide(found!.taskIds, { kind: 'declined' })
  expect(await openFound()).toEqual([])
  await bringBack(one)
  const declined = (await office.clerk.fieldwork.found()).find(({ status }) => status === 'declined')!
  expect(declined).toMatchObject({ taskIds: found!.taskIds, decidedReason: '电话问过村里' })
  expect(await office.clerk.fieldwork.foundHistory({ taskIds: declined.taskIds })).not.toEqual([])

  const { taskId } = await decide(declined.taskIds, asNew)
  expect((await office.clerk.survey.task({ taskId: taskId! })).people).toHaveLength(1)
})
