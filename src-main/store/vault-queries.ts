import type { Reader } from './reader.ts'

/** What is known of a file in the vault besides its bytes. */
export function readVaultFile(reader: Reader, sha256: string) {
  return reader.selectFrom('vaultFile').selectAll().where('sha256', '=', sha256).executeTakeFirstOrThrow()
}
