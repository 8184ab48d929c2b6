import { isEnvelope } from '../crypto/envelope.ts'
import { readFieldworkFileName } from '../domain/fieldwork-file-name.ts'
import type { MachineKind } from '../domain/machine.ts'
import { Problem } from '../domain/problem.ts'
import type { OpenedPackage } from '../package-file/examine-package.ts'
import type { KnownKey } from '../package-file/known-key.ts'
import { openPackageOf } from '../package-file/open-package.ts'
import { packageKinds } from '../package-file/package-kind.ts'
import {
  listMachines,
  machineKindHere,
  readOwnMachine,
  type StoredMachine,
} from '../store/machine-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { FieldworkKind } from '../store/schema/fieldwork-tables.ts'
import { listSigningKeys } from '../store/signing-key-queries.ts'
import type { ExchangeContext } from './context.ts'

export type OpenedFieldwork =
  | { readonly from: 'other'; readonly machine: StoredMachine; readonly opened: OpenedPackage<FieldworkKind> }
  /** 本机写出的 — one's own package, met again in the folder. */
  | { readonly from: 'own' }

/**
 * 拆包 — addressed to this machine, from one that was enrolled here, of this township and kind. A revoked machine's
 * signature is still its own: what becomes of such a package is decided by a person, not here.
 */
export async function openFieldwork(
  ctx: ExchangeContext,
  fileName: string,
  bytes: Uint8Array,
): Promise<OpenedFieldwork> {
  const here = await machineKindHere(ctx.reader)
  const machines = await listMachines(ctx.reader, here === 'office' ? 'field' : 'office')
  const own = await ownKeys(ctx.reader)
  const at = ctx.now().toISOString()
  const knownKeys = [...own, ...machines.map((machine) => keyOf(machine, here))]
  const zip = await unsealed(ctx, fileName, bytes)
  const opened = await openPackageOf([...wantedKinds], zip, { knownKeys, at }).catch(sayNotEnrolled)
  const signer = opened.signers[0]?.fingerprint
  if (own.some(({ fingerprint }) => fingerprint === signer)) return { from: 'own' }
  const machine = machines.find(({ fingerprint }) => fingerprint === signer)
  if (machine === undefined) throw new Problem('package.sender-not-enrolled', { fingerprint: signer ?? '' })
  await refuseStranger(ctx.reader, opened.header)
  return { from: 'other', machine, opened }
}

const wantedKinds = ['survey-assignment', 'survey-results'] as const

async function unsealed(ctx: ExchangeContext, fileName: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (!isEnvelope(bytes)) return bytes
  const zip = await ctx.parts.keys.unsealForUs(bytes)
  if (zip === 'damaged') throw new Problem('package.damaged', { member: 'envelope' })
  if (zip !== 'not-for-us') return zip
  // What is inside cannot be read; the name only helps to say whose it seems to be.
  const named = readFieldworkFileName(fileName)
  if (named === undefined) throw new Problem('package.not-for-us')
  const recipient = named.kind === 'survey-assignment' ? named.to : '办公室主机'
  throw new Problem('package.for-another', { recipient })
}

/** 名录 here: the office takes results of its laptops, a laptop takes assignments of its office. */
function keyOf({ fingerprint, name, enrolledAt }: StoredMachine, here: MachineKind): KnownKey {
  return {
    fingerprint,
    role: 'workstation',
    owner: name,
    kinds: [here === 'office' ? 'survey-results' : 'survey-assignment'],
    programmes: 'all',
    validFrom: enrolledAt,
    validTo: null,
    revokedAt: null,
  }
}

async function ownKeys(reader: Reader): Promise<KnownKey[]> {
  const keys = await listSigningKeys(reader)
  return keys.map(({ fingerprint, ownerKind, displayName, validFrom }) => ({
    fingerprint,
    role: ownerKind === 'workstation' ? 'workstation' : 'approver',
    owner: displayName ?? '本机',
    kinds: packageKinds,
    programmes: 'all',
    validFrom,
    validTo: null,
    revokedAt: null,
  }))
}

function sayNotEnrolled(thrown: unknown): never {
  if (thrown instanceof Problem && thrown.code === 'package.unknown-signer') {
    const { fingerprint } = (thrown as Problem<'package.unknown-signer'>).facts
    throw new Problem('package.sender-not-enrolled', { fingerprint })
  }
  throw thrown
}

async function refuseStranger(
  reader: Reader,
  { township, demonstration }: { readonly township: string; readonly demonstration: boolean },
): Promise<void> {
  const own = await readOwnMachine(reader)
  if (township !== own.townshipCode) throw new Problem('package.other-township', { township })
  if (demonstration && !own.demonstration) throw new Problem('package.demonstration-refused')
  if (demonstration !== own.demonstration) throw new Problem('machine.demonstration-differs')
}
