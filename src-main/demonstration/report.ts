import type { JobResult } from '../contract/job.ts'
import type { Client } from '../host/carriers/in-process.ts'
import type { OpenedPackage } from '../package-file/examine-package.ts'
import type { FilledTownship } from './fill-township.ts'

type Totals = JobResult<'package.build'>['totals']

interface Ran {
  readonly software: { readonly name: string; readonly version: string; readonly build: string }
  readonly township: string
  readonly period: { readonly programmeCode: string; readonly year: number }
  readonly filled: FilledTownship
  readonly reviewed: { readonly returned: number; readonly approved: JobResult<'review.approve-clean'> }
  readonly overview: Awaited<ReturnType<Client['review']['overview']>>
  readonly frozen: JobResult<'publicity.freeze'>
  readonly printed: JobResult<'publicity.print'>
  readonly proof: {
    readonly built: JobResult<'package.build'>
    readonly released: JobResult<'package.release'>
    readonly verified: JobResult<'package.verify'>
    readonly opened: OpenedPackage<'applications'>
    readonly file: string
  }
}

export type DemonstrationReport = ReturnType<typeof reportOf>

/** 每一步的行数和金额 — what came in, what was sent back, what was posted and what left; every step ties to the next. */
export function reportOf(ran: Ran) {
  const { filled, overview, frozen, printed, proof, reviewed } = ran
  const of = (status: string) => overview.byStatus.find((one) => one.status === status)?.totals ?? nothing
  const opened = openedTotals(proof.opened)
  const steps = {
    imported: filled.imported.map(({ kind, batch }) => ({
      kind,
      file: batch.fileName,
      ...batch.counts,
      ...batch.sums,
    })),
    rolledForward: filled.rolled.totals,
    checked: filled.checked,
    returned: of('returned'),
    approved: of('approved'),
    publicized: { notices: frozen.made, ...frozen.totals },
    package: {
      ...proof.built.totals,
      sequence: proof.released.sequence,
      tagmanifestSha256: proof.released.tagmanifestSha256,
    },
    openedAgain: opened,
  }
  const ties = tiesOf(ran, steps)
  return {
    demonstration: true,
    degraded: printed.degraded,
    software: ran.software,
    township: ran.township,
    ...ran.period,
    steps,
    verification: { ok: proof.verified.ok, checks: proof.verified.checks, signers: proof.verified.signers },
    returnedOneByOne: reviewed.returned,
    ties,
    tiesOut: ties.every((tie) => tie.holds),
    noticesFailed: printed.failed,
  }
}

interface Steps {
  readonly rolledForward: Totals
  readonly returned: Totals
  readonly approved: Totals
  readonly publicized: Totals
  readonly package: Totals
  readonly openedAgain: Totals
}

/** 勾稽 — named, so that a difference says where. */
function tiesOf(ran: Ran, steps: Steps) {
  const rolls = ran.filled.imported.filter((one) => one.kind === 'farmland-roll')
  const accepted = rolls.reduce((sum, one) => sum + one.batch.counts.accepted, 0)
  const tie = (name: string, left: readonly number[], right: readonly number[]) => ({
    name,
    left,
    right,
    holds: String(left) === String(right),
  })
  const measure = ({ rows, areaCentiMu, amountFen }: Totals) => [rows, areaCentiMu, amountFen]
  const { returned, approved } = steps
  const both = [
    returned.rows + approved.rows,
    returned.areaCentiMu + approved.areaCentiMu,
    returned.amountFen + approved.amountFen,
  ]
  return [
    ...ran.filled.imported.map(({ batch }) =>
      tie(
        `${batch.fileName}：表内行＝有效＋退回＋跳过`,
        [batch.counts.lines],
        [batch.counts.accepted + batch.counts.rejected + batch.counts.skipped],
      ),
    ),
    tie('清册有效行＝滚动申报行', [accepted], [steps.rolledForward.rows]),
    tie('滚动申报＝退回＋通过', measure(steps.rolledForward), both),
    tie('通过＝公示', measure(approved), measure(steps.publicized)),
    tie('公示＝报送包', measure(steps.publicized), measure(steps.package)),
    tie('报送包＝收件人拆开所见', measure(steps.package), measure(steps.openedAgain)),
    tie('户、村、镇三级合计一致', [1], [ran.overview.tiesOut ? 1 : 0]),
  ]
}

const nothing: Totals = { rows: 0, people: 0, households: 0, areaCentiMu: 0, amountFen: 0 }

function openedTotals({ records }: OpenedPackage<'applications'>): Totals {
  return {
    rows: records.length,
    people: new Set(records.map((record) => record.beneficiary.idNumber)).size,
    households: new Set(records.map((record) => record.householdNo ?? record.beneficiary.idNumber)).size,
    areaCentiMu: records.reduce((sum, record) => sum + record.areaCentiMu, 0),
    amountFen: records.reduce((sum, record) => sum + (record.amountFen ?? 0), 0),
  }
}
