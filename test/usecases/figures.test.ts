import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPackageOf } from '../../src-main/package-file/open-package.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import {
  applicationsOf,
  aRecipient,
  built,
  concluded,
  period,
  released,
  settings,
  statedFor,
  submitted,
} from '../builders/a-period.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'

/** Five mu each, 335.15 yuan. */
const [less, gone, same] = [aRollPerson(1), aRollPerson(2), aRollPerson(3)]
let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await submitted(office, [less, gone, same])
})
afterEach(() => office.remove())

async function decide(
  name: string,
  decision: 'approve' | 'decline' | 'return',
  reason: string,
): Promise<void> {
  const { applicationId, version } = (await applicationsOf(office)).find((row) => row.name === name)!
  await office.reviewer.review.decide({ applicationId, version, decision, reason })
}
const figuresOf = async (name: string) => {
  const { applicationId } = (await applicationsOf(office)).find((row) => row.name === name)!
  return (await office.reviewer.review.record({ applicationId })).figures
}
const applied = {
  stage: 'applied',
  quantityCenti: 500,
  amountFen: 33_515,
  reasonCode: '',
  basis: '由清册滚入',
}

test('what was applied for stays beside what the review found, with the reason of the difference, and leaves so', async () => {
  await decide(less.name, 'return', '面积要核')
  const { applicationId, version } = (await applicationsOf(office)).find(({ name }) => name === less.name)!
  await office.clerk.application.correct({ applicationId, version, areaCentiMu: 300, reason: '丈量后三亩' })
  await decide(less.name, 'approve', '')
  await decide(gone.name, 'decline', '土地已流转')
  await decide(same.name, 'approve', '')

  expect(await figuresOf(less.name)).toEqual([
    applied,
    {
      stage: 'reviewed',
      quantityCenti: 300,
      amountFen: 20_109,
      reasonCode: 'quantity-corrected',
      basis: '丈量后三亩',
    },
  ])
  expect(await figuresOf(gone.name)).toEqual([
    applied,
    { stage: 'reviewed', quantityCenti: 0, amountFen: 0, reasonCode: 'declined', basis: '土地已流转' },
  ])
  expect((await figuresOf(same.name))[1]).toMatchObject({
    quantityCenti: 500,
    amountFen: 33_515,
    reasonCode: '',
  })

  await office.clerk.setting.save({ values: settings })
  await statedFor(office, gantingCode)
  await concluded(office)
  await runJob(office.reviewer, 'review.check', period)
  const recipient = await aRecipient(office)
  const { file } = await released(office, await built(office, recipient))
  const bytes = await readFile((await office.core.files.take(file.token)).path)
  const at = office.clock.now().toISOString()
  const { identity } = recipient
  const { records } = await openPackageOf(['applications'], bytes, { identity, knownKeys: 'none', at })
  expect(records.map(({ beneficiary, figures }) => ({ name: beneficiary.name, ...figures }))).toEqual([
    {
      name: less.name,
      applied: { quantityCenti: 500, amountFen: 33_515 },
      reviewed: { quantityCenti: 300, amountFen: 20_109 },
    },
    {
      name: same.name,
      applied: { quantityCenti: 500, amountFen: 33_515 },
      reviewed: { quantityCenti: 500, amountFen: 33_515 },
    },
  ])
})
