/** Runs the work and gives back its answer and how long it took. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const from = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - from }
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5)
}

/** The smallest number that this part of all does not pass. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}
