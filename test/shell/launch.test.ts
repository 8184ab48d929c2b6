import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasDesktop } from '../../src-main/shell/browser/open-browser.ts'
import { defaultDataFolder } from '../../src-main/shell/data-folder.ts'
import { findElectronBinary } from '../../src-main/shell/launch/electron-binary.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'onecard-launch-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function givenElectron(folder = join(root, 'node_modules/electron/dist')): Promise<string> {
  await mkdir(folder, { recursive: true })
  await mkdir(join(root, 'node_modules/electron'), { recursive: true })
  await writeFile(join(root, 'node_modules/electron/path.txt'), 'electron\n')
  await writeFile(join(folder, 'electron'), '')
  return join(folder, 'electron')
}

describe('Electron', () => {
  it('is found by its files', async () => {
    const path = await givenElectron()

    expect(findElectronBinary(root, {})).toEqual({ path })
  })

  it('is found where the environment says it lies', async () => {
    const elsewhere = join(root, 'elsewhere')
    const path = await givenElectron(elsewhere)

    expect(findElectronBinary(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toEqual({ path })
  })

  it('is missing when only the package is there, and the reason names the command that brings it', async () => {
    await mkdir(join(root, 'node_modules/electron'), { recursive: true })
    await writeFile(join(root, 'node_modules/electron/path.txt'), 'electron')

    expect(findElectronBinary(root, {})).toEqual({ whyNot: expect.stringContaining('npx install-electron') })
  })

  it('is not used where no window can be shown', async () => {
    await givenElectron()

    expect(findElectronBinary(root, {}, false)).toEqual({ whyNot: expect.stringContaining('没有图形桌面') })
  })
})

describe.runIf(process.platform === 'linux')('a desktop', () => {
  it('is there when a display is', () => {
    expect(hasDesktop({})).toBe(false)
    expect(hasDesktop({ DISPLAY: ':0' })).toBe(true)
    expect(hasDesktop({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
  })
})

describe('the data folder', () => {
  it('is the place each operating system has for it', () => {
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/x' })).toBe(join('/x', 'onecard-township'))
    expect(defaultDataFolder('win32', { ProgramData: 'D:/PD' })).toContain(join('D:/PD', 'OneCardTownship'))
  })
})
