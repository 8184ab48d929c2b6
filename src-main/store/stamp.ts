/** A folder name in order of time, safe on every file system: 20261122T215738123Z. */
export function stampOf(at: Date): string {
  return at.toISOString().replace(/[-:.]/g, '')
}
