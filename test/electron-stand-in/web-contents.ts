import { EventEmitter } from 'node:events'
import type { CDPSession, Page, Route } from 'playwright-core'
import { toBrowser, toElectron } from './addresses.ts'
import { app } from './app.ts'
import { FrameLink } from './frame-link.ts'
import type { StandInSession } from './session.ts'

export interface WebPreferences {
  readonly preload?: string
  readonly partition?: string
  readonly contextIsolation?: boolean
  readonly sandbox?: boolean
  readonly nodeIntegration?: boolean
  readonly webSecurity?: boolean
  readonly webviewTag?: boolean
  readonly [more: string]: unknown
}

/** What Electron assumes when nothing is said. */
const defaults = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
}

const permissions = {
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
} as const

let lastId = 0

export class StandInWebContents extends EventEmitter {
  readonly id = ++lastId
  readonly session: StandInSession
  readonly #preferences: WebPreferences
  readonly #opening: Promise<{ page: Page; devtools: CDPSession }>
  #openHandler: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({ action: 'allow' })
  #loading: string | undefined

  constructor(session: StandInSession, preferences: WebPreferences, size: { width: number; height: number }) {
    super()
    this.session = session
    this.#preferences = { ...defaults, ...preferences }
    if (this.#preferences.contextIsolation !== true || this.#preferences.sandbox !== true) {
      throw new Error('the stand-in only plays isolated, sandboxed pages')
    }
    app.emit('web-contents-created', {}, this)
    this.#opening = this.#open(size)
  }

  getLastWebPreferences(): WebPreferences {
    return this.#preferences
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void {
    this.#openHandler = handler
  }

  getURL(): string {
    return this.#url
  }
  #url = ''

  async loadURL(address: string): Promise<void> {
    const { page } = await this.#opening
    this.#loading = toBrowser(address)
    await page.goto(this.#loading).finally(() => (this.#loading = undefined))
    this.emit('did-finish-load')
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { page } = await this.#opening
    return page.evaluate(code)
  }

  async printToPDF(options: { preferCSSPageSize?: boolean; printBackground?: boolean }): Promise<Buffer> {
    const { devtools } = await this.#opening
    const { data } = await devtools.send('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }

  async close(): Promise<void> {
    await (await this.#opening).page.close()
  }

  async #open(size: { width: number; height: number }): Promise<{ page: Page; devtools: CDPSession }> {
    const context = await this.session.context()
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await page.setViewportSize(size)
    await page.route('**/*', (route) => this.#answer(page, route))
    page.on('popup', (popup) => this.#decidePopup(popup))
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#url = toElectron(frame.url())
    })
    page.on('close', () => this.emit('destroyed'))
    await this.#applyPermissions(devtools)
    if (this.#preferences.preload !== undefined)
      await new FrameLink(this, devtools).install(this.#preferences.preload)
    return { page, devtools }
  }

  async #answer(page: Page, route: Route): Promise<void> {
    const request = route.request()
    const navigates = request.isNavigationRequest() && request.frame() === page.mainFrame()
    if (navigates && request.url() !== this.#loading && this.#isPrevented(toElectron(request.url()))) {
      return route.abort('aborted')
    }
    await this.session.answer(route)
  }

  #isPrevented(url: string): boolean {
    let prevented = false
    this.emit('will-navigate', { url, preventDefault: () => (prevented = true) }, url)
    return prevented
  }

  #decidePopup(popup: Page): void {
    if (this.#openHandler({ url: popup.url() }).action === 'deny') void popup.close()
  }

  async #applyPermissions(devtools: CDPSession): Promise<void> {
    const { targetInfo } = await devtools.send('Target.getTargetInfo')
    const { browserContextId } = targetInfo
    const context = await this.session.context()
    const browser = await context.browser()!.newBrowserCDPSession()
    for (const [permission, names] of Object.entries(permissions)) {
      const setting = this.session.grants(this, permission) ? 'granted' : 'denied'
      for (const name of names) {
        await browser.send('Browser.setPermission', {
          permission: { name },
          setting,
          ...(browserContextId === undefined ? {} : { browserContextId }),
        })
      }
    }
    await browser.detach()
  }
}
