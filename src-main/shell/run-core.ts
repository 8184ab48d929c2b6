import { createCore, type Core } from '../core.ts'
import { serveMessagePort } from '../host/carriers/message-port.ts'
import { fillDemonstrationFrom } from '../demonstration/fill-demonstration.ts'
import type { Dialogs } from '../ports/dialogs.ts'
import type { PdfPrinter } from '../ports/pdf.ts'
import { chromiumPdf } from '../transport/chromium-pdf.ts'
import { linkTo, type Answers, type Ask, type LinkChannel } from './link.ts'
import type { CoreCalls, CoreStart, ShellCalls } from './link-calls.ts'
import type { CorePort } from './parent-channel.ts'

type AskShell = Ask<ShellCalls, CorePort>

/** Runs the core behind a link: what a shell's utility process or worker thread does. */
export function runCore(channel: LinkChannel<CorePort>): void {
  const starting = Promise.withResolvers<Core>()
  const core = starting.promise
  const answers: Answers<CoreCalls, CorePort> = {
    start: async (input) => {
      starting.resolve(composeCore(input, askShell))
      await core
    },
    connect: async ({ holder }, [port]) => {
      if (port !== undefined) serveMessagePort(await core, holder, port)
    },
    receive: async ({ path, name }) => (await core).files.adopt(path, name, true),
    hand: async ({ token }) => (await core).files.take(token),
    close: async () => (await core).close(),
  }
  const askShell: AskShell = linkTo<CoreCalls, ShellCalls, CorePort>(channel, answers)
}

async function composeCore(start: CoreStart, askShell: AskShell): Promise<Core> {
  const inElectron = start.carrier === 'electron'
  const clock = { now: () => new Date() }
  const readWorker = new URL('../read-worker.js', import.meta.url)
  return createCore({
    ...start,
    clock,
    pdf: inElectron ? desktopPdf(askShell) : chromiumPdf(),
    readWorker,
    pictureWorker: new URL('../picture-worker.js', import.meta.url),
    checkpointWorker: new URL('../checkpoint-worker.js', import.meta.url),
    fillDemonstration: fillDemonstrationFrom(start.resources, readWorker, clock),
    ...(inElectron ? { dialogs: desktopDialogs(askShell) } : {}),
  })
}

function desktopPdf(askShell: AskShell): PdfPrinter {
  return { print: (html) => askShell('printHtml', { html }), close: () => Promise.resolve() }
}

function desktopDialogs(askShell: AskShell): Dialogs {
  return {
    open: (purpose) => askShell('open', { purpose }),
    scans: (from) => askShell('scans', { from }),
    folder: () => askShell('folder', null),
    save: (name, path) => askShell('save', { name, path }),
  }
}
