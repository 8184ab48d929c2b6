import { EventEmitter } from 'node:events'

export interface PortMessage {
  readonly data: unknown
  readonly ports: readonly StandInPort[]
}

/** Electron's MessagePortMain: keeps what arrives until it is started, or passes it on once it has been sent away. */
export class StandInPort extends EventEmitter {
  #peer: StandInPort | undefined
  #relay: ((message: unknown) => void) | undefined
  #started = false
  #closed = false
  #waiting: unknown[] = []

  entangle(peer: StandInPort): void {
    this.#peer = peer
  }

  postMessage(message: unknown): void {
    if (!this.#closed) this.#peer?.arrive(structuredClone(message))
  }

  start(): void {
    this.#started = true
    this.#flush()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.emit('close')
    this.#peer?.close()
  }

  /** The port now lives in another process or in a page; what arrives here goes there. */
  sendAway(relay: (message: unknown) => void): void {
    this.#relay = relay
    this.#flush()
  }

  arrive(message: unknown): void {
    this.#waiting.push(message)
    this.#flush()
  }

  #flush(): void {
    if (!this.#started && this.#relay === undefined) return
    for (const message of this.#waiting.splice(0)) {
      if (this.#relay !== undefined) this.#relay(message)
      else this.emit('message', { data: message, ports: [] } satisfies PortMessage)
    }
  }
}

export class MessageChannelMain {
  readonly port1 = new StandInPort()
  readonly port2 = new StandInPort()

  constructor() {
    this.port1.entangle(this.port2)
    this.port2.entangle(this.port1)
  }
}
