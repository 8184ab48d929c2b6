/** 校验码 — the first 16 hex digits of the frozen hash, in fours, as a person reads them out. */
export function checkCode(frozenHash: string): string {
  return (
    frozenHash
      .slice(0, 16)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-')
}
