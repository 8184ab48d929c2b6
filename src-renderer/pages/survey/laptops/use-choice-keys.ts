import { useEffect, useRef } from 'react'

interface Choices {
  choose(index: number): void
  type(): void
}

/** 1 to 9 choose and T types, unless somebody is typing elsewhere. */
export function useChoiceKeys(isOn: boolean, choices: Choices): void {
  const latest = useRef(choices)
  useEffect(() => {
    latest.current = choices
  })
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTypedInto(event.target)) return
      if (/^[1-9]$/.test(event.key)) latest.current.choose(Number(event.key) - 1)
      else if (event.key.toLowerCase() === 't') latest.current.type()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}

function isTypedInto(target: EventTarget | null): boolean {
  // A tab that was just chosen is a radio button: nobody types into it.
  const typed = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'
  return target instanceof HTMLElement && target.closest(typed) !== null
}
