/**
 * What runs in the page. Two scripts, both before the page's own: one in the page's world, which builds what the
 * bridge exposes, and one in an isolated world, in which the preload bundle runs. They meet in DOM events, whose
 * details Chromium clones between worlds.
 */
export const isolatedWorld = 'onecard-preload'
export const binding = 'standInSend'

function pageWorld(event: string): void {
  const dispatch = window.dispatchEvent.bind(window)
  const exposed = (name: string, functions: readonly string[]) => {
    const api = Object.fromEntries(
      functions.map((each) => [
        each,
        (...args: unknown[]) => {
          dispatch(new CustomEvent(`${event}-call`, { detail: { name, each, args: structuredClone(args) } }))
        },
      ]),
    )
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
  }
  window.addEventListener(`${event}-expose`, (sent) => {
    const { name, functions } = (sent as CustomEvent<{ name: string; functions: string[] }>).detail
    exposed(name, functions)
  })
}

interface IsolatedGlobals {
  standInSend(message: string): void
  standInArrive(channel: string, message: unknown, ports: readonly number[]): void
  standInPort(port: number, data: unknown): void
}

function isolated(event: string, preload: (require: (name: string) => unknown) => void): void {
  if (window.top !== window) return
  const world = globalThis as unknown as IsolatedGlobals
  const tell = world.standInSend
  const listeners = new Map<string, ((event: unknown, message: unknown) => void)[]>()
  const ports = new Map<number, MessagePort>()
  const apis = new Map<string, Record<string, (...args: unknown[]) => unknown>>()

  const openPort = (number: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => tell(JSON.stringify({ kind: 'port', port: number, data }))
    ports.set(number, port1)
    return port2
  }
  world.standInPort = (number, data) => ports.get(number)?.postMessage(data)
  world.standInArrive = (channel, message, numbers) => {
    const sent = { ports: numbers.map(openPort) }
    for (const hear of listeners.get(channel) ?? []) hear(sent, message)
  }
  window.addEventListener(`${event}-call`, (sent) => {
    const { name, each, args } = (sent as CustomEvent<{ name: string; each: string; args: unknown[] }>).detail
    structuredClone(apis.get(name)?.[each]?.(...args))
  })

  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, (...args: unknown[]) => unknown>) {
        const functions = Object.keys(api).filter((key) => typeof api[key] === 'function')
        if (functions.length !== Object.keys(api).length) throw new Error('only functions cross this bridge')
        apis.set(name, api)
        window.dispatchEvent(new CustomEvent(`${event}-expose`, { detail: { name, functions } }))
      },
    },
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) => tell(JSON.stringify({ kind: 'ipc', channel, args })),
      on(channel: string, hear: (event: unknown, message: unknown) => void) {
        listeners.set(channel, [...(listeners.get(channel) ?? []), hear])
      },
    },
  }
  preload((name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return electron
  })
}

export function pageWorldScript(event: string): string {
  return `(${pageWorld})(${JSON.stringify(event)})`
}

/** The bundle is wrapped, so that nothing of it becomes a global of the world. */
export function isolatedScript(event: string, preload: string): string {
  return `(${isolated})(${JSON.stringify(event)}, function (require) { const module = { exports: {} }; const exports = module.exports;\n${preload}\n})`
}
