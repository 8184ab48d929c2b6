import { Button } from 'antd'
import type { ReactNode } from 'react'
import { findField } from '../../../../src-main/domain/survey-field.ts'
import { findChoice } from '../../../../src-main/domain/survey-choice.ts'
import { instantText } from '../../../format/instant.ts'
import { type EntrySheet, keyOf } from './entry-model.ts'

interface Props {
  /** The household as it would be with the draft over it. */
  readonly sheet: EntrySheet
  readonly savedAt: string
  onRecover(): void
  onDiscard(): void
}

/** 草稿 — somebody has to say whether it counts; until then nothing is typed over it. */
export function DraftChoice({ sheet, savedAt, onRecover, onDiscard }: Props): ReactNode {
  const keys = Object.keys(sheet.typed.values)
  return (
    <section className="draft-choice" aria-label="未保存的草稿">
      <h3>
        这一户有您 {instantText(savedAt)} 留下的草稿，还没有保存（{keys.length} 项）
      </h3>
      <div className="buttons">
        <Button type="primary" autoFocus onClick={onRecover}>
          恢复草稿，接着录 Enter
        </Button>
        <Button onClick={onDiscard}>放弃草稿（仍可查）</Button>
      </div>
      <table className="draft-table">
        <thead>
          <tr>
            <th scope="col">谁</th>
            <th scope="col">项目</th>
            <th scope="col">已保存的</th>
            <th scope="col">草稿里的</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const [subject = '', field = ''] = key.split('|')
            return (
              <tr key={key}>
                <td>{whoText(sheet, subject)}</td>
                <td>{fieldLabel(sheet, field)}</td>
                <td>{shownText(sheet, field, sheet.kept(subject, field))}</td>
                <td>
                  <b>{shownText(sheet, field, sheet.typed.values[keyOf(subject, field)] ?? null)}</b>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function whoText(sheet: EntrySheet, subject: string): string {
  if (subject === 'visit') return '走访'
  if (subject === 'household') return '本户'
  const owner = sheet.accounts.find(({ id }) => id === subject)?.personId
  const line = sheet.lines.find(({ id }) => id === subject)?.previous?.name
  return line ?? sheet.value(owner ?? subject, 'person.name') ?? '新成员'
}

function fieldLabel(sheet: EntrySheet, field: string): string {
  return (
    sheet.set.questions.find(({ key }) => `q.${key}` === field)?.label ?? findField(field)?.label ?? field
  )
}

/** Codes in words, numbers by their last four digits. */
function shownText(sheet: EntrySheet, field: string, text: string | null): string {
  if (text === null || text === '') return '（空）'
  const kind = sheet.kind(field)
  if (kind.kind === 'choice') {
    const choice = findChoice(kind.choices, text)
    if (choice !== undefined)
      return choice.label === '' ? (sheet.value(choice.value, 'person.name') ?? text) : choice.label
  }
  return findField(field)?.sensitive === true && text.length > 4 ? `…${text.slice(-4)}` : text
}
