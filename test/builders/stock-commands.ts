import { execFileSync } from 'node:child_process'

/** The commands as an auditor types them, one after another in a shell that stops at the first failure. */
export function stockCommands(folder: string, ...commands: readonly string[]): string {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], {
    cwd: folder,
    maxBuffer: 1e8,
    encoding: 'utf8',
  })
}

export function verifySignature(label: string): string {
  return `openssl pkeyutl -verify -rawin -digest sm3 -pkeyopt distid:1234567812345678 -pubin \
    -inkey signatures/${label}.pub.pem -in tagmanifest-sha256.txt -sigfile signatures/${label}.sig`
}

export function fingerprintOf(label: string): string {
  return `openssl pkey -pubin -in signatures/${label}.pub.pem -outform DER | sha256sum | cut -c1-64`
}
