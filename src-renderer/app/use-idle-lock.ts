import { useEffect } from 'react'
import { client } from '../api/calls.ts'
import { lockSession } from './lock-session.ts'

const touchEveryMilliseconds = 60_000

/** Tells the host of input at most once a minute, and locks when there was none for the office's idle time. */
export function useIdleLock(idleMinutes: number, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen || idleMinutes === 0) return
    let touchedAt = Date.now()
    let idle: ReturnType<typeof setTimeout> | undefined
    const wait = (): void => {
      clearTimeout(idle)
      idle = setTimeout(() => void lockSession(), idleMinutes * 60_000)
    }
    const onInput = (): void => {
      wait()
      if (Date.now() - touchedAt < touchEveryMilliseconds) return
      touchedAt = Date.now()
      client.session.touch().catch(() => undefined)
    }
    wait()
    const events = ['pointerdown', 'keydown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, onInput, { passive: true })
    return () => {
      clearTimeout(idle)
      for (const event of events) window.removeEventListener(event, onInput)
    }
  }, [idleMinutes, isOpen])
}
