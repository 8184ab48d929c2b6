import type { BrowserContext, Route } from 'playwright-core'
import { toElectron } from './addresses.ts'
import { openBrowser } from './browser.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
type CheckHandler = (contents: unknown, permission: string) => boolean

const privileged = new Set<string>()

/** Electron's Session: one Chromium context per partition. */
export class StandInSession {
  readonly partition: string
  readonly #handlers = new Map<string, ProtocolHandler>()
  #context: Promise<BrowserContext> | undefined
  #onRequest: RequestHandler | undefined
  #onCheck: CheckHandler | undefined

  constructor(partition: string) {
    this.partition = partition
  }

  readonly protocol = {
    handle: (scheme: string, handler: ProtocolHandler) => {
      if (!privileged.has(scheme)) throw new Error(`${scheme} is not registered as privileged`)
      this.#handlers.set(scheme, handler)
    },
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#onRequest = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#onCheck = handler
  }

  setDevicePermissionHandler(): void {}

  /** Without a handler Electron grants everything. */
  grants(contents: unknown, permission: string): boolean {
    let requested = true
    this.#onRequest?.(contents, permission, (granted) => (requested = granted))
    return requested && (this.#onCheck?.(contents, permission) ?? true)
  }

  context(): Promise<BrowserContext> {
    this.#context ??= openBrowser().then(({ browser }) => browser.newContext({ viewport: null }))
    return this.#context
  }

  async answer(route: Route): Promise<void> {
    const address = toElectron(route.request().url())
    const handler = this.#handlers.get(new URL(address).protocol.slice(0, -1))
    if (handler === undefined) {
      const ofThisMachine = new URL(address).hostname === '127.0.0.1'
      return ofThisMachine ? route.continue() : route.abort('internetdisconnected')
    }
    const answer = await handler(new Request(address, { headers: route.request().headers() }))
    const body = Buffer.from(await answer.arrayBuffer())
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  }
}

const sessions = new Map<string, StandInSession>()

export const session = {
  fromPartition(partition: string): StandInSession {
    const known = sessions.get(partition) ?? new StandInSession(partition)
    sessions.set(partition, known)
    return known
  },
  get defaultSession(): StandInSession {
    return session.fromPartition('')
  },
}

export const protocol = {
  registerSchemesAsPrivileged(
    schemes: readonly { scheme: string; privileges: { standard?: boolean; secure?: boolean } }[],
  ) {
    for (const { scheme, privileges } of schemes)
      if (privileges.standard && privileges.secure) privileged.add(scheme)
  },
}
