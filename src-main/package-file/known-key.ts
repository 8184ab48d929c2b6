import { Problem } from '../domain/problem.ts'
import type { PackageHeader } from './header.ts'
import type { SignatureRole } from './package-kind.ts'

/** 名录里的一把钥匙 — who may sign which kinds, for which programmes and how long. */
export interface KnownKey {
  readonly fingerprint: string
  readonly role: SignatureRole
  readonly owner: string
  readonly kinds: readonly string[]
  readonly programmes: readonly string[] | 'all'
  /** A day (in Asia/Shanghai, both ends included) or an RFC 3339 instant. */
  readonly validFrom: string
  readonly validTo: string | null
  readonly revokedAt: string | null
}

/** The keys a signature may stand under at an instant; throws when there is none, before anything is parsed. */
export function keysOfSigner(
  keys: readonly KnownKey[],
  signer: { readonly fingerprint: string; readonly role: SignatureRole },
  at: string,
): readonly KnownKey[] {
  const known = keys.filter((key) => key.fingerprint === signer.fingerprint)
  const first = known[0]
  if (first === undefined) throw new Problem('package.unknown-signer', { fingerprint: signer.fingerprint })
  const inRole = known.filter((key) => key.role === signer.role)
  if (inRole.length === 0) throw notAllowed(first, 'role')
  const valid = inRole.filter((key) => whyInvalid(key, at) === undefined)
  const why = valid.length === 0 && inRole[0] ? whyInvalid(inRole[0], at) : undefined
  if (why !== undefined) throw notAllowed(first, why)
  return valid
}

/** Throws unless one of a signer's keys may send this kind for this programme. */
export function refuseForbidden(keys: readonly KnownKey[], header: PackageHeader): void {
  const forKind = keys.filter((key) => key.kinds.includes(header.kind))
  const [first] = keys
  if (first === undefined) return
  if (forKind.length === 0) throw notAllowed(first, 'kind')
  if (!forKind.some((key) => coversProgramme(key, header.programme))) throw notAllowed(first, 'programme')
}

function coversProgramme(key: KnownKey, programme: string | undefined): boolean {
  return key.programmes === 'all' || programme === undefined || key.programmes.includes(programme)
}

function whyInvalid(key: KnownKey, at: string): 'not-yet-valid' | 'expired' | 'revoked' | undefined {
  const now = Date.parse(at)
  if (key.revokedAt !== null && now >= startOf(key.revokedAt)) return 'revoked'
  if (now < startOf(key.validFrom)) return 'not-yet-valid'
  return key.validTo !== null && now > endOf(key.validTo) ? 'expired' : undefined
}

function notAllowed(
  key: KnownKey,
  why: 'role' | 'not-yet-valid' | 'expired' | 'revoked' | 'kind' | 'programme',
) {
  return new Problem('package.signer-not-allowed', { owner: key.owner, why })
}

function startOf(dayOrInstant: string): number {
  return Date.parse(dayOrInstant.length === 10 ? `${dayOrInstant}T00:00:00+08:00` : dayOrInstant)
}

function endOf(dayOrInstant: string): number {
  return Date.parse(dayOrInstant.length === 10 ? `${dayOrInstant}T23:59:59.999+08:00` : dayOrInstant)
}
