import type { ReactNode } from 'react'
import { findField } from '../../../../src-main/domain/survey-field.ts'
import { visitFields } from '../../../../src-main/domain/survey-visit.ts'
import { useEntryPlace } from './entry-context.ts'
import { visitValues } from './entry-edits.ts'
import { EntryField } from './entry-field.tsx'

const widths: Readonly<Record<string, string>> = {
  'visit.on': 'w-day',
  'visit.nextOn': 'w-day',
  'visit.phone': 'w-phone',
  'visit.why': 'w-long',
  'visit.basis': 'w-long',
  'visit.remark': 'w-long',
  'visit.asked': 'w-wide',
}

/** 走访情况 — first, because it says whether the rest is asked at all; only what this state and way ask for. */
export function VisitStrip(): ReactNode {
  const { sheet } = useEntryPlace()
  const { shown, required } = visitFields(visitValues(sheet), sheet.set.modes)
  return (
    <section className="visit-strip" data-section="visit" aria-label="走访情况">
      {shown.map((field) => {
        const label = findField(field)?.label ?? field
        return (
          <label key={field} className={`strip-field ${widths[field] ?? 'w-code'}`}>
            <span>
              {label}
              {required.includes(field) && <i className="must">*</i>}
            </span>
            <EntryField subject="visit" field={field} label={label} />
          </label>
        )
      })}
    </section>
  )
}
