/** 缺号 — numbers of a sequence that have not come yet, up to the highest that has. */
export function missingNumbers(sequences: Iterable<number>): readonly number[] {
  const present = new Set(sequences)
  const highest = Math.max(0, ...present)
  return Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !present.has(number))
}
