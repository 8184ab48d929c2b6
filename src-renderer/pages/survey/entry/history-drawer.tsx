import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { findField } from '../../../../src-main/domain/survey-field.ts'
import { choiceLabel } from '../../../../src-main/domain/survey-choice.ts'
import { calls } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { instantText } from '../../../format/instant.ts'
import type { EntrySheet } from './entry-model.ts'

interface Props {
  readonly sheet: EntrySheet
  onClose(): void
}

/** 录入记录 — every value ever given for this household in the round, and the drafts that were put away. */
export function HistoryDrawer({ sheet, onClose }: Props): ReactNode {
  const { taskId } = sheet.entry
  const history = useQuery(calls.survey.history.queryOptions({ input: { taskId } }))
  return (
    <Drawer open title="录入记录" size={680} onClose={onClose}>
      {history.isError && <ProblemAlert problem={problemOf(history.error)} />}
      {history.data?.edits.length === 0 && history.data.discarded.length === 0 && (
        <p className="quiet">这一户还没有录入记录。</p>
      )}
      <table className="draft-table">
        <tbody>
          {history.data?.edits.map((edit) => (
            <tr key={edit.editId} className={edit.counts ? '' : 'quiet'}>
              <td className="number">{instantText(edit.at)}</td>
              <td>{edit.by}</td>
              <td>
                {nameOf(sheet, edit.subject)} {labelOf(sheet, edit.field)}
              </td>
              <td>{textOf(sheet, edit.field, edit.value)}</td>
              <td>{edit.counts ? '' : '已被替代'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {history.data?.discarded.map((draft) => (
        <section key={draft.at} className="draft-table">
          <h3>
            {instantText(draft.at)} {draft.by} 放弃的草稿
          </h3>
          <ul>
            {Object.entries(valuesIn(draft.typed)).map(([key, text]) => (
              <li key={key}>
                {labelOf(sheet, key.slice(key.indexOf('|') + 1))}：{text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Drawer>
  )
}

function nameOf(sheet: EntrySheet, subject: string): string {
  const owner = sheet.accounts.find(({ id }) => id === subject)?.personId ?? subject
  return sheet.value(owner, 'person.name') ?? ''
}

function labelOf(sheet: EntrySheet, field: string): string {
  return (
    sheet.set.questions.find(({ key }) => `q.${key}` === field)?.label ?? findField(field)?.label ?? field
  )
}

function textOf(sheet: EntrySheet, field: string, value: string | null): string {
  if (value === null) return '（空）'
  const kind = sheet.kind(field)
  if (kind.kind !== 'choice') return value
  return choiceLabel(kind.choices, value) || (sheet.value(value, 'person.name') ?? value)
}

function valuesIn(typed: string): Readonly<Record<string, string>> {
  try {
    return (JSON.parse(typed) as { values?: Record<string, string> }).values ?? {}
  } catch {
    return {}
  }
}
