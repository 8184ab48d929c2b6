import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as newUuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { sealPackage } from '../../src-main/package-file/seal-package.ts'
import { type AFieldLaptop, aFieldLaptop, bytesOf, carried, enrol } from '../builders/a-field-laptop.ts'
import { type AnOffice, anOffice, jobRefusal, refusalOf } from '../builders/an-office.ts'
import { anOpenRound, onSiteVisit, typed } from '../builders/a-survey.ts'
import { aPackageParty, aSignedPackage } from '../builders/a-package.ts'
import { aSurveyBag, laptopSigner, resultsRecords, signedBy } from '../builders/a-survey-package.ts'

let office: AnOffice
let laptop: AFieldLaptop
let other: AFieldLaptop
let stick: string
let roundId: string
let taskIds: readonly string[]
let machineId: string

beforeAll(async () => {
  office = await anOffice()
  laptop = await aFieldLaptop('1 号笔记本')
  other = await aFieldLaptop('2 号笔记本')
  stick = await mkdtemp(join(tmpdir(), 'onecard-stick-'))
  machineId = await enrol(office, laptop)
  await enrol(office, other)
  roundId = (await anOpenRound(office)).roundId
  taskIds = (await office.clerk.survey.tasks({ roundId })).rows.map(({ taskId }) => taskId)
  const { file } = await assign()
  await receive(laptop, await carried(office.core, file, laptop))
  for (const machine of [office, laptop, other]) await useStick(machine)
})

afterAll(async () => {
  for (const machine of [office, laptop, other]) await machine.remove()
  await rm(stick, { recursive: true, force: true })
})

beforeEach(async () => {
  for (const name of await readdir(stick)) await rm(join(stick, name), { recursive: true })
})

const assign = (to = machineId) =>
  runJob(office.clerk, 'fieldwork.assign', {
    ...{ roundId, machineId: to, visitors: ['王走访'], includeOut: true, onlyUnvisited: false },
  })

const useStick = ({ core, clerk }: Pick<AnOffice, 'core' | 'clerk'>, folder = stick) =>
  clerk.fieldwork.chooseFolder({ folderToken: core.files.adoptFolder(folder) })

const receive = async ({ clerk }: Pick<AnOffice, 'clerk'>, fileToken: string) =>
  (await runJob(clerk, 'fieldwork.receive', { fileToken })).files[0]!

const readStick = async ({ clerk }: Pick<AnOffice, 'clerk'>) =>
  (await runJob(clerk, 'fieldwork.receive', { folder: true })).files

const results = async (from = laptop) => {
  const made = await runJob(from.clerk, 'fieldwork.return', { roundId })
  return { ...made, bytes: Buffer.from(await bytesOf(from.core, made.file)) }
}

/** A visit as the entry page keeps it: what it saw of a field before, it takes the place of. */
const visit = async (taskId: string, remark: string) => {
  const { values } = await laptop.clerk.survey.task({ taskId })
  const edits = typed(...onSiteVisit, ['visit.remark', remark]).map((edit) => ({
    ...edit,
    supersedes: values.find(({ field }) => field === edit.field)?.heads ?? [],
  }))
  await laptop.clerk.survey.saveVisit({ taskId, edits })
}

const atOffice = (name: string, bytes: Uint8Array) =>
  office.handIn(name, bytes).then((token) => receive(office, token))

