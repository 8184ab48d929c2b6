import { sha256Hex } from '../crypto/digest.ts'
import { MeetingRecordSheet } from '../documents/meeting-record.tsx'
import type { LaidOutSheet } from '../documents/paper-document.tsx'
import { registerPages } from '../documents/register-pages.ts'
import { RegisterTable } from '../documents/village-register.tsx'
import { VisitFormSheet, VisitFormSubtitle, visitSheets } from '../documents/visit-form.tsx'
import type { FormQuestions, VisitForm } from '../documents/visit-form-document.ts'
import { checkLetters } from '../domain/paper-code.ts'
import type { RegisterLine } from '../documents/register-pages.ts'
import type { PrintedHousehold } from './paper-content.ts'

/** A paper laid out: its sheets in order, and which household stands on which of them. */
export interface LaidOutPaper {
  readonly sheets: readonly (LaidOutSheet & { readonly part: string })[]
  readonly lines: readonly PaperLine[]
  /** Everything that was printed, for the digest. */
  readonly content: unknown
}

export interface PaperLine {
  readonly lineNo: number
  readonly taskId: string | null
  readonly householdId: string | null
  readonly firstPage: number
  readonly lastPage: number
}

export const blankForm: VisitForm = {
  household: null,
  people: [],
  accounts: [],
  former: [],
  land: null,
  mustVisit: [],
}

/** One form after the other; a blank one has no household yet. */
export function layOutForms(
  place: string,
  forms: readonly (PrintedHousehold<VisitForm> | null)[],
  questions: FormQuestions,
): LaidOutPaper {
  const sheets: (LaidOutSheet & { part: string })[] = []
  const lines = forms.map((form, index): PaperLine => {
    const printed = form?.printed ?? blankForm
    const firstPage = sheets.length + 1
    const own = visitSheets(printed, questions)
    for (const [at, sheet] of own.entries())
      sheets.push({
        subtitle: <VisitFormSubtitle place={place} household={printed.household} />,
        content: <VisitFormSheet sheet={sheet} />,
        part: `本户第${at + 1}页共${own.length}页`,
      })
    const { taskId = null, householdId = null } = form ?? {}
    return { lineNo: index + 1, taskId, householdId, firstPage, lastPage: sheets.length }
  })
  return { sheets, lines, content: { forms, questions } }
}

export function layOutRegister(place: string, of: readonly PrintedHousehold<RegisterLine>[]): LaidOutPaper {
  const pages = registerPages(of.map(({ printed }) => printed))
  const lines = pages.flatMap((rows, index) =>
    rows.flatMap((row): PaperLine[] => {
      if (row.is !== 'line') return []
      const { lineNo } = row.line
      const { taskId = null, householdId = null } = of[lineNo - 1] ?? {}
      return [{ lineNo, taskId, householdId, firstPage: index + 1, lastPage: index + 1 }]
    }),
  )
  const sheets = pages.map((rows) => ({ subtitle: place, content: <RegisterTable rows={rows} />, part: '' }))
  return { sheets, lines, content: of }
}

export function layOutMeeting(place: string, subject: string): LaidOutPaper {
  const sheet = { subtitle: place, content: <MeetingRecordSheet subject={subject} />, part: '' }
  return { sheets: [sheet], lines: [], content: subject }
}

/** 校验码 of a page — from everything that was printed; without it nobody can make one up (see `domain/paper-code.ts`). */
export function pageCheck(contentSha256: string, serial: string, page: number, pages: number): string {
  const text = [contentSha256, serial, page, pages].join('/')
  return checkLetters(sha256Hex(new TextEncoder().encode(text)))
}
