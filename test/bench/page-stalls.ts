import type { Browser, Page } from 'playwright-core'

export interface Stalls {
  /** The longest task of the page's own thread in processor time: what a machine with nothing else to do would wait. */
  readonly ownMilliseconds: number
  /** The same by the clock, with all that this machine did besides. */
  readonly clockMilliseconds: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** What held the page's own thread up while something was done with it. */
export async function stallsWhile(browser: Browser, page: Page, work: () => Promise<void>): Promise<Stalls> {
  await browser.startTracing(page, { categories: ['toplevel'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid}/${tid}`),
  )
  if (tasks.length === 0) throw new Error('the browser told of no tasks')
  const longest = (of: 'dur' | 'tdur') => Math.max(...tasks.map((task) => task[of] ?? 0)) / 1000
  return { ownMilliseconds: longest('tdur'), clockMilliseconds: longest('dur') }
}
