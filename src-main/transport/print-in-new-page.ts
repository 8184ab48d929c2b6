import type { ChromiumProcess } from './chromium-process.ts'

type Send = <T>(method: string, params?: object) => Promise<T>

const loadFonts =
  'Promise.all([...document.fonts].map((font) => font.load())).then(() => document.fonts.ready).then(() => document.fonts.size)'

/** From this version on CSS itself prints 第 x 页 共 y 页 (`@page` margin boxes). */
const firstVersionWithMarginBoxes = 131

/** One document, one page of the browser, closed again whatever happens. */
export async function printInNewPage(
  browser: ChromiumProcess,
  html: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted()
  const { targetId } = await browser.pipe.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  })
  try {
    return await Promise.race([printTarget(browser, targetId, html), rejectWhenAborted(signal)])
  } finally {
    // Not awaited: a browser that hangs would hold the caller.
    void browser.pipe.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }
}

async function printTarget(browser: ChromiumProcess, targetId: string, html: string): Promise<Uint8Array> {
  const attached = await browser.pipe.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  })
  const send: Send = (method, params) => browser.pipe.send(method, params, attached.sessionId)
  await showDocument(send, html)
  const { data } = await send<{ data: string }>('Page.printToPDF', printOptions(browser.majorVersion))
  return Buffer.from(data, 'base64')
}

/** Scripts of the document never run; what we evaluate ourselves only waits for its fonts. */
async function showDocument(send: Send, html: string): Promise<void> {
  await send('Page.enable')
  await send('Emulation.setScriptExecutionDisabled', { value: true })
  const { frameTree } = await send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
  await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { exceptionDetails } = await send<{ exceptionDetails?: { text: string } }>('Runtime.evaluate', {
    expression: loadFonts,
    awaitPromise: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.text)
}

/** What the browser is asked for; an old one prints 第 x 页 共 y 页 and the title itself. */
export function printOptions(majorVersion: number): object {
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: false }
  if (majorVersion >= firstVersionWithMarginBoxes) return options
  const style =
    'style="font-size:9pt;width:100%;margin:0 26mm 0 28mm;display:flex;justify-content:space-between"'
  const pages = '第 <span class="pageNumber"></span> 页 共 <span class="totalPages"></span> 页'
  return {
    ...options,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: `<div ${style}><span class="title"></span><span>${pages}</span></div>`,
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => reject(signal.reason as Error)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}
