import type { ReactNode } from 'react'
import { accountTail } from '../../../../src-main/domain/account-no.ts'
import { maskIdNumber } from '../../../../src-main/domain/id-number.ts'
import { maskPhone } from '../../../../src-main/domain/phone.ts'
import { findChoice } from '../../../../src-main/domain/survey-choice.ts'
import { useEntryPlace } from './entry-context.ts'
import { type EntrySheet, keyOf, textIn } from './entry-model.ts'

interface Props {
  readonly subject: string
  readonly field: string
  /** Read out by a screen reader and by tests: whose field it is, and which. */
  readonly label: string
  /** Fields of one column; ↑ and ↓ move in it. */
  readonly column?: string
  readonly isDisabled?: boolean
  readonly className?: string
}

/** 录入框 — plain text in and out; a code shows beside it what it means. */
export function EntryField({ subject, field, label, column, isDisabled, className }: Props): ReactNode {
  const place = useEntryPlace()
  const { sheet } = place
  const text = textIn(sheet, subject, field)
  const isTyped = sheet.typed.values[keyOf(subject, field)] !== undefined
  const shown = isTyped || place.isRevealed ? text : maskedText(field, text)
  const kind = sheet.kind(field)
  const choice = kind.kind === 'choice' ? findChoice(kind.choices, text.trim()) : undefined
  const state = stateOf(place, subject, field, isTyped)
  const type = (typed: string): void => {
    // Part of a masked number would be kept as if it were the number.
    if (!isTyped && shown !== text && typed.includes('*')) return
    place.type(subject, field, typed)
  }
  return (
    <span className={`entry-cell ${state} ${className ?? ''}`}>
      <input
        className="entry-input"
        aria-label={label}
        aria-invalid={state.includes('entry-broken-cell') || undefined}
        data-key={keyOf(subject, field)}
        {...(column === undefined ? {} : { 'data-column': column })}
        autoComplete="off"
        spellCheck={false}
        disabled={isDisabled === true || !place.mayType}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => {
          event.target.select()
          place.focus(subject, field)
        }}
        onBlur={() => place.leave(subject, field)}
      />
      {choice !== undefined && choice.label !== '' && <span className="entry-meaning">{choice.label}</span>}
    </span>
  )
}

/** Red where saving was refused or the text cannot be read, orange where the office knows more, blue where it is new. */
function stateOf(
  place: ReturnType<typeof useEntryPlace>,
  subject: string,
  field: string,
  isTyped: boolean,
): string {
  const { sheet, focused } = place
  const isHere = focused?.subject === subject && focused.field === field
  const isUnread = isTyped && sheet.value(subject, field) === undefined
  const states = [
    place.broken(subject, field) !== undefined || (isUnread && !isHere) ? 'entry-broken-cell' : '',
    hasConflict(sheet, subject, field) ? 'entry-conflict' : '',
    differsFromRegister(sheet, subject, field) ? 'entry-warned' : '',
    place.warnings.some((one) => one.subject === subject && one.field === field) ? 'entry-warned' : '',
    isTyped && sheet.value(subject, field) !== sheet.kept(subject, field) ? 'entry-changed' : '',
  ]
  return states.join(' ')
}

function hasConflict({ entry, typed }: EntrySheet, subject: string, field: string): boolean {
  if (typed.values[keyOf(subject, field)] !== undefined) return false
  return entry.values.some((one) => one.conflict && one.subject === subject && one.field === field)
}

function differsFromRegister({ entry, typed }: EntrySheet, subject: string, field: string): boolean {
  if (typed.values[keyOf(subject, field)] !== undefined) return false
  return entry.values.some(
    (one) => one.register === 'differs' && one.subject === subject && one.field === field,
  )
}

/** As in every list: enough to recognise a number, not to copy it. */
function maskedText(field: string, text: string): string {
  if (field === 'person.idNumber') return maskIdNumber(text)
  if (field === 'account.accountNo') return text === '' ? '' : `**** **** ${accountTail(text)}`
  return field === 'person.phone' ? maskPhone(text) : text
}
