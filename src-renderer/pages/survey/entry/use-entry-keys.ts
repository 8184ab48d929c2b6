import { useEffect, useEffectEvent, type RefObject } from 'react'
import { moveByKey } from './entry-keys.ts'

export interface EntryActions {
  save(): void
  previous(): void
  skip(): void
  addAccount(): void
  attach(): void
  history(): void
  reveal(): void
  leave(): void
  decide(rival: number): void
}

const byKey: Readonly<Record<string, Exclude<keyof EntryActions, 'decide'>>> = {
  F2: 'save',
  F3: 'previous',
  F4: 'skip',
  F6: 'addAccount',
  F7: 'history',
  F8: 'attach',
  F9: 'reveal',
  Escape: 'leave',
}

/** The keys of the entry page; browsers have uses of their own for some, which are taken from them. */
export function useEntryKeys(form: RefObject<HTMLElement | null>, actions: EntryActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || form.current === null || isElsewhere(event.target)) return
    if (isDeciding(event)) {
      event.preventDefault()
      return actions.decide(Number(event.key))
    }
    const action = event.ctrlKey || event.altKey || event.metaKey ? undefined : byKey[event.key]
    if (action !== undefined && !event.isComposing) {
      event.preventDefault()
      return actions[action]()
    }
    if (moveByKey(event, form.current)) event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function isDeciding(event: KeyboardEvent): boolean {
  return event.ctrlKey && !event.altKey && /^[1-9]$/.test(event.key)
}

/** A dialog or the search over the page has its own keys. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null
}
