import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enter, openPage, people, serveWorkstation, setUpWorkstation } from './served-workstation.ts'
import { launchShell, type Shell } from '../electron-stand-in/launch-shell.ts'

let folder: string
let shell: Shell

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-shell-'))
  await givenWorkstation(join(folder, 'workstation'))
  shell = await launchShell({ folder: join(folder, 'workstation') })
  await shell.page.waitForLoadState('load')
})

afterAll(async () => {
  await shell.close()
  await rm(folder, { recursive: true, force: true })
})

async function givenWorkstation(at: string): Promise<void> {
  const served = await serveWorkstation(at)
  const { client, close } = await openPage(await enter(served.address))
  await setUpWorkstation(client)
  close()
  await served.stop()
}

describe('the window', () => {
  it('is isolated, sandboxed and without node', async () => {
    const preferences = await shell.inMain(
      ({ BrowserWindow }) =>
        (
          BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
            getLastWebPreferences(): Record<string, unknown>
          }
        ).getLastWebPreferences(),
      null,
    )

    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    })
  })

  it('gives its page one function and nothing of node or Electron', async () => {
    const seen = await shell.page.evaluate(() => {
      const page = window as unknown as Record<string, unknown>
      return {
        offered: Object.keys(page['onecardShell'] as object),
        node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
          (name) => name in page,
        ),
      }
    })

    expect(seen).toEqual({ offered: ['connect'], node: [] })
  })

  it('shows a page of a scheme of our own in a secure context, under a policy without any other place', async () => {
    const answer = await shell.page.evaluate(async () => {
      const own = await fetch(location.href)
      return {
        policy: own.headers.get('content-security-policy'),
        secure: isSecureContext,
        address: location.href,
      }
    })

    expect(answer.secure).toBe(true)
    expect(answer.address).not.toMatch(/^file:/)
    expect(answer.policy).toContain("default-src 'none'")
    expect(answer.policy).not.toMatch(/https?:|ws:|\*|unsafe-eval/)
  })

  it('keeps nothing on the disk', async () => {
    const partition = await shell.inMain(
      ({ BrowserWindow }) =>
        (
          BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
            getLastWebPreferences(): { partition: string }
          }
        ).getLastWebPreferences().partition,
      null,
    )

    expect(partition).not.toMatch(/^persist:/)
    expect(partition).not.toBe('')
  })
})

describe('the page', () => {
  it('cannot go elsewhere', async () => {
    const before = shell.page.url()

    await shell.page.evaluate(() => location.assign('https://example.com/'))
    await shell.page.waitForTimeout(300)

    expect(shell.page.url()).toBe(before)
    expect(await shell.page.evaluate(() => typeof (window as { onecardShell?: unknown }).onecardShell)).toBe(
      'object',
    )
  })

  it('cannot open another window', async () => {
    await shell.page.evaluate(() => void window.open('about:blank'))
    await shell.page.waitForTimeout(300)

    const windows = await shell.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)
    expect(windows).toBe(1)
    await expect.poll(() => shell.page.context().pages().length).toBe(1)
  })

  it.each(['geolocation', 'camera', 'microphone'])('is refused %s', async (name) => {
    const state = await shell.page.evaluate(
      async (asked) => (await navigator.permissions.query({ name: asked as PermissionName })).state,
      name,
    )

    expect(state).toBe('denied')
  })

  it('cannot fetch from any other place', async () => {
    const refused = await shell.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    const script = await shell.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true,
          })
          const element = document.createElement('script')
          element.src = 'https://example.com/x.js'
          document.head.append(element)
        }),
    )

    expect(refused).toBe('refused')
    expect(script).toBe('script-src-elem')
  })

  it('gets files of the pages and none beside them', async () => {
    const found = await shell.page.evaluate(() =>
      Promise.all(
        ['/index.html', '/..%2f..%2fpackage.json', '/%2e%2e/main/main.js', '/nothing.js'].map(
          async (path) => (await fetch(path)).status,
        ),
      ),
    )

    expect(found).toEqual([200, 404, 404, 404])
  })
})

describe('the core', () => {
  it('lets a clerk sign in through the page', async () => {
    const { page } = shell
    await page.getByText(people.clerk.displayName).click()
    await page.getByLabel('密码').fill(people.clerk.password)
    await page.keyboard.press('Enter')

    await page.getByText('切换用户').waitFor()
  })

  it('keeps the session over a reload', async () => {
    await shell.page.reload()

    await shell.page.getByText('切换用户').waitFor()
  })

  it('gives no port to a document that is not one of our pages', async () => {
    expect(await askFromElsewhere()).toBe('no port')
  })
})

