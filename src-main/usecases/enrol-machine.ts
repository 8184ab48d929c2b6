import { readFile } from 'node:fs/promises'
import { comparisonCode } from '../crypto/comparison-code.ts'
import { fingerprintOf } from '../crypto/signing-key.ts'
import { Problem } from '../domain/problem.ts'
import {
  type EnrolmentAnswer,
  type EnrolmentRequest,
  readEnrolmentRequest,
  writeEnrolment,
} from '../package-file/enrolment-file.ts'
import type { FileRef } from '../ports/files.ts'
import {
  findMachine,
  getMachine,
  insertMachine,
  isMachineNameTaken,
  listMachines,
  readOwnMachine,
  saveRevocation,
} from '../store/machine-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { ownCard, refuseElsewhere } from './machine-here.ts'
import { trace } from './trace.ts'

/** 读登记申请 — nothing is trusted yet: two people compare the code first. */
export async function readRequest(ctx: ExchangeContext, input: { fileToken: string }) {
  await refuseElsewhere(ctx, 'office')
  const { path } = await ctx.files.take(input.fileToken)
  const request = readEnrolmentRequest(await readFile(path))
  await refuseStranger(ctx.reader, request)
  const known = await findMachine(ctx.reader, request.machine.workstationId)
  if (known?.revokedAt != null) throw new Problem('machine.revoked', { name: known.name })
  const stageId = ctx.newId()
  ctx.parts.stages.put(stageId, request)
  return {
    stageId,
    name: request.machine.name,
    code: await comparisonCode(request.machine),
    createdAt: request.createdAt,
    enrolledAs: known === undefined ? null : { machineId: known.id, name: known.name },
  }
}

/** 登记 — after both screens showed the same code; from now on the laptop's packages are taken. */
export async function acceptRequest(
  ctx: ExchangeContext,
  input: { stageId: string; name: string },
): Promise<{ machineId: string; file: FileRef }> {
  await refuseElsewhere(ctx, 'office')
  const { machine } = ctx.parts.stages.get(input.stageId) as EnrolmentRequest
  const signer = await ctx.parts.keys.workstationSigner()
  const at = ctx.now().toISOString()
  const answer = await composeAnswer(ctx.reader, machine, input.name, at)
  const bytes = writeEnrolment(answer, signer)
  await ctx.inTransaction(async (command) => {
    if (await isMachineNameTaken(command.writer, input.name))
      throw new Problem('machine.name-taken', { name: input.name })
    await insertMachine(command.writer, {
      id: machine.workstationId,
      kind: 'field',
      name: input.name,
      fingerprint: answer.machine.fingerprint,
      publicKeyPem: machine.publicKeyPem,
      ageRecipient: machine.ageRecipient,
      enrolledBy: command.actor.userId,
      enrolledAt: at,
      answer: Buffer.from(bytes).toString('utf8'),
    })
    await trace(command, 'machine.enrol', machine.workstationId, { fingerprint: answer.machine.fingerprint })
  })
  ctx.parts.stages.drop(input.stageId)
  return { machineId: machine.workstationId, file: await offerAnswer(ctx, input.name, bytes) }
}

/** The answer once more: the stick got lost on the way. */
export async function answerFile(ctx: QueryContext, input: { machineId: string }): Promise<FileRef> {
  const { name, answer } = await getMachine(ctx.reader, input.machineId)
  return offerAnswer(ctx, name, Buffer.from(answer, 'utf8'))
}

/** 吊销 — for a lost or worn-out laptop; what comes from it afterwards waits for a person's decision. */
export async function revokeMachine(
  ctx: CommandContext,
  input: { machineId: string; reason: string },
): Promise<{ ok: true }> {
  await refuseElsewhere(ctx, 'office')
  const at = ctx.now().toISOString()
  await saveRevocation(ctx.writer, input.machineId, { by: ctx.actor.userId, at, reason: input.reason })
  await trace(ctx, 'machine.revoke', input.machineId, { reason: input.reason })
  return { ok: true }
}

export async function showMachines(ctx: QueryContext) {
  const machines = await listMachines(ctx.reader, 'field')
  const views = machines.map(async (machine) => ({
    machineId: machine.id,
    name: machine.name,
    code: await comparisonCode({ ...machine, workstationId: machine.id }),
    enrolledBy: machine.enrolledByName ?? '',
    enrolledAt: machine.enrolledAt,
    revokedBy: machine.revokedByName,
    revokedAt: machine.revokedAt,
    revokedReason: machine.revokedReason,
  }))
  return Promise.all(views)
}

async function refuseStranger(
  reader: Reader,
  { machine, township, demonstration }: EnrolmentRequest,
): Promise<void> {
  const own = await readOwnMachine(reader)
  if (machine.workstationId === own.workstationId) throw new Problem('machine.own-file')
  if (township !== own.townshipCode) throw new Problem('machine.other-township', { township })
  if (demonstration !== own.demonstration) throw new Problem('machine.demonstration-differs')
}

async function composeAnswer(
  reader: Reader,
  { workstationId, publicKeyPem }: EnrolmentRequest['machine'],
  name: string,
  createdAt: string,
): Promise<EnrolmentAnswer> {
  const { townshipCode, demonstration } = await readOwnMachine(reader)
  return {
    format: 'onecard-enrolment-answer/1',
    township: townshipCode,
    demonstration,
    office: await ownCard(reader),
    machine: { workstationId, name, fingerprint: fingerprintOf(publicKeyPem) ?? '' },
    createdAt,
  }
}

function offerAnswer(ctx: QueryContext, name: string, bytes: Uint8Array): Promise<FileRef> {
  return ctx.files.offer(`外业登记答复_${name}.json`, bytes)
}
