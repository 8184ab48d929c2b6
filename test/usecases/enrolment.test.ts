import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeSigningKey, signerFromSecret } from '../../src-main/crypto/signing-key.ts'
import { readEnrolmentAnswer, writeEnrolment } from '../../src-main/package-file/enrolment-file.ts'
import { type AFieldLaptop, aFieldLaptop, bytesOf, carried, enrol } from '../builders/a-field-laptop.ts'
import { type AnOffice, anOffice, jobRefusal, refusalOf } from '../builders/an-office.ts'

let office: AnOffice
let laptop: AFieldLaptop
let other: AFieldLaptop
const opened: { remove(): Promise<void> }[] = []

beforeAll(async () => {
  office = await anOffice()
  laptop = await aFieldLaptop('1 号笔记本')
  other = await aFieldLaptop('2 号笔记本')
  opened.push(office, laptop, other)
})

afterAll(async () => {
  for (const one of opened) await one.remove()
})

const requestOf = async (from: AFieldLaptop) =>
  Buffer.from(await bytesOf(from.core, await from.administrator.fieldwork.requestFile()))

const readAtOffice = async (bytes: Uint8Array) =>
  office.administrator.fieldwork.readRequest({ fileToken: await office.handIn('申请.json', bytes) })

const readOnLaptop = async (bytes: Uint8Array, on = laptop) =>
  on.administrator.fieldwork.readAnswer({ fileToken: await on.handIn('答复.json', bytes) })

const firstMachine = async () => (await office.administrator.fieldwork.machines())[0]!.machineId

