import { parentPort as threadPort, type MessagePort } from 'node:worker_threads'
import type { LinkChannel } from './link.ts'

/** The end of a port, as worker threads and Electron's utility process both give it. */
export type CorePort = MessagePort

/** What Electron puts on `process` in a utility process. */
interface UtilityParentPort {
  on(event: 'message', hear: (event: { data: unknown; ports: CorePort[] }) => void): void
  postMessage(message: unknown): void
}

/** The core's end of the link: its parent is Electron's main process or the browser host's main thread. */
export function parentChannel(): LinkChannel<CorePort> {
  const utilityPort = (process as unknown as { parentPort?: UtilityParentPort }).parentPort
  if (utilityPort !== undefined) return utilityChannel(utilityPort)
  if (threadPort !== null) return threadChannel(threadPort)
  throw new Error('the core must be started by a shell')
}

function utilityChannel(port: UtilityParentPort): LinkChannel<CorePort> {
  return {
    post: (message) => port.postMessage(message),
    listen: (hear) => port.on('message', ({ data, ports }) => hear(data, ports)),
  }
}

interface SentBetweenThreads {
  readonly message: unknown
  readonly ports: readonly CorePort[]
}

/** Either end of a worker thread. */
interface Thread {
  postMessage(message: unknown, transfer: CorePort[]): void
  on(event: 'message', hear: (sent: unknown) => void): unknown
}

/** Between threads a port has to be part of the message as well. */
export function threadChannel(thread: Thread): LinkChannel<CorePort> {
  return {
    post: (message, ports) => thread.postMessage({ message, ports } satisfies SentBetweenThreads, [...ports]),
    listen: (hear) =>
      thread.on('message', (sent) => {
        const { message, ports } = sent as SentBetweenThreads
        hear(message, ports)
      }),
  }
}
