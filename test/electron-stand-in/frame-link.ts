import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CDPSession } from 'playwright-core'
import { ipcMain } from './ipc-main.ts'
import type { StandInPort } from './message-channel-main.ts'
import { binding, isolatedScript, isolatedWorld, pageWorldScript } from './preload-world.ts'
import type { StandInWebContents } from './web-contents.ts'

type FromPage =
  | { readonly kind: 'ipc'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'port'; readonly port: number; readonly data: unknown }

/** The preload's world of one page's main frame, as the main process reaches it. */
export class FrameLink {
  readonly #contents: StandInWebContents
  readonly #devtools: CDPSession
  readonly #ports = new Map<number, StandInPort>()
  #world: number | undefined
  #lastPort = 0

  constructor(contents: StandInWebContents, devtools: CDPSession) {
    this.#contents = contents
    this.#devtools = devtools
  }

  async install(preload: string): Promise<void> {
    const event = randomUUID()
    const devtools = this.#devtools
    devtools.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = context.auxData as { isDefault: boolean; frameId: string } | undefined
      if (context.name === isolatedWorld && frame?.frameId === this.#mainFrame) this.#enter(context.id)
    })
    devtools.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === binding && executionContextId === this.#world) this.#hear(JSON.parse(payload) as FromPage)
    })
    await devtools.send('Page.enable')
    this.#mainFrame = (await devtools.send('Page.getFrameTree')).frameTree.frame.id
    await devtools.send('Runtime.enable')
    await devtools.send('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(event) })
    await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedScript(event, await readFile(preload, 'utf8')),
      worldName: isolatedWorld,
    })
  }
  #mainFrame = ''

  /** A new document: the ports of the one before it are gone. */
  #enter(world: number): void {
    this.#world = world
    for (const port of this.#ports.values()) port.close()
    this.#ports.clear()
  }

  #hear(message: FromPage): void {
    if (message.kind === 'port') return this.#ports.get(message.port)?.postMessage(message.data)
    const contents = this.#contents
    const senderFrame = {
      url: contents.getURL(),
      parent: null,
      postMessage: (channel: string, data: unknown, ports: readonly StandInPort[] = []) =>
        this.#send(channel, data, ports),
    }
    ipcMain.emit(message.channel, { sender: contents, senderFrame, ports: [] }, ...message.args)
  }

  #send(channel: string, data: unknown, ports: readonly StandInPort[]): void {
    const world = this.#world
    const numbers = ports.map((port) => this.#adopt(port))
    this.#run(
      `standInArrive(${JSON.stringify(channel)}, ${JSON.stringify(data)}, ${JSON.stringify(numbers)})`,
      world,
    )
  }

  #adopt(port: StandInPort): number {
    const number = ++this.#lastPort
    const world = this.#world
    this.#ports.set(number, port)
    port.sendAway((data) => this.#run(`standInPort(${number}, ${JSON.stringify(data)})`, world))
    return number
  }

  #run(expression: string, contextId: number | undefined): void {
    if (contextId === undefined) return
    void this.#devtools.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined)
  }
}
