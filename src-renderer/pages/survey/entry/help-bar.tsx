import type { ReactNode } from 'react'
import { findField } from '../../../../src-main/domain/survey-field.ts'
import type { SurveyQuestion } from '../../../../src-main/domain/survey-question.ts'
import { parseValue } from '../../../../src-main/domain/survey-value.ts'
import { fieldRuleText } from '../../../../src-main/wording/field-rules.ts'
import { shortInstantText } from '../../../format/instant.ts'
import { type EntryPlace, type FocusedField, useEntryPlace } from './entry-context.ts'
import { keyOf, textIn } from './entry-model.ts'
import { useNotes } from './row-notes.tsx'

/** 帮助行 — everything about the field under the cursor, always at the same place at the foot of the page. */
export function HelpBar(): ReactNode {
  const place = useEntryPlace()
  const { focused } = place
  return (
    <footer className="help-bar" aria-live="polite">
      {focused === undefined ? (
        <Keys />
      ) : (
        <>
          <span className="help-field">
            <FieldHelp place={place} focused={focused} />
          </span>
          <PersonNotes subject={focused.subject} />
        </>
      )}
    </footer>
  )
}

function Keys(): ReactNode {
  return (
    <span className="quiet">
      Enter 下一项 · Shift+Enter 上一项 · ↑↓ 同列 · PgDn 下一块 · F2 保存并下一户 · F4 留草稿看下一户 · F6
      加账户 · F7 记录 · F8 附件 · F9 看全号 · Esc 返回（不丢内容）
    </span>
  )
}

function FieldHelp({
  place,
  focused,
}: {
  readonly place: EntryPlace
  readonly focused: FocusedField
}): ReactNode {
  const { sheet } = place
  const { subject, field } = focused
  const question = sheet.set.questions.find(({ key }) => `q.${key}` === field)
  const text = textIn(sheet, subject, field)
  const parsed = parseValue(sheet.kind(field), text, sheet.today)
  const rule = parsed.ok ? place.broken(subject, field) : parsed.rule
  return (
    <>
      <b>{question?.text ?? findField(field)?.label}</b> <Codes place={place} focused={focused} />
      <Range question={question} />
      {rule !== undefined && text !== '' && <span className="must"> {fieldRuleText(rule)}</span>}
      {rule === 'required' && text === '' && <span className="must"> 请填写</span>}
      <Was place={place} focused={focused} />
      <Rivals place={place} focused={focused} />
      <RegisterDiffers place={place} focused={focused} />
      {question?.confirmed === false && (
        <span className="quiet" title={question.source}>
          {' '}
          〔未确认〕
        </span>
      )}
    </>
  )
}

function Codes({
  place,
  focused,
}: {
  readonly place: EntryPlace
  readonly focused: FocusedField
}): ReactNode {
  const { sheet } = place
  const { field } = focused
  if (field === 'household.householder' || field === 'line.person')
    return (
      <span>
        填成员序号：
        {sheet.people
          .map(({ id }, at) => `${String(at + 1)} ${sheet.value(id, 'person.name') ?? ''}`)
          .join('　')}
      </span>
    )
  if (field === 'line.account')
    return (
      <span>
        填账户序号：
        {sheet.accounts
          .map(
            ({ id, personId }, at) =>
              `${String(at + 1)} ${sheet.value(personId, 'person.name') ?? ''}…${(sheet.value(id, 'account.accountNo') ?? '').slice(-4)}`,
          )
          .join('　')}
      </span>
    )
  if (field === 'visit.respondent' || field === 'visit.signer')
    return <span>填姓名，或填成员序号自动带出</span>
  if (field === 'visit.signerRelation') return <span>{relationsText(place)}</span>
  const kind = sheet.kind(field)
  if (kind.kind !== 'choice') return kind.kind === 'day' ? <span>如 7-2 或 0702，年可省</span> : null
  return <span>{kind.choices.map(({ code, label }) => `${code} ${label}`).join('　')}</span>
}

