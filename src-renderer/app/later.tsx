import { use, type ComponentType, type ReactNode } from 'react'

/** A part of the page whose code comes when it is shown, or ahead of it. */
export interface Later<P> {
  (props: P): ReactNode
  fetchAhead(): Promise<void>
}

/** 按需加载 — unlike React's own `lazy`, a part that was fetched ahead appears in the same step as any other. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let coming: Promise<ComponentType<P>> | undefined
  const part = (): Promise<ComponentType<P>> => (coming ??= known(load()))
  function Part(props: P): ReactNode {
    const Loaded = use(part())
    return <Loaded {...props} />
  }
  return Object.assign(Part, {
    fetchAhead: async () => {
      await part().catch(() => (coming = undefined))
    },
  })
}

/** Marked the way React's `use` reads a promise: once it is there, showing it needs no pause. */
function known<T>(loading: Promise<T>): Promise<T> {
  loading.then(
    (value) => Object.assign(loading, { status: 'fulfilled', value }),
    () => undefined,
  )
  return loading
}
