import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { type ARoundOnLaptops, aRoundOnLaptops, editedFields } from '../builders/a-round-on-laptops.ts'
import { HandClock, noPrinter, password } from '../builders/a-workstation.ts'
import { aFile } from '../imaging/a-picture.ts'
import { keepResults } from './bench-results.ts'
import { builtProduct } from './built-product.ts'
import { timed } from './measure.ts'

const households = 500
const root = resolve(import.meta.dirname, '../..')
const { createCore, openPackageOf, runJob } = await builtProduct()

/** Merging is what the office waits for; decrypting, verifying and parsing the same packages is done in any case. */
it('merges what two laptops typed of the same 500 households', async () => {
  const round = await aRoundOnLaptops(households)
  for (const who of ['one', 'two'] as const) {
    for (let at = 0; at < households; at++) await round.editAll(who, at, `${who}的说法`)
    await round.write(who)
  }
  const knownKeys = await round.laptopKeys()
  await round.office.core.close()
  const core = officeOf(round)
  const clerk = core.client('clerk')
  await clerk.session.open({ signInName: 'clerk', password })

  const opened = await timed(() => openAll(core, round, knownKeys))
  const merged = await timed(async () => {
    const outcomes = []
    for (const { name, bytes } of round.results) {
      const { token } = await core.files.adopt(await aFile(name, bytes), name, false)
      outcomes.push(...(await runJob(clerk, 'fieldwork.receive', { fileToken: token })).files)
    }
    return outcomes
  })
  await core.close()
  await round.remove()

  const edits = households * editedFields.length * 2
  expect(opened.value).toBe(edits)
  expect(merged.value.map(({ newEdits }) => newEdits)).toEqual([edits / 2, edits / 2])
  expect(merged.value.map(({ newConflicts }) => newConflicts)).toEqual([0, edits / 2])
  const ratio = merged.milliseconds / opened.milliseconds
  keepResults('6-merge-fieldwork', [
    {
      what: 'merging 500 households of two laptops / opening their packages',
      measured: `${ratio.toFixed(1)} ×`,
      target: '',
      isRatio: true,
      note:
        `${edits} edits, every field contradicted: opened, merged and taken back from the register ${merged.milliseconds.toFixed(0)} ms; ` +
        `decrypted, verified and parsed alone ${opened.milliseconds.toFixed(0)} ms`,
    },
  ])
})

type Core = ReturnType<typeof createCore>

/** The office's own folder, opened by the product as it ships. */
function officeOf({ office: { folder } }: ARoundOnLaptops): Core {
  return createCore({
    ...{ folder, clock: new HandClock(), demonstration: false, carrier: 'command-line', pdf: noPrinter },
    resources: join(root, 'resources'),
    readWorker: new URL('../../src-main/workbook/read-worker.ts', import.meta.url),
    pictureWorker: new URL('../../src-main/imaging/picture-worker.ts', import.meta.url),
    software: { name: 'onecard', version: '0.0.0', build: 'bench' },
    stretch: { N: 2 ** 12 },
  })
}

/** As the office opens them, and nothing more; answers how many edits there are. */
async function openAll(
  core: Core,
  { results }: ARoundOnLaptops,
  knownKeys: Awaited<ReturnType<ARoundOnLaptops['laptopKeys']>>,
): Promise<number> {
  const { keys } = core.connect('any').context.host.door
  let edits = 0
  for (const { bytes } of results) {
    const zip = await keys.unsealForUs(bytes)
    if (typeof zip === 'string') throw new Error(zip)
    const opened = await openPackageOf(['survey-results'], zip, { knownKeys, at: '2026-07-01T02:00:00.000Z' })
    edits += opened.records.filter(({ type }) => type === 'edit').length
  }
  return edits
}
