import type { ReactNode } from 'react'
import { formatMu } from '../../../../src-main/domain/area.ts'
import { landCapCentiMu } from '../../../../src-main/domain/land-cap.ts'
import { accountTail } from '../../../../src-main/domain/account-no.ts'
import { muText } from '../../../format/amount.ts'
import { useEntryPlace } from './entry-context.ts'
import { EntryField } from './entry-field.tsx'
import type { EntrySheet, LineRow } from './entry-model.ts'
import { blankLine } from './entry-reducer.ts'

/** 申报 — last year's lines beside what was found this year, and the land they rest on. */
export function LinePane(): ReactNode {
  const { sheet, mayType } = useEntryPlace()
  const { perMu } = sheet.set
  const rows = mayType ? [...sheet.lines, { id: blankLine, previous: undefined }] : sheet.lines
  return (
    <section className="line-pane" data-section="line" aria-label="申报">
      <div className={`line-row line-head ${perMu ? '' : 'without-area'}`} aria-hidden="true">
        <span>享受人</span>
        {perMu && <span>上年亩</span>}
        {perMu && <span>今年亩</span>}
        <span>收款卡</span>
        <span>申报</span>
      </div>
      {rows.map((line, index) => (
        <Line key={index} line={line} index={index} />
      ))}
      {perMu && <Land />}
    </section>
  )
}

function Line({
  line: { id, previous },
  index,
}: {
  readonly line: LineRow
  readonly index: number
}): ReactNode {
  const { sheet } = useEntryPlace()
  const { perMu } = sheet.set
  const who = `申报${String(index + 1)} `
  const isBlank = id === blankLine
  return (
    <>
      <div className={`line-row ${perMu ? '' : 'without-area'}`}>
        {previous === undefined ? (
          <EntryField subject={id} field="line.person" column="line-person" label={`${who}享受人序号`} />
        ) : (
          <span title={previous.remark}>{previous.name}</span>
        )}
        {perMu && (
          <span className="number right">{previous === undefined ? '' : muText(previous.areaCentiMu)}</span>
        )}
        {perMu && (
          <EntryField
            subject={id}
            field="line.areaMu"
            column="line-area"
            label={`${who}今年面积`}
            isDisabled={isBlank}
          />
        )}
        <span className="line-account">
          <EntryField
            subject={id}
            field="line.account"
            column="line-account"
            label={`${who}收款账户序号`}
            isDisabled={isBlank}
          />
          <i className="quiet">{tailOf(sheet, id)}</i>
        </span>
        <EntryField
          subject={id}
          field="line.continues"
          column="line-continues"
          label={`${who}今年申报`}
          isDisabled={isBlank}
        />
      </div>
      {sheet.value(id, 'line.continues') === 'no' && (
        <label className="line-why">
          不再申报的原因
          <EntryField subject={id} field="line.why" label={`${who}不再申报的原因`} />
        </label>
      )}
    </>
  )
}

function tailOf(sheet: EntrySheet, lineId: string): string {
  const accountId = sheet.value(lineId, 'line.account')
  const accountNo = accountId ? sheet.value(accountId, 'account.accountNo') : null
  return accountNo ? `…${accountTail(accountNo)}` : ''
}

const landFields = [
  ['household.confirmedMu', '确权'],
  ['household.nonEligibleMu', '不予补贴'],
  ['household.transferredOutMu', '流转出'],
  ['household.farmedForOthersMu', '代种进'],
] as const

function Land(): ReactNode {
  const { sheet } = useEntryPlace()
  const cap = capOf(sheet)
  const claimed = claimedOf(sheet)
  const isOver = cap !== undefined && claimed > cap
  return (
    <div className="land-row">
      {landFields.map(([field, label]) => (
        <label key={field}>
          <span>{label}</span>
          <EntryField subject="household" field={field} label={`${label}面积`} />
        </label>
      ))}
      <label>
        <span>可补</span>
        <b className="number">{cap === undefined ? '—' : formatMu(cap)}</b>
      </label>
      {isOver && (
        <p className="explain" role="alert">
          今年合计 {formatMu(claimed)} 亩，超过可补 {formatMu(cap)} 亩，请核对
        </p>
      )}
    </div>
  )
}

/** 可补面积 by what stands on the page; undefined where no ledger and nobody says anything. */
function capOf(sheet: EntrySheet): number | undefined {
  const [confirmed, ...others] = landFields.map(([field]) => sheet.value('household', field))
  if (!confirmed) return undefined
  const [nonEligible = 0, transferredOut = 0, farmedForOthers = 0] = others.map(centiMu)
  return landCapCentiMu({ confirmed: centiMu(confirmed), nonEligible, transferredOut, farmedForOthers })
}

function claimedOf(sheet: EntrySheet): number {
  return sheet.lines
    .filter(({ id }) => sheet.value(id, 'line.continues') !== 'no')
    .reduce((sum, { id }) => sum + centiMu(sheet.value(id, 'line.areaMu')), 0)
}

function centiMu(value: string | null | undefined): number {
  return Math.round(Number(value ?? 0) * 100)
}
