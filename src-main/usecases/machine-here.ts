import { comparisonCode } from '../crypto/comparison-code.ts'
import { Problem } from '../domain/problem.ts'
import type { MachineKind } from '../domain/machine.ts'
import type { MachineCard } from '../package-file/enrolment-file.ts'
import { listSigningKeys } from '../store/signing-key-queries.ts'
import { machineKindHere, readOwnMachine } from '../store/machine-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { QueryContext } from './context.ts'

/** Refuses what belongs on the other kind of machine. */
export async function refuseElsewhere(
  { reader }: Pick<QueryContext, 'reader'>,
  kind: MachineKind,
): Promise<void> {
  if ((await machineKindHere(reader)) === kind) return
  throw new Problem(kind === 'office' ? 'machine.office-only' : 'machine.field-only')
}

/** 本机名片 — what this machine tells others of itself. */
export async function ownCard(reader: Reader): Promise<MachineCard> {
  const { workstationId, name, ageRecipient } = await readOwnMachine(reader)
  const keys = await listSigningKeys(reader)
  const own = keys.find((key) => key.ownerKind === 'workstation' && key.revokedAt === null)
  return { workstationId, name, publicKeyPem: own?.publicKeyPem ?? '', ageRecipient }
}

/** What two people compare before the machines trust each other. */
export async function ownCode(reader: Reader): Promise<string> {
  return comparisonCode(await ownCard(reader))
}
