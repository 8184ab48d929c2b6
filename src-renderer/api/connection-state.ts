import { useSyncExternalStore } from 'react'

/** `lost` once it was open and is being opened again. */
export type ConnectionState = 'connecting' | 'open' | 'lost'

let state: ConnectionState = 'connecting'
const listeners = new Set<() => void>()

export function setConnectionState(next: ConnectionState): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(subscribe, () => state)
}
