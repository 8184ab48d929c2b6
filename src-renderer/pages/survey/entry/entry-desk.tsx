import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react'
import { v7 as newId } from 'uuid'
import type { BrokenValue } from '../../../../src-main/domain/survey-visit.ts'
import { useHasRole, useWho } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { problemOf, type ProblemData } from '../../../api/problem-of.ts'
import { askAgain } from '../../../api/query-client.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { EntryContext, type FocusedField } from './entry-context.ts'
import { brokenOf, editsOf } from './entry-edits.ts'
import { EntryHead } from './entry-head.tsx'
import { type Entry, keyOf, type QuestionSetView, sheetOf, type Typed } from './entry-model.ts'
import { addAccount, leaveField, typeInto } from './entry-reducer.ts'
import { HelpBar } from './help-bar.tsx'
import { HistoryDrawer } from './history-drawer.tsx'
import { HouseholdLine } from './household-line.tsx'
import { LinePane } from './line-pane.tsx'
import { MemberTable } from './member-table.tsx'
import { OutNow } from './out-now.tsx'
import { QuestionPane } from './question-pane.tsx'
import { useAttach } from './use-attach.ts'
import { useDraft } from './use-draft.ts'
import { useEntryKeys } from './use-entry-keys.ts'
import { useWarnings } from './use-warnings.ts'
import { VisitStrip } from './visit-strip.tsx'

interface Props {
  readonly entry: Entry
  readonly set: QuestionSetView
  readonly start: Typed
  onGo(taskId: string | null): void
  onLeave(): void
  onAgain(): void
}

/** 录入台 — the fields, what is typed in them, and the keys that save it or lead on. */
export function EntryDesk({ entry, set, start, onGo, onLeave }: Props): ReactNode {
  const { session, state } = useWho()
  const form = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(start)
  const [focused, setFocused] = useState<FocusedField>()
  const [isRevealed, setRevealed] = useState(false)
  const [broken, setBroken] = useState<readonly BrokenValue[]>([])
  const [problem, setProblem] = useState<ProblemData>()
  const [isSaving, setSaving] = useState(false)
  const [isHistory, setHistory] = useState(false)
  const draft = useDraft(entry.taskId)
  const attach = useAttach(entry.taskId)
  const sheet = useMemo(() => sheetOf(entry, set, state.today, typed), [entry, set, state.today, typed])
  const warnings = useWarnings(sheet)
  const mayType = useHasRole('clerk') && entry.roundStatus === 'open' && !isSaving
  const change = (next: Typed): void => {
    if (next === typed) return
    setTyped(next)
    draft.keeper.take(next)
  }
  const focusOn = (subject: string, field: string): void =>
    form.current
      ?.querySelector<HTMLInputElement>(`[data-key="${CSS.escape(keyOf(subject, field))}"]`)
      ?.focus()
  const save = async (): Promise<void> => {
    const wrong = brokenOf(sheet)
    setBroken(wrong)
    const [first] = wrong
    if (first !== undefined) return focusOn(first.subject, first.field)
    const edits = editsOf(sheet)
    setSaving(true)
    await draft.keeper.stop()
    try {
      if (edits.length > 0) await client.survey.saveVisit({ taskId: entry.taskId, edits: [...edits] })
      else if (Object.keys(typed.values).length > 0)
        await client.survey.discardDraft({ taskId: entry.taskId })
      void askAgain()
      onGo(entry.place.nextTaskId)
    } catch (error) {
      setProblem(problemOf(error))
      draft.keeper.resume()
      draft.keeper.take(typed)
      setSaving(false)
    }
  }
  useEntryKeys(form, {
    save: () => void save(),
    previous: () => onGo(entry.place.previousTaskId ?? entry.taskId),
    skip: () => onGo(entry.place.nextTaskId),
    addAccount: () => {
      const person = personUnder(focused, sheet)
      if (person !== undefined && mayType) change(addAccount(typed, person, newId))
    },
    attach: attach.pick,
    history: () => setHistory(true),
    reveal: () => setRevealed((shown) => !shown),
    leave: onLeave,
    decide: (rival) => {
      const value = sheet.entry.values.find(
        (one) => one.conflict && one.subject === focused?.subject && one.field === focused.field,
      )?.rivals[rival - 1]
      if (value !== undefined && focused !== undefined)
        type(focused.subject, focused.field, value.value ?? '')
    },
  })
  const type = (subject: string, field: string, text: string): void => {
    setBroken((before) => before.filter((one) => one.subject !== subject || one.field !== field))
    const next = typeInto(
      sheet,
      { subject, field, text },
      { today: state.today, visitor: session.displayName, newId },
    )
    // The cursor is in a row that has just got its id.
    if (next.added.length > typed.added.length)
      setFocused({ subject: next.added.at(-1)?.id ?? subject, field })
    change(next)
  }
  const atStart = useEffectEvent(() => {
    if (mayType) form.current?.querySelector<HTMLInputElement>('.entry-input')?.focus()
  })
  useEffect(() => atStart(), [])
  return (
    <EntryContext
      value={{
        ...{ sheet, focused, isRevealed, mayType, warnings, type },
        broken: (subject, field) =>
          broken.find((one) => one.subject === subject && one.field === field)?.rule,
        focus: (subject, field) => setFocused({ subject, field }),
        leave: (subject, field) => change(leaveField(sheet, subject, field)),
      }}
    >
      <section className="entry panel" ref={form} aria-label="入户调查">
        <EntryHead draft={draft.state} attached={attach.attached} />
        <OutNow taskId={entry.taskId} />
        {problem !== undefined && <ProblemAlert problem={problem} onClose={() => setProblem(undefined)} />}
        {attach.problem !== undefined && <ProblemAlert problem={attach.problem} onClose={attach.clear} />}
        {broken.length > 0 && (
          <p className="must entry-broken" role="alert">
            还有 {broken.length} 处没有填好，光标已在第一处；暂时填不了的按 F4 留草稿。
          </p>
        )}
        <VisitStrip />
        <HouseholdLine />
        <MemberTable />
        <div className="entry-lower">
          <LinePane />
          <QuestionPane />
        </div>
        <HelpBar />
        {isHistory && <HistoryDrawer sheet={sheet} onClose={() => setHistory(false)} />}
      </section>
    </EntryContext>
  )
}

/** Whose row the cursor is in. */
function personUnder(
  focused: FocusedField | undefined,
  sheet: ReturnType<typeof sheetOf>,
): string | undefined {
  if (focused === undefined) return undefined
  const account = sheet.accounts.find(({ id }) => id === focused.subject)
  return account?.personId ?? sheet.people.find(({ id }) => id === focused.subject)?.id
}
