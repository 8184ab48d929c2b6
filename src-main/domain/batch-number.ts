/** 批次号 — the random end of a package's id, short enough to be read out, printed and copied by hand. */
export function batchNumberOf(packageId: string): string {
  return packageId.slice(-12)
}