async function saveTo(target: string, token: string): Promise<unknown> {
  await shell.inMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, target)
  return callFromPage('file/save', { token })
}

/** One call from the page's own world, over a port of its own, as the wire carries it. */
function callFromPage(call: string, input: unknown): Promise<unknown> {
  return shell.page.evaluate(
    (frame) =>
      new Promise((resolve) => {
        const useOwnPort = (event: MessageEvent): void => {
          const port = event.ports[0]
          if (event.data !== 'onecard-port' || port === undefined) return
          window.removeEventListener('message', useOwnPort)
          port.onmessage = ({ data }) => resolve(JSON.parse(data as string).p.b.json)
          port.postMessage(frame)
        }
        window.addEventListener('message', useOwnPort)
        ;(window as unknown as { onecardShell: { connect(): void } }).onecardShell.connect()
      }),
    JSON.stringify({ i: '1', p: { u: `/${call}`, b: { json: input } } }),
  )
}

/** Shows a page of some other server in a second window with our preload, and asks for a port from there. */
async function askFromElsewhere(): Promise<string> {
  const elsewhere = createServer((_request, response) => response.end('<!doctype html><p>elsewhere'))
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
  const answer = await shell.inMain(async ({ BrowserWindow }, url) => {
    const first = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): { preload: string }
    }
    const { preload } = first.getLastWebPreferences()
    const window = new BrowserWindow({ show: false, webPreferences: { preload, partition: 'elsewhere' } })
    await window.loadURL(url)
    const asked = (await window.webContents.executeJavaScript(`new Promise((resolve) => {
      window.addEventListener('message', (event) => { if (event.ports.length > 0) resolve('a port') })
      window.onecardShell.connect()
      setTimeout(() => resolve('no port'), 1000)
    })`)) as string
    window.destroy()
    return asked
  }, address)
  elsewhere.close()
  return answer
}

describe('the desktop', () => {
  it('has a menu in Chinese', async () => {
    const labels = await shell.inMain(
      ({ Menu }) => Menu.getApplicationMenu()!.items.map((item) => item.label),
      null,
    )

    expect(labels).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)'])
  })

  it('opens and saves where the person says, and the page never learns the path', async () => {
    const picked = join(folder, '名册.csv')
    await writeFile(picked, '姓名\n')
    await shell.inMain(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, picked)

    const ref = await callFromPage('file/pick', { purpose: 'spreadsheet' })

    expect(ref).toMatchObject({ name: '名册.csv', size: 7 })
    expect(await saveTo(join(folder, '另存.csv'), (ref as { token: string }).token)).toEqual({ saved: true })
    expect(await readFile(join(folder, '另存.csv'), 'utf8')).toBe('姓名\n')
    expect(JSON.stringify(ref)).not.toContain(folder)
  })

  it('closes the core before it ends, so that the next start finds the folder free', async () => {
    await shell.close()

    expect(await shell.ended).toBe(0)
    shell = await launchShell({ folder: join(folder, 'workstation') })
    await shell.page.getByText(people.clerk.displayName).waitFor()
  })

  it('says in plain Chinese that the core has stopped, and ends when nobody wants it again', async () => {
    const core = await shell.inMain(({ app, dialog }) => {
      const seen = globalThis as { shown?: unknown; answer?: (answer: unknown) => void }
      dialog.showMessageBox = (options: unknown) => {
        seen.shown = options
        return new Promise((resolve) => (seen.answer = resolve as never))
      }
      return app.getAppMetrics().find(({ name }) => name === 'onecard-core')!.pid
    }, null)

    process.kill(core, 'SIGKILL')

    const shown = () => shell.inMain(() => (globalThis as { shown?: unknown }).shown ?? null, null)
    await expect.poll(shown).toMatchObject({
      message: '核心程序意外停止',
      detail: expect.stringContaining('已经保存的数据没有丢失'),
      buttons: ['重新启动', '退出'],
    })
    await shell.inMain(() => {
      ;(globalThis as { answer?: (answer: unknown) => void }).answer?.({ response: 1 })
    }, null)
    expect(await shell.ended).toBe(1)
  })
})
