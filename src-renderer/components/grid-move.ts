const pageRows = 15

/** Which row a key leads to, or undefined for a key that moves nothing. */
export function gridMove(key: string, from: number, count: number): number | undefined {
  const last = count - 1
  const moves: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from < 0 ? 0 : from - 1,
    PageDown: from + pageRows,
    PageUp: from - pageRows,
    Home: 0,
    End: last,
  }
  const to = moves[key]
  return to === undefined || count === 0 ? undefined : Math.min(Math.max(to, 0), last)
}
