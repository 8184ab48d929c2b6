import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'))

interface Configuration {
  readonly asarUnpack: readonly string[]
  readonly npmRebuild: boolean
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly win: { readonly target: readonly { readonly target: string }[] }
  readonly linux: { readonly target: readonly { readonly target: string }[] }
}

const { validateConfiguration } = fromBuilder('./out/util/config/config.js') as {
  validateConfiguration(configuration: unknown, log: { isEnabled: boolean }): Promise<void>
}
const { load } = fromBuilder('js-yaml') as { load(text: string): unknown }

let configuration: Configuration
beforeAll(async () => {
  configuration = load(await readFile(resolve(root, '.electron-builder.yml'), 'utf8')) as Configuration
})

describe('the installer configuration', () => {
  it('is one that electron-builder accepts', async () => {
    await expect(validateConfiguration(configuration, { isEnabled: false })).resolves.toBeUndefined()
    await expect(
      validateConfiguration({ ...configuration, electronFuses: { unknownFuse: true } }, { isEnabled: false }),
    ).rejects.toThrow('electronFuses')
  })

  it('leaves one fuse on, the one a spreadsheet is read with, and turns every way around the program off', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: true,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('makes NSIS, deb and AppImage, with the driver beside the archive and nothing rebuilt', () => {
    const targets = [...configuration.win.target, ...configuration.linux.target].map(({ target }) => target)

    expect(targets).toEqual(['nsis', 'deb', 'AppImage'])
    expect(configuration.asarUnpack).toEqual(['**/*.node'])
    expect(configuration.npmRebuild).toBe(false)
  })
})
