import { useMutation, useQuery } from '@tanstack/react-query'
import { Suspense, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { tellOtherWindows } from '../../app/other-windows.ts'
import { calls, client, type Inputs, type Outputs } from '../../api/calls.ts'
import { clearAllJobs } from '../../api/job-shelf.ts'
import { problemOf } from '../../api/problem-of.ts'
import { becomePerson } from '../../api/query-client.ts'
import { PlainButton, PlainField } from '../../components/plain-controls.tsx'
import { SecrecyNotice } from '../../components/secrecy-notice.tsx'
import { ProblemAlert, RecoverForm } from './sign-in-parts.ts'
import './workstation.css'

interface Props {
  readonly state: Outputs['workstation']['state']
  readonly onCancel?: (() => void) | undefined
}

/** 登录 — also how another person takes over: the one before is signed out by it. */
export function SignInPage({ state, onCancel }: Props): ReactNode {
  const [isRecovering, setRecovering] = useState(false)
  const [recovered, setRecovered] = useState<string>()
  if (isRecovering)
    return (
      <main className="card sign-in">
        <h1>启封恢复纸</h1>
        <Suspense fallback={<p className="quiet">正在打开…</p>}>
          <RecoverForm
            people={state.people}
            onDone={(signInName) => {
              setRecovered(signInName)
              setRecovering(false)
            }}
            onCancel={() => setRecovering(false)}
          />
        </Suspense>
      </main>
    )
  return (
    <main className="card sign-in">
      <h1>{state.machine === 'field' ? '一卡通外业笔记本' : '一卡通工作站'}</h1>
      <p className="quiet">
        {state.township?.county}
        {state.township?.name} · 版本 {state.version}
      </p>
      <SignInForm
        state={state}
        recovered={recovered}
        onCancel={onCancel}
        onRecover={() => setRecovering(true)}
      />
      <SecrecyNotice />
    </main>
  )
}

interface FormProps extends Props {
  /** The sign-in name whose password was just set anew with the recovery sheet. */
  readonly recovered: string | undefined
  onRecover(): void
}

function SignInForm({ state, recovered, onCancel, onRecover }: FormProps): ReactNode {
  const [signInName, setSignInName] = useState(recovered ?? '')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const passwordInput = useRef<HTMLInputElement>(null)
  const signIn = useSignIn(() => setPassword(''))
  const choose = (chosen: string): void => {
    setSignInName(chosen)
    passwordInput.current?.focus()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setTried(true)
    if (signInName !== '' && password !== '' && !signIn.isPending) {
      setTried(false)
      signIn.mutate({ signInName, password })
    }
  }
  return (
    <>
      <People people={state.people} chosen={signInName} onChoose={choose} />
      {recovered !== undefined && !signIn.isError && <p className="ties">密码已重设，请用新密码登录。</p>}
      <Suspense>{signIn.isError && <ProblemAlert problem={problemOf(signIn.error)} />}</Suspense>
      <form className="plain-form" noValidate onSubmit={submit}>
        <PlainField
          label="登录名"
          value={signInName}
          error={isTried && signInName === '' ? '请选择或输入登录名' : undefined}
          onChange={setSignInName}
        />
        <PlainField
          label="密码"
          isSecret
          ref={passwordInput}
          value={password}
          error={isTried && password === '' ? '请输入密码' : undefined}
          below={state.demonstration && <DemonstrationPassword signInName={signInName} />}
          onChange={setPassword}
        />
        <div className="buttons">
          <PlainButton kind="primary" type="submit" isBusy={signIn.isPending}>
            {signIn.isPending ? '正在登录…' : '登录 Enter'}
          </PlainButton>
          {onCancel && <PlainButton onClick={onCancel}>返回</PlainButton>}
          <PlainButton kind="link" onClick={onRecover}>
            所有人都忘了密码？用恢复纸
          </PlainButton>
        </div>
      </form>
    </>
  )
}

function useSignIn(onRefused: () => void) {
  return useMutation({
    mutationFn: (input: Inputs['session']['open']) => client.session.open(input),
    onSuccess: (session) => {
      clearAllJobs()
      becomePerson(session)
      tellOtherWindows('another-person')
    },
    onError: onRefused,
  })
}

/** Made-up people have no secrets: whoever opens a demonstration again has to get in. */
function DemonstrationPassword({ signInName }: { readonly signInName: string }): ReactNode {
  const people = useQuery(calls.workstation.demonstrationPeople.queryOptions())
  const person = people.data?.find((one) => one.signInName === signInName)
  if (person === undefined) return <p className="quiet">演示乡镇：选一个人，这里显示他的密码。</p>
  return (
    <p className="quiet">
      演示密码 <code>{person.password}</code>
      {person.pin !== null && (
        <>
          ，签名 PIN <code>{person.pin}</code>
        </>
      )}
    </p>
  )
}

interface PeopleProps {
  readonly people: Outputs['workstation']['state']['people']
  readonly chosen: string
  onChoose(signInName: string): void
}

function People({ people, chosen, onChoose }: PeopleProps): ReactNode {
  return (
    <div className="people" role="group" aria-label="选择人员">
      {people.map((person) => (
        <button
          type="button"
          key={person.userId}
          className={person.signInName === chosen ? 'person chosen' : 'person'}
          aria-pressed={person.signInName === chosen}
          onClick={() => onChoose(person.signInName)}
        >
          <b>{person.displayName}</b>
          <span>{person.roles.map((role) => roleLabels[role]).join('、')}</span>
        </button>
      ))}
    </div>
  )
}