describe('the stick between the machines', () => {
  it('is written to whole, read back, and never over what lies there', async () => {
    const { packageId, file } = await assign()
    await writeFile(join(stick, file.name), 'somebody else’s')

    const written = await runJob(office.clerk, 'fieldwork.write-out', { packageId })

    expect(written).toEqual({ fileName: file.name.replace('.ykt', '(2).ykt'), folder: stick })
    expect((await readdir(stick)).toSorted()).toEqual([written.fileName, file.name].toSorted())
    expect(await readFile(join(stick, file.name), 'utf8')).toBe('somebody else’s')
    const again = await runJob(office.clerk, 'fieldwork.write-out', { packageId })
    expect(again.fileName).toBe(written.fileName)
  })

  it('is missed when it is not plugged in, and nothing else happens', async () => {
    const gone = join(stick, 'gone')
    await mkdir(gone)
    await useStick(office, gone)
    await rm(gone, { recursive: true })

    expect(await jobRefusal(office.clerk, 'fieldwork.receive', { folder: true })).toBe(
      'fieldwork.folder-away',
    )
    expect(await office.clerk.fieldwork.folder()).toEqual({ folder: gone, isThere: false, packages: 0 })
    const { packageId } = await assign()
    expect(await jobRefusal(office.clerk, 'fieldwork.write-out', { packageId })).toBe('fieldwork.folder-away')
    await useStick(office)
  })

  it('is read in any order and repeatedly: good packages are taken, bad ones named, others left alone', async () => {
    await visit(taskIds[0]!, '第一次')
    const first = await results()
    await visit(taskIds[0]!, '第二次')
    const second = await results()
    const own = await assign()
    const theirs = await assign((await office.clerk.fieldwork.machines())[1]!.machineId)
    await runJob(office.clerk, 'fieldwork.write-out', { packageId: own.packageId })
    await runJob(office.clerk, 'fieldwork.write-out', { packageId: theirs.packageId })
    const broken = Buffer.from(second.bytes)
    broken[broken.length - 40]! ^= 1
    await writeFile(join(stick, 'a 改过的.ykt.age'), broken)
    await writeFile(join(stick, 'b 第二个.ykt.age'), second.bytes)
    await writeFile(join(stick, 'c 第一个.ykt.age'), first.bytes)
    await writeFile(join(stick, 'd 一半.ykt.age'), first.bytes.subarray(0, 3_000))
    await writeFile(join(stick, '照片.jpg'), 'a photo')

    const read = await readStick(office)
    const codes = read.map(({ fileName, outcome, problem }) => [fileName, outcome, problem?.code ?? ''])
    expect(codes).toEqual([
      ['a 改过的.ykt.age', 'quarantined', 'package.damaged'],
      ['b 第二个.ykt.age', 'applied', ''],
      ['c 第一个.ykt.age', 'applied', ''],
      ['d 一半.ykt.age', 'quarantined', 'package.damaged'],
      [own.file.name, 'own', ''],
      [theirs.file.name, 'own', ''],
    ])
    expect(read[1]).toMatchObject({ sequence: second.sequence, newConflicts: 0 })
    expect(read[2]).toMatchObject({ sequence: first.sequence, newEdits: 0 })

    const again = (await readStick(office)).map(({ outcome }) => outcome)
    expect(again).toEqual(['quarantined', 'known', 'known', 'quarantined', 'own', 'own'])
    const { quarantined } = await office.clerk.fieldwork.incoming()
    expect(quarantined.map(({ problem }) => problem.code)).toEqual(['package.damaged', 'package.damaged'])
    for (const { sha256 } of quarantined) await office.clerk.fieldwork.putAway({ sha256 })
    expect((await office.clerk.fieldwork.incoming()).quarantined).toEqual([])

    const forOther = (await readStick(laptop)).find(({ fileName }) => fileName === theirs.file.name)
    expect(forOther).toMatchObject({
      outcome: 'for-another',
      problem: { code: 'package.for-another', facts: { recipient: '2 号笔记本' } },
    })
    expect(
      (await laptop.clerk.fieldwork.incoming()).quarantined.map(({ fileName }) => fileName),
    ).not.toContain(theirs.file.name)
  })
})

