import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findBrowser } from '../../src-main/transport/find-browser.ts'

it('takes a browser on the PATH before the well-known places, if it can be run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onecard-path-'))
  const program = join(folder, 'chromium')
  writeFileSync(program, '#!/bin/sh\n')

  expect(findBrowser({ PATH: folder }, 'linux')).not.toBe(program)
  chmodSync(program, 0o755)
  expect(findBrowser({ PATH: folder }, 'linux')).toBe(program)
})

it('finds nothing where there is nothing', () => {
  expect(findBrowser({ ProgramFiles: '/nowhere' }, 'win32')).toBeUndefined()
})
