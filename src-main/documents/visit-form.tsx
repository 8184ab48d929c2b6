import { fillPages, type Piece } from './fill-pages.ts'
import { FormParts, headingMm, type FormPart, type FormSection } from './form-table.tsx'
import { sheetRoomMm } from './paper-sheet.tsx'
import {
  accountParts,
  closingParts,
  familyParts,
  Filled,
  landParts,
  placeParts,
  questionParts,
} from './visit-form-rows.tsx'
import type { FormQuestions, VisitForm } from './visit-form-document.ts'

const numerals = '一二三四五六七八九十'

/** One sheet of a household's form. */
export interface VisitSheet {
  readonly form: VisitForm
  readonly parts: readonly FormPart[]
  /** Sections in the order of the whole form, for their numbers. */
  readonly sections: readonly FormSection[]
}

/** 入户调查表 page by page; a section that goes on has its heading again. */
export function visitSheets(form: VisitForm, questions: FormQuestions): VisitSheet[] {
  const parts = [
    ...placeParts(form),
    ...familyParts(form),
    ...landParts(form, questions.perMu),
    ...accountParts(form),
    ...questionParts(questions, form.people.length),
    ...closingParts(questions),
  ]
  const sections = [...new Set(parts.map(({ value }) => value.section))]
  const pages = fillPages(withHeadings(parts), sheetRoomMm, ({ section }) => headingMm(section))
  return pages.map((page) => ({ form, parts: page, sections: sections.filter(({ title }) => title !== '') }))
}

/** The first row of a section brings its heading's height; that a page repeats it is counted by the page. */
function withHeadings(parts: readonly Piece<FormPart>[]): Piece<FormPart>[] {
  return parts.map((part, index) => {
    const begins = part.value.section !== parts[index - 1]?.value.section
    return begins ? { ...part, heightMm: part.heightMm + headingMm(part.value.section) } : part
  })
}

export function VisitFormSheet({ sheet: { parts, sections } }: { readonly sheet: VisitSheet }) {
  return (
    <FormParts
      parts={parts}
      titleOf={(section) => `${numerals[sections.indexOf(section)]}、${section.title}`}
    />
  )
}

/** Whose form it is, on every sheet of it; open where it is to be written in. */
export function VisitFormSubtitle({
  place,
  household,
}: {
  readonly place: string
  readonly household: VisitForm['household']
}) {
  return (
    <>
      {place} <Filled text={household?.group} widthMm={16} /> 户主{' '}
      <Filled text={household?.householder} widthMm={28} /> 户编号后五位{' '}
      <Filled text={household?.householdTail} widthMm={18} />
    </>
  )
}

export const visitFormStyle = `
.content p.line { line-height: 7.8mm }
`