describe('a package that is not for here', () => {
  it('is told apart by what is wrong with it', async () => {
    const party = aPackageParty()
    const applications = aSignedPackage(party).zip
    const strange = signedBy(laptopSigner, aSurveyBag('survey-results', resultsRecords)).zip
    const older = Buffer.from(
      strange.toString('latin1').replaceAll('onecard-package/1', 'onecard-package/0'),
      'latin1',
    )

    const codeOf = async (name: string, bytes: Uint8Array) => (await atOffice(name, bytes)).problem?.code

    expect(await codeOf('不是包.ykt.age', Buffer.from('耕地补贴'))).toBe('package.malformed')
    expect(await codeOf('报送包.ykt', applications)).toBe('package.sender-not-enrolled')
    expect(await codeOf('没登记.ykt', strange)).toBe('package.sender-not-enrolled')
    expect(await codeOf('改过.ykt', older)).toBe('package.malformed')
  })

  it('names whose it is where the file name says so, and says it plainly where not', async () => {
    const forOther = await assign((await office.clerk.fieldwork.machines())[1]!.machineId)
    const bytes = await bytesOf(office.core, forOther.file)

    const named = await receive(laptop, await laptop.handIn(forOther.file.name, bytes))
    const renamed = await receive(laptop, await laptop.handIn('新建文件.ykt.age', bytes))

    expect(named.problem).toMatchObject({ code: 'package.for-another', facts: { recipient: '2 号笔记本' } })
    expect(renamed).toMatchObject({ outcome: 'quarantined', problem: { code: 'package.not-for-us' } })
  })

  it('of a demonstration or another township is refused though rightly signed', async () => {
    const { ageRecipient, signer } = await keysOf(laptop)
    const sealed = async (change: object) => {
      const signed = signedBy(signer, aSurveyBag('survey-results', [], change))
      return (await sealPackage(signed, { recipients: [ageRecipient] })).bytes
    }

    const shown = await atOffice('演示.ykt.age', await sealed({ id: newUuid(), demonstration: true }))
    const strange = await atOffice('外乡.ykt.age', await sealed({ id: newUuid(), township: '141024102000' }))

    expect(shown.problem?.code).toBe('package.demonstration-refused')
    expect(strange.problem?.code).toBe('package.other-township')
  })

  it('with another machine’s edits, or households never given to it, is refused whole', async () => {
    const { ageRecipient, signer, workstationId } = await keysOf(laptop)
    const send = async (...edits: Parameters<typeof aSurveyBag<'survey-results'>>[1]) => {
      const id = newUuid()
      const signed = signedBy(signer, aSurveyBag('survey-results', edits, { id }))
      return atOffice('试.ykt.age', (await sealPackage(signed, { recipients: [ageRecipient] })).bytes)
    }
    const [edit] = resultsRecords.filter((record) => record.type === 'edit')

    const foreign = await send({ ...edit!, taskId: taskIds[0]! })
    const unknown = await send({ ...edit!, workstationId })

    expect(foreign.problem?.code).toBe('package.foreign-edits')
    expect(unknown.problem).toMatchObject({ code: 'package.task-unknown', facts: { count: 1 } })
    const { values } = await office.clerk.survey.task({ taskId: taskIds[0]! })
    expect(values.some(({ value }) => value === edit!.value)).toBe(false)
  })

  it('under an id that was used already is refused loudly', async () => {
    const { ageRecipient, signer } = await keysOf(laptop)
    const id = newUuid()
    const sealed = async (createdBy: string) => {
      const signed = signedBy(signer, aSurveyBag('survey-results', [], { id, createdBy }))
      return (await sealPackage(signed, { recipients: [ageRecipient] })).bytes
    }

    expect((await atOffice('一.ykt.age', await sealed('王走访'))).outcome).toBe('applied')
    expect((await atOffice('二.ykt.age', await sealed('李走访'))).problem?.code).toBe('package.id-reused')
  })
})

/** What a thief of the laptop's keys could do. */
async function keysOf({ core }: AFieldLaptop) {
  const { host } = core.connect('any').context
  const { reader } = host.door.store
  const meta = await reader.selectFrom('meta').selectAll().execute()
  const { ageRecipient } = await reader
    .selectFrom('machine')
    .select('ageRecipient')
    .where('kind', '=', 'office')
    .executeTakeFirstOrThrow()
  const workstationId = meta.find(({ key }) => key === 'workstationId')!.value
  return { signer: await host.door.keys.workstationSigner(), ageRecipient, workstationId }
}

it('a number that has not come is shown, and one given twice', async () => {
  const lost = await results()
  const { sequence, bytes } = await results()
  await atOffice('后一个.ykt.age', bytes)

  const { gaps } = await office.clerk.fieldwork.incoming()
  expect(gaps.find(({ machineName }) => machineName === '1 号笔记本')?.missing).toContain(lost.sequence)
  expect(gaps[0]!.missing).not.toContain(sequence)

  await atOffice('前一个.ykt.age', lost.bytes)
  const after = await office.clerk.fieldwork.incoming()
  expect(after.gaps.find(({ machineName }) => machineName === '1 号笔记本')?.missing ?? []).not.toContain(
    lost.sequence,
  )
})

