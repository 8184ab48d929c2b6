import type { Reader } from './reader.ts'

/** The public keys of this workstation and its people, revoked ones too. */
export function listSigningKeys(reader: Reader) {
  return reader
    .selectFrom('signingKey as s')
    .leftJoin('user as u', 'u.id', 's.userId')
    .select(['s.fingerprint', 's.ownerKind', 's.publicKeyPem', 's.validFrom', 's.revokedAt', 'u.displayName'])
    .execute()
}
