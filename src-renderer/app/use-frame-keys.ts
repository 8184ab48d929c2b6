import { useEffect, useEffectEvent } from 'react'

interface Keys {
  readonly isOpen: boolean
  search(): void
  lock(): void
}

/** Ctrl+K searches, Ctrl+L locks, wherever the cursor is. */
export function useFrameKeys(keys: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!keys.isOpen || !(event.ctrlKey || event.metaKey)) return
    const act = { k: keys.search, l: keys.lock }[event.key.toLowerCase()]
    if (act === undefined) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
