import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { meetingStyle } from './meeting-record.tsx'
import { PaperSheet, type PaperHeading, type SheetNumber } from './paper-sheet.tsx'
import { paperStyle } from './paper-style.ts'
import { renderMarkup } from './printable-page.tsx'
import { registerStyle } from './village-register.tsx'
import { visitFormStyle } from './visit-form.tsx'

/** One sheet before it has a number. */
export interface LaidOutSheet {
  readonly subtitle: ReactNode
  readonly content: ReactNode
}

/** One sheet as markup; a paper of hundreds is rendered one by one, so that nobody waits for all of them. */
export function renderSheet(heading: PaperHeading, sheet: LaidOutSheet, number: SheetNumber): string {
  return renderToStaticMarkup(
    <PaperSheet heading={heading} number={number} subtitle={sheet.subtitle}>
      {sheet.content}
    </PaperSheet>,
  )
}

/** The whole paper as one document, as the notice is. */
export function renderPaper(heading: PaperHeading, sheets: readonly string[]): string {
  return renderMarkup({
    title: `${heading.serial} ${heading.title} ${heading.village}`,
    style: paperStyle + registerStyle + visitFormStyle + meetingStyle,
    markup: sheets.join(''),
  })
}
