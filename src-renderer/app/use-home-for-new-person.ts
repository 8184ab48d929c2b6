import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { SessionView } from './who.tsx'

let lastSignedIn: string | undefined

/** Who takes over begins at the workbench; a reload and an unlock stay where they were. */
export function useHomeForNewPerson({ userId, signedInAt }: SessionView): void {
  const navigate = useNavigate()
  const current = `${userId} ${signedInAt}`
  useEffect(() => {
    const isAnother = lastSignedIn !== undefined && lastSignedIn !== current
    lastSignedIn = current
    if (isAnother) void navigate('/', { replace: true })
  }, [current, navigate])
}
