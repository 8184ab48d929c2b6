import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import type { UtilityMessage } from './utility-message.ts'

const tell = (message: UtilityMessage) => process.send?.(message)

/** The far end of a port inside the utility process. */
class FarPort extends EventEmitter {
  readonly #number: number
  #started = false
  #waiting: unknown[] = []

  constructor(number: number) {
    super()
    this.#number = number
  }

  postMessage(data: unknown): void {
    tell({ kind: 'port', port: this.#number, data })
  }

  start(): void {
    this.#started = true
    for (const data of this.#waiting.splice(0)) this.emit('message', { data, ports: [] })
  }

  close(): void {
    tell({ kind: 'close', port: this.#number })
  }

  arrive(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] })
    else this.#waiting.push(data)
  }
}

/** Electron's `process.parentPort`: starts, and lets go of what has waited, with its first listener. */
class ParentPort extends EventEmitter {
  postMessage(data: unknown): void {
    tell({ kind: 'message', data, ports: [] })
  }
}

const ports = new Map<number, FarPort>()
const parentPort = new ParentPort()
const waiting: UtilityMessage[] = []

function hear(message: UtilityMessage): void {
  if (message.kind === 'port') return ports.get(message.port)?.arrive(message.data)
  if (message.kind === 'close') return void ports.get(message.port)?.emit('close')
  const arrived = message.ports.map((number) => new FarPort(number))
  arrived.forEach((port, index) => ports.set(message.ports[index]!, port))
  parentPort.emit('message', { data: message.data, ports: arrived })
}

process.on('message', (message: UtilityMessage) => {
  if (parentPort.listenerCount('message') === 0) waiting.push(message)
  else hear(message)
})
parentPort.on('newListener', (event) => {
  if (event === 'message') queueMicrotask(() => waiting.splice(0).forEach(hear))
})
process.on('disconnect', () => process.exit(0))

Object.assign(process, { parentPort })
const [entry, ...args] = process.argv.slice(2)
process.argv = [process.argv[0]!, entry!, ...args]
await import(pathToFileURL(entry!).href)