it('shows the same code on both screens, each way, and gives the laptop its name', async () => {
  const before = await laptop.administrator.fieldwork.here()
  const read = await readAtOffice(await requestOf(laptop))
  expect(read).toMatchObject({ name: '1 号笔记本', code: before.code, enrolledAs: null })
  expect(read.code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
  expect(before).toMatchObject({ kind: 'field', office: null })

  const { file } = await office.administrator.fieldwork.acceptRequest({
    stageId: read.stageId,
    name: '王村组笔记本',
  })
  const answer = await laptop.administrator.fieldwork.readAnswer({
    fileToken: await carried(office.core, file, laptop),
  })
  const officeHere = await office.administrator.fieldwork.here()
  expect(answer).toMatchObject({ name: '王村组笔记本', code: officeHere.code, officeName: officeHere.name })
  await laptop.administrator.fieldwork.pinOffice({ stageId: answer.stageId })

  const here = await laptop.administrator.fieldwork.here()
  expect(here).toMatchObject({ name: '王村组笔记本', office: { code: officeHere.code } })
  expect(await office.administrator.fieldwork.machines()).toMatchObject([
    { name: '王村组笔记本', code: before.code, revokedAt: null },
  ])
})

it('hands the answer out again, and reading it twice changes nothing', async () => {
  const machineId = await firstMachine()
  const again = await office.administrator.fieldwork.answerFile({ machineId })
  const { stageId } = await laptop.administrator.fieldwork.readAnswer({
    fileToken: await carried(office.core, again, laptop),
  })
  await laptop.administrator.fieldwork.pinOffice({ stageId })

  expect((await readAtOffice(await requestOf(laptop))).enrolledAs).toMatchObject({ name: '王村组笔记本' })
  expect((await laptop.administrator.fieldwork.here()).office).not.toBeNull()
})

it('refuses a request that was changed, is none, or is somebody else’s kind of file', async () => {
  const request = (await requestOf(other)).toString()
  const renamed = Buffer.from(request.replace('2 号笔记本', '3 号笔记本'))

  expect(await refusalOf(readAtOffice(renamed))).toBe('machine.enrolment-changed')
  expect(await refusalOf(readAtOffice(Buffer.from('{}')))).toBe('machine.not-an-enrolment')
  expect(await refusalOf(readAtOffice(Buffer.from(request.slice(0, -20))))).toBe('machine.not-an-enrolment')
  expect(await refusalOf(readOnLaptop(Buffer.from(request)))).toBe('machine.not-an-enrolment')
})

it('refuses an answer for another laptop, and one that another office has made', async () => {
  const machineId = await firstMachine()
  const bytes = await bytesOf(office.core, await office.administrator.fieldwork.answerFile({ machineId }))
  expect(await refusalOf(readOnLaptop(bytes, other))).toBe('machine.for-another')

  const stranger = signerFromSecret(makeSigningKey().secret)
  const answer = readEnrolmentAnswer(bytes)
  const swapped = { ...answer, office: { ...answer.office, publicKeyPem: stranger.publicKeyPem } }
  expect(
    await refusalOf(readOnLaptop(writeEnrolment(swapped, signerFromSecret(makeSigningKey().secret)))),
  ).toBe('machine.enrolment-changed')
  const forged = { ...swapped, office: { ...swapped.office, workstationId: crypto.randomUUID() } }
  expect(await refusalOf(readOnLaptop(writeEnrolment(forged, stranger)))).toBe('machine.other-office')
})

it('a swapped office key shows another code, so that two people see it', async () => {
  const { code } = await office.administrator.fieldwork.here()
  const stranger = signerFromSecret(makeSigningKey().secret)
  const read = await readAtOffice(await requestOf(other))
  const { file } = await office.administrator.fieldwork.acceptRequest({
    stageId: read.stageId,
    name: '2 号笔记本',
  })
  const answer = readEnrolmentAnswer(await bytesOf(office.core, file))
  const forged = { ...answer, office: { ...answer.office, publicKeyPem: stranger.publicKeyPem } }

  const shown = await readOnLaptop(writeEnrolment(forged, stranger), other)

  expect(shown.officeName).toBe(answer.office.name)
  expect(shown.code).not.toBe(code)
})

it('refuses another township, a demonstration, a name in use, and its own file', async () => {
  const strange = await aFieldLaptop('外乡笔记本', { township: '141024102000' })
  const shown = await aFieldLaptop('演示笔记本', { demonstration: true })
  opened.push(strange, shown)
  expect(await refusalOf(readAtOffice(await requestOf(strange)))).toBe('machine.other-township')
  expect(await refusalOf(readAtOffice(await requestOf(shown)))).toBe('machine.demonstration-differs')

  const third = await aFieldLaptop('3 号笔记本')
  opened.push(third)
  const { stageId } = await readAtOffice(await requestOf(third))
  const taken = office.administrator.fieldwork.acceptRequest({ stageId, name: '2 号笔记本' })
  expect(await refusalOf(taken)).toBe('machine.name-taken')
})

it('revoked is revoked: the same keys are never enrolled again', async () => {
  const fourth = await aFieldLaptop('4 号笔记本')
  opened.push(fourth)
  const machineId = await enrol(office, fourth)

  await office.administrator.fieldwork.revoke({ machineId, reason: '丢失' })

  expect(await refusalOf(readAtOffice(await requestOf(fourth)))).toBe('machine.revoked')
  const again = office.administrator.fieldwork.revoke({ machineId, reason: '丢失' })
  expect(await refusalOf(again)).toBe('record.stale')
})

it('a laptop answers only for survey and its own house-keeping', async () => {
  const { clerk, administrator } = laptop
  const refusals = [
    clerk.package.list(),
    clerk.list.imports(),
    clerk.paper.list({ roundId: crypto.randomUUID() }),
    clerk.paper.scans({}),
    clerk.paper.missing({ documentId: crypto.randomUUID() }),
    clerk.survey.closeRound({ roundId: crypto.randomUUID(), version: 1, reason: '试试' }),
    clerk.survey.addHousehold({ roundId: crypto.randomUUID(), householdId: crypto.randomUUID() }),
    clerk.review.overview({ programmeCode: 'NY01', year: 2026 }),
    clerk.publicity.list({ programmeCode: 'NY01', year: 2026 }),
    clerk.register.joinHousehold({
      ...{ personId: crypto.randomUUID(), householdId: crypto.randomUUID() },
      ...{ relation: '子', reason: '试试' },
    }),
    administrator.package.addRecipient({
      name: '农业局',
      kind: 'department',
      ageRecipient: `age1${'q'.repeat(58)}`,
    }),
    administrator.fieldwork.revoke({ machineId: crypto.randomUUID(), reason: '试试' }),
  ]
  for (const refused of refusals) expect(await refusalOf(refused)).toBe('machine.office-only')
  expect(await jobRefusal(clerk, 'review.check', { programmeCode: 'NY01', year: 2026 })).toBe(
    'machine.office-only',
  )
  const print = { roundId: crypto.randomUUID(), villageCodes: ['141024101200'] }
  expect(await jobRefusal(clerk, 'paper.print', { ...print, kind: 'visit-form' })).toBe('machine.office-only')
  expect(await refusalOf(office.administrator.fieldwork.requestFile())).toBe('machine.field-only')
  expect((await clerk.register.summary()).households).toBe(0)
})
