import { useEffect, useEffectEvent } from 'react'

/** Single keys for the page; none of them while something is being typed or a list moves by itself. */
export function useLetterKeys(keys: Readonly<Record<string, () => void>>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event)) return
    const act = keys[event.key] ?? keys[event.key.toLowerCase()]
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

const typing = 'input:not([type="radio"]), textarea, select, [role="combobox"], [role="dialog"]'

/** Arrows move a choice of several by themselves; letters mean nothing to it. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  const choosing = key.startsWith('Arrow') ? ', [role="radiogroup"], input' : ''
  return target.isContentEditable || target.closest(typing + choosing) !== null
}
