import { useRef, useState, type ReactNode } from 'react'
import { useWho } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { DraftChoice } from './draft-choice.tsx'
import { type Entry, nothingTyped, type QuestionSetView, sheetOf, type Typed } from './entry-model.ts'
import { EntryDesk } from './entry-desk.tsx'

interface Props {
  readonly entry: Entry
  readonly set: QuestionSetView
  onGo(taskId: string | null): void
  onLeave(): void
  onAgain(): void
}

/** What was typed before and not saved comes first: it is taken up again or put away, never just typed over. */
export function EntryForm({ entry, set, ...ways }: Props): ReactNode {
  const { state } = useWho()
  const [start, setStart] = useState<Typed | undefined>(entry.draft === null ? nothingTyped : undefined)
  const discarding = useRef(false)
  if (start !== undefined) return <EntryDesk entry={entry} set={set} start={start} {...ways} />
  const draft = draftIn(entry)
  const discard = async (): Promise<void> => {
    if (discarding.current) return
    discarding.current = true
    await client.survey.discardDraft({ taskId: entry.taskId })
    setStart(nothingTyped)
  }
  return (
    <section className="entry panel">
      <DraftChoice
        sheet={sheetOf(entry, set, state.today, draft)}
        savedAt={entry.draft?.savedAt ?? ''}
        onRecover={() => setStart(draft)}
        onDiscard={() => void discard()}
      />
    </section>
  )
}

function draftIn({ draft }: Entry): Typed {
  if (draft === null) return nothingTyped
  try {
    return { ...nothingTyped, ...(JSON.parse(draft.typed) as Partial<Typed>) }
  } catch {
    return nothingTyped
  }
}
