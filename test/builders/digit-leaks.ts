/** Seven digits in a row of somebody's number, however it is written, are enough to be told by. */
export const leakLength = 7

/** Looks through texts for seven digits in a row of any of these numbers. */
export function leakFinder(numbers: Iterable<string>): (text: string) => string[] {
  const windows = new Set<string>()
  for (const number of numbers)
    for (let at = 0; at + leakLength <= number.length; at++) windows.add(number.slice(at, at + leakLength))
  return (text) => {
    const runs = text.normalize('NFKC').match(/[\dXx]{7,}/g) ?? []
    return runs.flatMap((digits) =>
      Array.from({ length: digits.length - leakLength + 1 }, (_, at) =>
        digits.slice(at, at + leakLength).toUpperCase(),
      ).filter((window) => windows.has(window)),
    )
  }
}
