import { utilityProcess, type MessagePortMain } from 'electron'
import { linkTo, type Answers, type Ask, type LinkChannel } from '../link.ts'
import type { CoreCalls, CoreStart, ShellCalls } from '../link-calls.ts'

/** The core in its own process, as the Electron shell sees it. */
export interface CoreProcess {
  readonly ask: Ask<CoreCalls, MessagePortMain>
  /** Calls asked before it wait for it. */
  readonly started: Promise<void>
  /** Resolves with the exit code. */
  readonly ended: Promise<number>
}

export function startCoreProcess(
  entry: string,
  start: CoreStart,
  desktop: Answers<ShellCalls, MessagePortMain>,
): CoreProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'onecard-core', stdio: 'inherit' })
  const ended = new Promise<number>((resolve) => child.once('exit', resolve))
  const channel: LinkChannel<MessagePortMain> = {
    post: (message, ports) => child.postMessage(message, [...ports]),
    listen: (hear) => child.on('message', (message: unknown) => hear(message, [])),
  }
  const ask = linkTo<ShellCalls, CoreCalls, MessagePortMain>(channel, desktop)
  return { ask, started: ask('start', start), ended }
}
