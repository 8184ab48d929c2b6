import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StandInPort } from './message-channel-main.ts'
import { utilityEnded, utilityStarted } from './running-utilities.ts'
import type { UtilityMessage } from './utility-message.ts'

const bootstrap = fileURLToPath(new URL('./utility-bootstrap.ts', import.meta.url))

class StandInUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  readonly #ports = new Map<number, StandInPort>()
  #lastPort = 0

  constructor(entry: string, args: readonly string[], name: string) {
    super()
    this.#child = fork(bootstrap, [entry, ...args], { serialization: 'advanced', execArgv: [] })
    if (this.pid !== undefined) utilityStarted(this.pid, name)
    this.#child.on('message', (message: UtilityMessage) => this.#hear(message))
    this.#child.on('exit', (code) => this.#end(code ?? 1))
    this.#child.on('spawn', () => this.emit('spawn'))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(data: unknown, ports: readonly StandInPort[] = []): void {
    this.#send({ kind: 'message', data, ports: ports.map((port) => this.#adopt(port)) })
  }

  kill(): boolean {
    return this.#child.kill()
  }

  #adopt(port: StandInPort): number {
    const number = ++this.#lastPort
    this.#ports.set(number, port)
    port.sendAway((data) => this.#send({ kind: 'port', port: number, data }))
    port.on('close', () => this.#send({ kind: 'close', port: number }))
    return number
  }

  #hear(message: UtilityMessage): void {
    if (message.kind === 'message') this.emit('message', message.data)
    else if (message.kind === 'port') this.#ports.get(message.port)?.postMessage(message.data)
    else this.#ports.get(message.port)?.close()
  }

  #send(message: UtilityMessage): void {
    if (this.#child.connected) this.#child.send(message)
  }

  #end(code: number): void {
    if (this.pid !== undefined) utilityEnded(this.pid)
    for (const port of this.#ports.values()) port.close()
    this.emit('exit', code)
  }
}

export const utilityProcess = {
  fork: (entry: string, args: readonly string[] = [], { serviceName = '' } = {}) =>
    new StandInUtilityProcess(entry, args, serviceName),
}