describe('a lost laptop', () => {
  it('has its households given to another, and what comes of it later waits for a person', async () => {
    await visit(taskIds[1]!, '丢之前')
    const late = await results()
    const assignments = await office.clerk.fieldwork.assignments()
    const before = assignments.find(
      ({ machineName, state }) => machineName === '1 号笔记本' && state === 'partly-returned',
    )!
    await office.administrator.fieldwork.revoke({ machineId, reason: '丢失' })
    const otherId = (await office.clerk.fieldwork.machines())[1]!.machineId

    const reissued = await runJob(office.clerk, 'fieldwork.reissue', {
      ...{
        assignmentId: before.assignmentId,
        machineId: otherId,
        visitors: ['李走访'],
        reason: '笔记本丢失',
      },
    })
    expect(reissued.tasks).toBe(before.tasks - before.returned)
    const states = new Map(
      (await office.clerk.fieldwork.assignments()).map(({ assignmentId, state }) => [assignmentId, state]),
    )
    expect([states.get(before.assignmentId), states.get(reissued.assignmentId)]).toEqual(['reissued', 'sent'])
    expect(
      await jobRefusal(office.clerk, 'fieldwork.assign', { roundId, machineId, visitors: ['王走访'] }),
    ).toBe('machine.revoked')

    expect(await atOffice('迟到.ykt.age', late.bytes)).toMatchObject({ outcome: 'held', newEdits: 0 })
    const remarkOf = async () =>
      (await office.clerk.survey.task({ taskId: taskIds[1]! })).values.find(
        ({ field }) => field === 'visit.remark',
      )?.value
    expect(await remarkOf()).toBeUndefined()
    const [held] = (await office.clerk.fieldwork.incoming()).received.filter(
      ({ status }) => status === 'held',
    )

    const decide = (take: boolean) =>
      runJob(office.clerk, 'fieldwork.decide', { packageId: held!.packageId, take, reason: '问过王走访' })
    await decide(false)
    expect(await remarkOf()).toBeUndefined()
    expect(await refusalOf(decide(false))).toBe('record.stale')
    expect(await decide(true)).toMatchObject({ households: 2 })
    expect(await remarkOf()).toBe('丢之前')
    const { received } = await office.clerk.fieldwork.incoming()
    const decided = received.find(({ packageId }) => packageId === held!.packageId)
    expect(decided).toMatchObject({ status: 'applied', decidedReason: '问过王走访' })
  })
})

it('a package that was set aside is taken once what kept it out is put right', async () => {
  const late = await aFieldLaptop('3 号笔记本')
  const spare = await anOffice({ isAnother: true })
  const lateId = await enrol(office, late)
  const { file } = await assign(lateId)
  await receive(late, await carried(office.core, file, late))
  await late.clerk.survey.saveVisit({ taskId: taskIds[0]!, edits: typed(['visit.remark', '补登']) })
  const { bytes } = await results(late)
  await forget(office, lateId)

  const refused = await atOffice('补登.ykt.age', bytes)
  expect(refused.problem?.code).toBe('package.sender-not-enrolled')

  await enrol(office, late).catch(() => undefined)
  await assign(lateId)
  const { quarantined } = await office.clerk.fieldwork.incoming()
  const { sha256 } = quarantined.find(({ fileName }) => fileName === '补登.ykt.age')!
  expect(await runJob(office.clerk, 'fieldwork.retry', { sha256 })).toMatchObject({ outcome: 'applied' })
  const names = (await office.clerk.fieldwork.incoming()).quarantined.map(({ fileName }) => fileName)
  expect(names).not.toContain('补登.ykt.age')
  for (const machine of [late, spare]) await machine.remove()
})

/** As after putting back a backup from before the laptop was enrolled. */
async function forget({ core }: AnOffice, id: string): Promise<void> {
  const { store } = core.connect('any').context.host.door
  await store.inTransaction(async (writer) => {
    const given = (
      await writer.selectFrom('fieldAssignment').select('id').where('machineId', '=', id).execute()
    ).map((row) => row.id)
    await writer.deleteFrom('fieldworkSent').where('machineId', '=', id).execute()
    await writer.deleteFrom('fieldAssignmentTask').where('assignmentId', 'in', given).execute()
    await writer.deleteFrom('fieldAssignment').where('machineId', '=', id).execute()
    await writer.deleteFrom('machine').where('id', '=', id).execute()
  })
}
