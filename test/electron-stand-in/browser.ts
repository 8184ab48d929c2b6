import { createServer, type AddressInfo } from 'node:net'
import { chromium, type Browser } from 'playwright-core'

const executablePath = process.env['ONECARD_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
let launching: Promise<{ browser: Browser; port: number }> | undefined

/** The one Chromium behind all windows; tests drive the same one through its debugging port. */
export function openBrowser(): Promise<{ browser: Browser; port: number }> {
  launching ??= launch()
  return launching
}

export async function closeBrowser(): Promise<void> {
  await (await launching)?.browser.close()
}

async function launch() {
  const port = await freePort()
  const args = [`--remote-debugging-port=${port}`, '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({
    executablePath,
    args,
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGTERM: false,
    handleSIGINT: false,
  })
  return { browser, port }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
