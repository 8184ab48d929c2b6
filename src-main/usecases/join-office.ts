import { readFile } from 'node:fs/promises'
import { comparisonCode } from '../crypto/comparison-code.ts'
import { fingerprintOf } from '../crypto/signing-key.ts'
import { Problem } from '../domain/problem.ts'
import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  readEnrolmentAnswer,
  writeEnrolment,
} from '../package-file/enrolment-file.ts'
import type { FileRef } from '../ports/files.ts'
import {
  findOffice,
  insertMachine,
  machineKindHere,
  nameHere,
  readOwnMachine,
} from '../store/machine-queries.ts'
import type { Reader, Writer } from '../store/reader.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { ownCard, ownCode, refuseElsewhere } from './machine-here.ts'
import { trace } from './trace.ts'

interface StagedAnswer {
  readonly answer: EnrolmentAnswer
  readonly file: string
}

/** 登记申请 — this laptop introduces itself; made anew each time, its keys are the same. */
export async function requestFile(ctx: ExchangeContext): Promise<FileRef> {
  await refuseElsewhere(ctx, 'field')
  const { townshipCode, demonstration } = await readOwnMachine(ctx.reader)
  const machine = await ownCard(ctx.reader)
  const request: EnrolmentRequest = {
    format: 'onecard-enrolment-request/1',
    township: townshipCode,
    demonstration,
    machine,
    createdAt: ctx.now().toISOString(),
  }
  const bytes = writeEnrolment(request, await ctx.parts.keys.workstationSigner())
  return ctx.files.offer(`外业登记申请_${machine.name}.json`, bytes)
}

/** 读登记答复 — whether it is the office's only its screen can say. */
export async function readAnswer(ctx: ExchangeContext, input: { fileToken: string }) {
  await refuseElsewhere(ctx, 'field')
  const { path } = await ctx.files.take(input.fileToken)
  const bytes = await readFile(path)
  const answer = readEnrolmentAnswer(bytes)
  await refuseNotOurs(ctx.reader, answer)
  const stageId = ctx.newId()
  ctx.parts.stages.put(stageId, { answer, file: bytes.toString('utf8') } satisfies StagedAnswer)
  return {
    stageId,
    officeName: answer.office.name,
    name: answer.machine.name,
    code: await comparisonCode(answer.office),
  }
}

/** 认定主机 — from now on this laptop takes assignments of this office only, and seals its results to it. */
export async function pinOffice(ctx: ExchangeContext, input: { stageId: string }): Promise<{ ok: true }> {
  await refuseElsewhere(ctx, 'field')
  const staged = ctx.parts.stages.get(input.stageId) as StagedAnswer
  await ctx.inTransaction((command) => keepOffice(command, staged))
  ctx.parts.stages.drop(input.stageId)
  return { ok: true }
}

/** What this machine is, and on a laptop to whom it belongs. */
export async function showMachineHere(ctx: QueryContext) {
  const kind = await machineKindHere(ctx.reader)
  const office = await findOffice(ctx.reader)
  return {
    kind,
    name: await nameHere(ctx.reader),
    code: await ownCode(ctx.reader),
    office:
      office === undefined
        ? null
        : {
            name: office.name,
            code: await comparisonCode({ ...office, workstationId: office.id }),
            since: office.enrolledAt,
          },
  }
}

async function refuseNotOurs(
  reader: Reader,
  { machine, office, township, demonstration }: EnrolmentAnswer,
): Promise<void> {
  const own = await readOwnMachine(reader)
  const { publicKeyPem } = await ownCard(reader)
  if (township !== own.townshipCode) throw new Problem('machine.other-township', { township })
  if (demonstration !== own.demonstration) throw new Problem('machine.demonstration-differs')
  if (machine.workstationId !== own.workstationId || machine.fingerprint !== fingerprintOf(publicKeyPem))
    throw new Problem('machine.for-another', { name: machine.name })
  await refuseOtherOffice(reader, office.workstationId)
}

async function refuseOtherOffice(reader: Reader, officeId: string): Promise<void> {
  const known = await findOffice(reader)
  if (known !== undefined && known.id !== officeId)
    throw new Problem('machine.other-office', { name: known.name })
}

/** The office, and this machine under the name it got there; an answer read twice changes nothing. */
async function keepOffice(ctx: CommandContext, { answer, file }: StagedAnswer): Promise<void> {
  const { office, machine } = answer
  await refuseOtherOffice(ctx.writer, office.workstationId)
  if ((await findOffice(ctx.writer)) !== undefined) return
  const own = await ownCard(ctx.writer)
  const shared = { enrolledBy: ctx.actor.userId, enrolledAt: ctx.now().toISOString(), answer: file }
  await keepMachine(ctx.writer, 'office', office, shared)
  await keepMachine(ctx.writer, 'field', { ...own, name: machine.name }, shared)
  await trace(ctx, 'machine.join', office.workstationId, { fingerprint: fingerprintOf(office.publicKeyPem) })
}

function keepMachine(
  writer: Writer,
  kind: 'office' | 'field',
  { workstationId, name, publicKeyPem, ageRecipient }: EnrolmentAnswer['office'],
  shared: { enrolledBy: string; enrolledAt: string; answer: string },
): Promise<void> {
  const fingerprint = fingerprintOf(publicKeyPem) ?? ''
  return insertMachine(writer, {
    id: workstationId,
    kind,
    name,
    fingerprint,
    publicKeyPem,
    ageRecipient,
    ...shared,
  })
}
