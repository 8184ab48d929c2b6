import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { linkTo, type Ask } from '../link.ts'
import type { CoreCalls, CoreStart, ShellCalls } from '../link-calls.ts'
import { threadChannel } from '../parent-channel.ts'
import type { LoadingCore } from './load-core-thread.ts'

/** The core in its own thread, as the browser host sees it. */
export interface CoreThread {
  readonly ask: Ask<CoreCalls, MessagePort>
  /** A new page of this holder; its frames go through the port given back. */
  openPage(holder: string): Promise<MessagePort>
  /** Rejects when the core cannot start; what it is asked meanwhile waits for it. */
  readonly started: Promise<void>
  /** Resolves when the thread has ended, with the error it ended by, if any. */
  readonly ended: Promise<Error | null>
}

/** Answers at once: the core loads while the browser fetches the page that will talk to it. */
export function startCoreThread({ thread, ended }: LoadingCore, start: CoreStart): CoreThread {
  const ask = linkTo<ShellCalls, CoreCalls, MessagePort>(threadChannel(thread), nothingOfADesktop)
  const started = Promise.race([ask('start', start), ended.then(failedToStart)])
  return { ask, started, ended, openPage: (holder) => openPage(ask, holder) }
}

async function openPage(ask: Ask<CoreCalls, MessagePort>, holder: string): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel()
  await ask('connect', { holder }, [port2])
  return port1
}

function failedToStart(error: Error | null): never {
  throw error ?? new Error('the core ended before it had started')
}

function refuse(): never {
  throw new Error('a browser host has no desktop')
}

/** Files go over HTTP here, and PDF comes from the core's own Chromium. */
const nothingOfADesktop = {
  open: refuse,
  scans: refuse,
  folder: refuse,
  save: refuse,
  printHtml: refuse,
  seal: refuse,
  unseal: refuse,
}
