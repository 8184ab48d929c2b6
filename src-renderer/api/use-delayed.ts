import { useEffect, useState } from 'react'

/** The newest value once it has stood still for a moment: nothing is asked for at every key. */
export function useDelayed<T>(value: T, milliseconds: number): T {
  const [stood, setStood] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setStood(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return stood
}
