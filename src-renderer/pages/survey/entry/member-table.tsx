import type { ReactNode } from 'react'
import { ageOn, parseIdNumber } from '../../../../src-main/domain/id-number.ts'
import { useEntryPlace } from './entry-context.ts'
import { EntryField } from './entry-field.tsx'
import type { AccountRow, EntrySheet, PersonRow } from './entry-model.ts'
import { blankAccount, blankPerson } from './entry-reducer.ts'
import { RowNotes } from './row-notes.tsx'

/** 成员和账户 — one line a person with their account; more accounts below it, and a blank line for somebody new. */
export function MemberTable(): ReactNode {
  const { sheet, mayType } = useEntryPlace()
  // Keyed by place: the blank line becomes a person’s with its first character, and the cursor stays in it.
  const rows = mayType ? [...sheet.people, { id: blankPerson, known: undefined }] : sheet.people
  return (
    <section data-section="member" aria-label="家庭成员和账户">
      <div className="member-row member-head" aria-hidden="true">
        {[
          '',
          '姓名',
          '关系',
          '身份证号',
          '性别、年龄',
          '电话',
          '在户',
          '账号',
          '开户行',
          '卡在谁手里',
          '提示',
        ].map((title, at) => (
          <span key={at}>{title}</span>
        ))}
      </div>
      {rows.map((person, index) => (
        <Member key={index} person={person} index={index} />
      ))}
    </section>
  )
}

interface MemberProps {
  readonly person: PersonRow
  readonly index: number
}

function Member({ person: { id }, index }: MemberProps): ReactNode {
  const { sheet } = useEntryPlace()
  const who = `${String(index + 1)} `
  const [first, ...more] = sheet.accounts.filter(({ personId }) => personId === id)
  const presence = sheet.value(id, 'person.presence')
  const isBlank = id === blankPerson
  return (
    <>
      <div className="member-row">
        <span className="row-no">
          {isBlank ? '＋' : index + 1}
          {sheet.value('household', 'household.householder') === id && <b title="户主">户</b>}
        </span>
        <EntryField subject={id} field="person.name" column="name" label={`${who}姓名`} />
        <EntryField subject={id} field="person.relation" column="relation" label={`${who}关系`} />
        <EntryField subject={id} field="person.idNumber" column="id" label={`${who}身份证号`} />
        <span className="derived">{isBlank ? '' : <Derived sheet={sheet} personId={id} />}</span>
        <EntryField subject={id} field="person.phone" column="phone" label={`${who}电话`} />
        <EntryField
          subject={id}
          field="person.presence"
          column="presence"
          label={`${who}在户`}
          isDisabled={isBlank}
        />
        <AccountFields account={first} personId={id} who={who} isDisabled={isBlank} />
        <RowNotes personId={id} accounts={sheet.accounts.filter(({ personId }) => personId === id)} />
      </div>
      {more.map((account, at) => (
        <div key={account.id} className="member-row member-more">
          <span className="more-label">{`账户 ${String(at + 2)}`}</span>
          <AccountFields account={account} personId={id} who={`${who}账户${String(at + 2)} `} />
          <span />
        </div>
      ))}
      {presence === 'dead' && (
        <div className="member-row member-more">
          <span className="more-label">死亡日期</span>
          <EntryField subject={id} field="person.diedOn" label={`${who}死亡日期`} />
          <span className="more-note explain">保存后在户页办理死亡登记，选承接人、核新卡</span>
        </div>
      )}
      {presence === 'moved-out' && (
        <div className="member-row member-more">
          <span className="more-label">迁出日期、去向</span>
          <EntryField subject={id} field="person.movedOn" label={`${who}迁出日期`} />
          <EntryField subject={id} field="person.movedWhere" label={`${who}迁往`} />
          <span className="more-note explain">保存后在户页办理迁出</span>
        </div>
      )}
    </>
  )
}

interface AccountFieldsProps {
  readonly account: AccountRow | undefined
  readonly personId: string
  readonly who: string
  readonly isDisabled?: boolean
}

function AccountFields({ account, personId, who, isDisabled = false }: AccountFieldsProps): ReactNode {
  const subject = account?.id ?? blankAccount(personId)
  const rest = { subject, isDisabled }
  return (
    <>
      <EntryField {...rest} field="account.accountNo" column="account" label={`${who}账号`} />
      <EntryField {...rest} field="account.bankName" column="bank" label={`${who}开户行`} />
      <EntryField {...rest} field="account.custody" column="custody" label={`${who}卡在谁手里`} />
    </>
  )
}

/** What the number says: sex, age, and that its check digit holds. */
function Derived({ sheet, personId }: { readonly sheet: EntrySheet; readonly personId: string }): ReactNode {
  const idNumber = sheet.value(personId, 'person.idNumber')
  const read = idNumber ? parseIdNumber(idNumber) : undefined
  if (read?.ok !== true) return null
  const age = ageOn(read.birthDate, sheet.today)
  return (
    <span title={`出生 ${read.birthDate}，校验位相符`}>
      {read.sex === 'male' ? '男' : '女'} {age} 岁
    </span>
  )
}
