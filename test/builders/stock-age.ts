import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A sealed file as the `age` tool itself opens it with a passphrase. It asks at a terminal and nowhere else, so `script`
 * lends it one. Undefined where it does not open.
 */
export function openedByStockAge(sealed: Uint8Array, passphrase: string): Uint8Array | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'onecard-age-'))
  try {
    const [from, to] = [join(folder, 'sealed.age'), join(folder, 'plain')]
    writeFileSync(from, sealed)
    execFileSync('script', ['-qec', `age -d -o ${to} ${from}`, '/dev/null'], {
      input: `${passphrase}\n`,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    return new Uint8Array(readFileSync(to))
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}
