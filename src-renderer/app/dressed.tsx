import type { ComponentType } from 'react'
import { later, type Later } from './later.tsx'

/** A part with antd's controls in it, for where nothing of antd has been fetched yet. */
export function dressed<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  return later(async () => {
    const [Part, { ControlsDress }] = await Promise.all([load(), import('./controls-dress.tsx')])
    return (props: P) => (
      <ControlsDress>
        <Part {...props} />
      </ControlsDress>
    )
  })
}
