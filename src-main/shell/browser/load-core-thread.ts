import { Worker } from 'node:worker_threads'

/** A thread that reads the core's code; it opens and writes nothing before it is started. */
export interface LoadingCore {
  readonly thread: Worker
  /** Resolves when the thread has ended, with the error it ended by, if any. */
  readonly ended: Promise<Error | null>
}

/** Before anything else of the browser host, so that both are read at the same time. */
export function loadCoreThread(root: URL): LoadingCore {
  const thread = new Worker(new URL('out/main/core-entry.js', root))
  return { thread, ended: endOf(thread) }
}

function endOf(thread: Worker): Promise<Error | null> {
  return new Promise((resolve) => {
    thread.on('error', (error) => resolve(error instanceof Error ? error : new Error(String(error))))
    thread.on('exit', () => resolve(null))
  })
}
