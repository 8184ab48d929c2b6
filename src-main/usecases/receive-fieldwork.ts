import { sha256Hex } from '../crypto/digest.ts'
import { Problem } from '../domain/problem.ts'
import type { OpenedPackage } from '../package-file/examine-package.ts'
import {
  findReceived,
  findReceivedFile,
  insertReceived,
  listSequences,
  saveQuarantined,
  settleQuarantined,
} from '../store/fieldwork-package-queries.ts'
import type { StoredMachine } from '../store/machine-queries.ts'
import type { FieldworkKind } from '../store/schema/fieldwork-tables.ts'
import type { CommandContext, JobContext } from './context.ts'
import { openFieldwork } from './open-fieldwork.ts'
import { takeAssignment } from './take-assignment.ts'
import { takeResults } from './take-results.ts'
import { trace } from './trace.ts'

export interface IncomingFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** What became of one file; a refusal is one of them, so that the others go on. */
export interface FileOutcome {
  readonly fileName: string
  readonly outcome: 'applied' | 'known' | 'held' | 'own' | 'for-another' | 'quarantined'
  readonly kind: FieldworkKind | null
  readonly machineName: string
  readonly sequence: number | null
  readonly households: number
  readonly edits: number
  readonly newEdits: number
  readonly evidence: number
  readonly found: number
  readonly newConflicts: number
  readonly problem: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null
}

const nothing = { households: 0, edits: 0, newEdits: 0, evidence: 0, found: 0, newConflicts: 0 }

/** 接收一个文件 — verified, then taken in one transaction or set aside with its reason. */
export async function receiveFile(ctx: JobContext, file: IncomingFile): Promise<FileOutcome> {
  const sha256 = sha256Hex(file.bytes)
  const known = await findReceivedFile(ctx.reader, sha256)
  if (known !== undefined) return { ...outcomeOf(file, 'known'), ...known, kind: known.kind }
  try {
    const found = await openFieldwork(ctx, file.fileName, file.bytes)
    if (found.from === 'own') return outcomeOf(file, 'own')
    const { machine, opened } = found
    return await ctx.inTransaction((command) =>
      keep(command, file, sha256, machine, opened, () => ctx.breathe()),
    )
  } catch (thrown) {
    if (!(thrown instanceof Problem) || !belongsToFile(thrown)) throw thrown
    if (thrown.code === 'package.for-another')
      return { ...outcomeOf(file, 'for-another'), problem: said(thrown) }
    await ctx.inTransaction((command) => quarantine(command, file, sha256, thrown))
    return { ...outcomeOf(file, 'quarantined'), problem: said(thrown) }
  }
}

/** Takes what an opened package brings, whoever decided that it may be taken. */
export async function applyFieldwork(
  ctx: CommandContext,
  machine: StoredMachine,
  opened: OpenedPackage<FieldworkKind>,
  breathe: () => Promise<void>,
) {
  if (opened.kind === 'survey-results') return takeResults(ctx, opened, machine, breathe)
  const { id, sequence } = opened.header
  const before = await listSequences(ctx.writer, 'survey-assignment')
  const older = before.some((one) => one.machineId === machine.id && one.sequence > sequence)
  const taken = await takeAssignment(ctx, { packageId: id, records: opened.records, older })
  return { ...nothing, households: taken.tasks, edits: taken.edits, newEdits: taken.newEdits }
}

async function keep(
  ctx: CommandContext,
  file: IncomingFile,
  sha256: string,
  machine: StoredMachine,
  opened: OpenedPackage<FieldworkKind>,
  breathe: () => Promise<void>,
): Promise<FileOutcome> {
  const { header, tagmanifestSha256 } = opened
  const said = { kind: opened.kind, machineName: machine.name, sequence: header.sequence }
  const before = await findReceived(ctx.writer, header.id)
  if (before !== undefined && before.tagmanifestSha256 !== tagmanifestSha256)
    throw new Problem('package.id-reused', { packageId: header.id })
  await settleQuarantined(ctx.writer, sha256, settledBy(ctx, 'applied'))
  if (before !== undefined) return { ...outcomeOf(file, 'known'), ...said }
  const held = machine.revokedAt !== null
  const outcome = held ? nothing : await applyFieldwork(ctx, machine, opened, breathe)
  const at = ctx.now().toISOString()
  const fileSha256 = await ctx.vault.add(
    file.bytes,
    { extension: 'age', kind: 'fieldwork-package', by: ctx.actor.userId, at },
    ctx.writer,
  )
  await insertReceived(ctx.writer, {
    ...{ id: header.id, kind: opened.kind, machineId: machine.id, sequence: header.sequence },
    ...{ tagmanifestSha256, header: JSON.stringify(header), fileName: file.fileName, fileSha256 },
    ...{ size: file.bytes.length, status: held ? 'held' : 'applied', outcome: JSON.stringify(outcome) },
    ...{ receivedBy: ctx.actor.userId, receivedAt: at },
  })
  const details = { kind: opened.kind, machineId: machine.id, sequence: header.sequence, tagmanifestSha256 }
  await trace(ctx, held ? 'fieldwork.hold' : 'fieldwork.receive', header.id, { ...details, ...outcome })
  return { ...outcomeOf(file, held ? 'held' : 'applied'), ...said, ...outcome }
}

async function quarantine(
  ctx: CommandContext,
  { fileName, bytes }: IncomingFile,
  sha256: string,
  { code, facts }: Problem,
): Promise<void> {
  const at = ctx.now().toISOString()
  const by = ctx.actor.userId
  await ctx.vault.add(bytes, { extension: 'bin', kind: 'quarantined-package', by, at }, ctx.writer)
  await saveQuarantined(ctx.writer, {
    ...{ sha256, fileName, size: bytes.length, problem: code, facts: JSON.stringify(facts) },
    ...{ foundBy: by, foundAt: at, triedAt: at },
  })
  await trace(ctx, 'fieldwork.quarantine', sha256, { code })
}

export function settledBy(ctx: CommandContext, how: 'applied' | 'put-away') {
  return { how, by: ctx.actor.userId, at: ctx.now().toISOString() }
}

/** What is wrong with the file, not with the machine, the disk or the person. */
function belongsToFile({ code }: Problem): boolean {
  return code.startsWith('package.') || code === 'machine.demonstration-differs'
}

function outcomeOf({ fileName }: IncomingFile, outcome: FileOutcome['outcome']): FileOutcome {
  return { fileName, outcome, kind: null, machineName: '', sequence: null, ...nothing, problem: null }
}

function said({ code, facts }: Problem): FileOutcome['problem'] {
  return { code, facts: { ...facts } }
}
