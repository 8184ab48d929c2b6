import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

/** What a machine's public side is; all of it goes into the code. */
export interface PublicMachine {
  readonly workstationId: string
  readonly publicKeyPem: string
  readonly ageRecipient: string
}

const stretch = promisify(pbkdf2)
const rounds = 2 ** 17

/**
 * 核对码 — 16 digits two people read to each other; another machine with the same code would take some 2^53 tries,
 * each of them as slow as this.
 */
export async function comparisonCode(machine: PublicMachine): Promise<string> {
  const { workstationId, publicKeyPem, ageRecipient } = machine
  const said = JSON.stringify([workstationId, publicKeyPem, ageRecipient])
  const digest = await stretch(said, 'onecard comparison code 1', rounds, 32, 'sha256')
  const digits = (digest.readBigUInt64BE(0) % 10n ** 16n).toString().padStart(16, '0')
  return (digits.match(/\d{4}/g) ?? []).join(' ')
}
