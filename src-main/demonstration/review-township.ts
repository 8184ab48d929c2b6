import type { Client } from '../host/carriers/in-process.ts'
import { type DemonstrationFacts, fillIn } from './demonstration-facts.ts'
import { type Office, runJob } from './desk-work.ts'

interface Period {
  readonly programmeCode: string
  readonly year: number
}

/** The reviewer returns every record with something to handle, with its reasons, and approves the others. */
export async function reviewTownship(office: Office, period: Period, breathe: () => Promise<void>) {
  let returned = 0
  let after: string | null = null
  do {
    const page = await office.reviewer.review.list({
      ...period,
      status: 'submitted',
      findings: 'with',
      after,
      limit: 200,
    })
    for (const row of page.rows) {
      await returnRecord(office.reviewer, row)
      returned += 1
      if (returned % 20 === 0) await breathe()
    }
    after = page.next
  } while (after !== null)
  const approved = await runJob(office.reviewer, 'review.approve-clean', period)
  return { returned, approved }
}

async function returnRecord(
  reviewer: Client,
  row: { applicationId: string; version: number },
): Promise<void> {
  const { details } = await reviewer.review.record({ applicationId: row.applicationId })
  const reasons = details
    .filter((finding) => finding.severity !== 'hint')
    .map(({ title, detail }) => `${title}：${detail}`)
  await reviewer.review.decide({
    applicationId: row.applicationId,
    version: row.version,
    decision: 'return',
    reason: reasons.join(' ').slice(0, 500),
  })
}

/** A dated statement for every village that has something to post. */
export async function stateVerification(
  office: Office,
  period: Period,
  facts: DemonstrationFacts,
  statedOn: string,
) {
  const { ready } = await office.clerk.publicity.list(period)
  for (const { villageCode, villageName } of ready) {
    const statement = fillIn(facts.statement, { village: villageName })
    await office.clerk.verification.record({ ...period, villageCode, statedOn, statement, fileToken: null })
  }
  return ready.length
}
