import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLog } from '../../src-main/host/log.ts'

test('a log that cannot be written ends nothing, and goes on once it can', async () => {
  const place = mkdtempSync(join(tmpdir(), 'onecard-log-'))
  onTestFinished(() => rmSync(place, { recursive: true }))
  const folder = join(place, 'logs')
  writeFileSync(folder, 'in the way')
  const log = openLog(folder)

  log.error({ code: 'storage.full' }, 'before')
  await log.close()
  rmSync(folder)

  const file = join(folder, 'onecard.log')
  await expect
    .poll(() => {
      log.error({ code: 'storage.full' }, 'after')
      return existsSync(file) && readFileSync(file, 'utf8').includes('after')
    })
    .toBe(true)
  await log.close()
})
