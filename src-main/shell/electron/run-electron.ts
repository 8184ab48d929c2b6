import { join } from 'node:path'
import { app, session, type BrowserWindow, type MessagePortMain } from 'electron'
import type { Answers } from '../link.ts'
import type { ShellCalls } from '../link-calls.ts'
import { readSoftware } from '../software.ts'
import { closeCoreBeforeQuitting, offerRestartAfterCrash } from './core-end.ts'
import { startCoreProcess } from './core-process.ts'
import { askWhichFile, askWhichFolder, askWhichScans, saveWhereAsked } from './file-dialogs.ts'
import { guardEveryPage, refusePermissions } from './guards.ts'
import { printHtml, servePrintDocuments } from './html-pdf.ts'
import { setMenu } from './menu.ts'
import { offerPorts } from './page-ports.ts'
import { registerPageScheme, servePages } from './page-protocol.ts'
import { openPageWindow, pagePartition } from './page-window.ts'
import { sealSecret, unsealSecret } from './sealed-secrets.ts'

export interface RunElectronOptions {
  readonly folder: string
  /** The program's own root, with `out/` and `resources/`. */
  readonly root: string
}

/** 桌面壳 — one window, one core, and what only a desktop has. */
export async function runElectron({ folder, root }: RunElectronOptions): Promise<void> {
  app.setPath('userData', join(folder, 'electron'))
  if (!app.requestSingleInstanceLock()) return app.quit()
  registerPageScheme()
  guardEveryPage()
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  const pages = session.fromPartition(pagePartition)
  refusePermissions(pages)
  servePages(pages, join(root, 'out/renderer'))
  servePrintDocuments()
  setMenu()
  openWindowAndCore(folder, root)
}

/** Both start at once; a page that asks early waits for the core. */
function openWindowAndCore(folder: string, root: string): void {
  const window = openPageWindow(join(root, 'out/preload/preload.cjs'))
  const start = {
    folder,
    resources: join(root, 'resources'),
    carrier: 'electron',
    software: readSoftware(root),
  } as const
  const core = startCoreProcess(join(root, 'out/main/core-entry.js'), start, desktopOf(window))
  offerPorts((holder, port) => core.ask('connect', { holder }, [port]))
  app.on('second-instance', () => show(window))
  const isQuitting = closeCoreBeforeQuitting(core)
  offerRestartAfterCrash(core, isQuitting)
}

function desktopOf(window: BrowserWindow): Answers<ShellCalls, MessagePortMain> {
  return {
    open: ({ purpose }) => askWhichFile(window, purpose),
    scans: ({ from }) => askWhichScans(window, from),
    folder: () => askWhichFolder(window),
    save: ({ name, path }) => saveWhereAsked(window, name, path),
    printHtml: ({ html }) => printHtml(html),
    seal: ({ text }) => sealSecret(text),
    unseal: ({ sealed }) => unsealSecret(sealed),
  }
}

function show(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
