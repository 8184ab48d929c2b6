import { readFile } from 'node:fs/promises'
import { isEnvelope } from '../crypto/envelope.ts'
import { type Verification, verifyPackage } from '../package-file/verify-package.ts'
import type { KnownKey } from '../package-file/known-key.ts'
import { listSigningKeys } from '../store/signing-key-queries.ts'
import type { Reader } from '../store/reader.ts'
import { sentenceOf } from '../wording/problem-sentences.ts'
import { verificationLabel } from '../wording/verification-labels.ts'
import type { JobContext } from './context.ts'
import { getPackageInScope } from './package-in-scope.ts'

/** 验证 — one of our own packages, or any file handed in: every check by name, against the keys this workstation knows. */
export async function verify(ctx: JobContext, input: { packageId: string } | { fileToken: string }) {
  ctx.progress('逐项验证', 0, 1)
  const sealed =
    'packageId' in input
      ? await ownBytes(ctx, input.packageId)
      : await readFile((await ctx.files.take(input.fileToken)).path)
  const opened = isEnvelope(sealed) ? await ctx.parts.keys.unsealForUs(sealed) : sealed
  const bytes = opened instanceof Uint8Array ? opened : sealed
  return verificationView(
    await verifyPackage(bytes, { knownKeys: await knownKeys(ctx.reader), at: ctx.now().toISOString() }),
  )
}

async function ownBytes(ctx: JobContext, packageId: string): Promise<Uint8Array> {
  const stored = await getPackageInScope(ctx, packageId)
  return ctx.vault.read(stored.fileSha256 ?? stored.bagSha256)
}

/** A verification as it is shown and printed; the package's own words only once they are proven. */
export function verificationView(verification: Verification) {
  const { header } = verification
  return {
    ok: verification.ok,
    packageId: header?.id ?? null,
    kind: header?.kind ?? null,
    township: header?.township ?? null,
    totalFen: header?.totalFen ?? null,
    rows: header?.counts.rows ?? null,
    demonstration: header?.demonstration ?? null,
    signers: verification.signers.map(({ role, fingerprint, owner }) => ({ role, fingerprint, owner })),
    checks: verification.checks.map(({ name, ok, problem }) => ({
      name: verificationLabel(name),
      ok,
      detail: problem === null ? '' : sentenceOf(problem).what,
    })),
  }
}

/** 名录 — the keys of this workstation and its people, and what they may send. */
async function knownKeys(reader: Reader): Promise<KnownKey[]> {
  const keys = await listSigningKeys(reader)
  return keys.map((key) => ({
    fingerprint: key.fingerprint,
    role: key.ownerKind === 'workstation' ? 'workstation' : 'approver',
    owner: key.displayName ?? '本机',
    kinds: ['applications', 'corrections', 'difference', 'stop-request'],
    programmes: 'all',
    validFrom: key.validFrom,
    validTo: null,
    revokedAt: key.revokedAt,
  }))
}
