interface Utility {
  readonly type: 'Utility'
  readonly name: string
  readonly pid: number
}

const running = new Map<number, Utility>()

export function utilityStarted(pid: number, name: string): void {
  running.set(pid, { type: 'Utility', name, pid })
}

export function utilityEnded(pid: number): void {
  running.delete(pid)
}

export function runningUtilities(): readonly Utility[] {
  return [...running.values()]
}
