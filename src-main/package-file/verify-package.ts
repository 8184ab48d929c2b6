import { Problem } from '../domain/problem.ts'
import { type Examiner, examinePackage, type NamedSigner, type OpenOptions } from './examine-package.ts'
import type { PackageHeader } from './header.ts'

export interface VerificationCheck {
  readonly name: string
  readonly ok: boolean
  /** A problem code and its facts; empty where the check holds. */
  readonly detail: string
  /** The same for whoever has words for it. */
  readonly problem: Pick<Problem, 'code' | 'facts'> | null
}

/** 验证结果 — every check by name; what the package says of itself only once it is proven. */
export interface Verification {
  readonly ok: boolean
  readonly checks: readonly VerificationCheck[]
  readonly header: PackageHeader | null
  readonly signers: readonly NamedSigner[]
  readonly tagmanifestSha256: string | null
  /** False when there was no directory to compare the signers' keys with: compare the fingerprints by hand. */
  readonly comparedWithDirectory: boolean
}

const stopped = Symbol('nothing further can be checked')

/** Never throws for a bad package: says of each check whether it holds, as far as checking could go. */
export async function verifyPackage(bytes: Uint8Array, options: OpenOptions): Promise<Verification> {
  const notes = new VerificationNotes()
  let tagmanifestSha256: string | null = null
  try {
    tagmanifestSha256 = (await examinePackage(bytes, options, notes)).tagmanifestSha256
  } catch (error) {
    if (error !== stopped) throw error
  }
  return {
    ok: tagmanifestSha256 !== null,
    checks: notes.checks,
    header: notes.header,
    signers: notes.signers,
    tagmanifestSha256,
    comparedWithDirectory: options.knownKeys !== 'none',
  }
}

class VerificationNotes implements Examiner {
  readonly checks: VerificationCheck[] = []
  header: PackageHeader | null = null
  signers: readonly NamedSigner[] = []

  must<T>(name: string, run: () => T): T {
    try {
      const value = run()
      this.checks.push({ name, ok: true, detail: '', problem: null })
      return value
    } catch (error) {
      this.#noteFailure(name, error)
      throw stopped
    }
  }

  check(name: string, run: () => void): void {
    try {
      run()
      this.checks.push({ name, ok: true, detail: '', problem: null })
    } catch (error) {
      this.#noteFailure(name, error)
    }
  }

  settled(): void {
    if (this.checks.some((check) => !check.ok)) throw stopped
  }

  proven(header: PackageHeader, signers: readonly NamedSigner[]): void {
    this.header = header
    this.signers = signers
  }

  #noteFailure(name: string, error: unknown): void {
    if (!(error instanceof Problem)) throw error
    this.checks.push({
      name,
      ok: false,
      detail: `${error.code} ${Object.values(error.facts).join(' ')}`.trim(),
      problem: { code: error.code, facts: error.facts },
    })
  }
}