function relationsText({ sheet }: EntryPlace): string {
  const mode = sheet.set.modes.find((one) => one.mode === sheet.value('visit', 'visit.mode'))
  return mode === undefined ? '' : mode.signerRelations.join('、')
}

function Range({ question }: { readonly question: SurveyQuestion | undefined }): ReactNode {
  if (question?.least === undefined && question?.most === undefined) return null
  return (
    <span className="quiet">
      {' '}
      （{question.least ?? ''}–{question.most ?? ''}）
    </span>
  )
}

/** What stood there before somebody typed over it. */
function Was({ place, focused }: { readonly place: EntryPlace; readonly focused: FocusedField }): ReactNode {
  const { sheet, isRevealed } = place
  const { subject, field } = focused
  if (sheet.typed.values[keyOf(subject, field)] === undefined) return null
  const kept = sheet.kept(subject, field)
  if (kept === null || kept === sheet.value(subject, field)) return null
  const kind = sheet.kind(field)
  const label = kind.kind === 'choice' ? kind.choices.find(({ value }) => value === kept)?.label : undefined
  const isNumber = findField(field)?.sensitive === true
  const shown = isNumber && !isRevealed ? `…${kept.slice(-4)}` : kept
  return <span className="quiet"> 原为：{label === undefined || label === '' ? shown : label}</span>
}

/** 冲突 — both values with who and when; the next value typed, or one of these, decides. */
function Rivals({
  place,
  focused,
}: {
  readonly place: EntryPlace
  readonly focused: FocusedField
}): ReactNode {
  const { sheet, type } = place
  const { subject, field } = focused
  const value = sheet.entry.values.find((one) => one.subject === subject && one.field === field)
  if (value === undefined || !value.conflict) return null
  const kind = sheet.kind(field)
  const textOf = (kept: string | null) =>
    kind.kind === 'choice' ? (kind.choices.find((one) => one.value === kept)?.label ?? kept) : kept
  return (
    <span className="must">
      {' '}
      冲突，请定一个：
      {value.rivals.map((rival, at) => (
        <button
          key={at}
          type="button"
          className="link"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => type(subject, field, rival.value ?? '')}
        >
          Ctrl+{at + 1} {textOf(rival.value) ?? '（空）'}（{rival.by} {shortInstantText(rival.at)}）
        </button>
      ))}
    </span>
  )
}

/** The register has become something else since this was typed, or waits for an event: both stand side by side. */
function RegisterDiffers({
  place,
  focused,
}: {
  readonly place: EntryPlace
  readonly focused: FocusedField
}): ReactNode {
  const { sheet } = place
  const { subject, field } = focused
  const value = sheet.entry.values.find((one) => one.subject === subject && one.field === field)
  if (value?.register !== 'differs' || sheet.typed.values[keyOf(subject, field)] !== undefined) return null
  if (field === 'household.householder')
    return <span className="explain"> 登记簿的户主未变，请在户页办理户主变更</span>
  const register = sheet.base(subject, field)
  const shown = findField(field)?.sensitive === true ? `…${(register ?? '').slice(-4)}` : register
  return <span className="explain"> 没有写进登记簿，登记簿现为：{shown ?? '（空）'}；再输一遍即以此为准</span>
}

function PersonNotes({ subject }: { readonly subject: string }): ReactNode {
  const { sheet } = useEntryPlace()
  const personId =
    sheet.people.find(({ id }) => id === subject)?.id ??
    sheet.accounts.find(({ id }) => id === subject)?.personId ??
    ''
  const notes = useNotes(
    personId,
    sheet.accounts.filter((account) => account.personId === personId),
  )
  if (notes.length === 0) return null
  const classOf = { block: 'must', explain: 'explain', hint: 'quiet' } as const
  return (
    <span className="help-notes">
      {notes.map((note) => (
        <span key={note.text} className={classOf[note.severity]}>
          {note.text}
        </span>
      ))}
    </span>
  )
}
