import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, type InputRef } from 'antd'
import { Suspense, useRef, useState, type ReactNode } from 'react'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { tellOtherWindows } from '../../app/other-windows.ts'
import { calls, client, type Inputs, type Outputs } from '../../api/calls.ts'
import { clearAllJobs } from '../../api/job-shelf.ts'
import { problemOf } from '../../api/problem-of.ts'
import { becomePerson } from '../../api/query-client.ts'
import { SecrecyNotice } from '../../components/secrecy-notice.tsx'
import { ProblemAlert, RecoverForm } from './sign-in-parts.ts'
import './workstation.css'

interface Props {
  readonly state: Outputs['workstation']['state']
  onCancel?(): void
}

/** 登录 — also how another person takes over: the one before is signed out by it. */
export function SignInPage({ state, onCancel }: Props): ReactNode {
  const [form] = Form.useForm<Inputs['session']['open']>()
  const [chosen, setChosen] = useState<string>()
  const [isRecovering, setRecovering] = useState(false)
  const [isRecovered, setRecovered] = useState(false)
  const password = useRef<InputRef>(null)
  const signIn = useMutation({
    mutationFn: (input: Inputs['session']['open']) => client.session.open(input),
    onSuccess: (session) => {
      clearAllJobs()
      becomePerson(session)
      tellOtherWindows('another-person')
    },
    onError: () => form.resetFields(['password']),
  })
  const choose = (signInName: string): void => {
    form.setFieldValue('signInName', signInName)
    setChosen(signInName)
    password.current?.focus()
  }
  if (isRecovering) {
    const recovered = (signInName: string): void => {
      signIn.reset()
      setRecovering(false)
      setRecovered(true)
      setChosen(signInName)
      form.setFieldValue('signInName', signInName)
    }
    return (
      <main className="card sign-in">
        <h1>启封恢复纸</h1>
        <Suspense fallback={<p className="quiet">正在打开…</p>}>
          <RecoverForm people={state.people} onDone={recovered} onCancel={() => setRecovering(false)} />
        </Suspense>
      </main>
    )
  }
  return (
    <main className="card sign-in">
      <h1>{state.machine === 'field' ? '一卡通外业笔记本' : '一卡通工作站'}</h1>
      <p className="quiet">
        {state.township?.county}
        {state.township?.name} · 版本 {state.version}
      </p>
      <People people={state.people} chosen={chosen} onChoose={choose} />
      {isRecovered && !signIn.isError && <p className="ties">密码已重设，请用新密码登录。</p>}
      <Suspense>{signIn.isError && <ProblemAlert problem={problemOf(signIn.error)} />}</Suspense>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={signIn.mutate}>
        <Form.Item
          name="signInName"
          label="登录名"
          rules={[{ required: true, message: '请选择或输入登录名' }]}
        >
          <Input size="middle" autoComplete="off" onChange={(event) => setChosen(event.target.value)} />
        </Form.Item>
        <Form.Item
          name="password"
          label="密码"
          extra={state.demonstration && <DemonstrationPassword signInName={chosen} />}
          rules={[{ required: true, message: '请输入密码' }]}
        >
          <Input.Password ref={password} size="middle" autoComplete="off" />
        </Form.Item>
        <div className="buttons">
          <Button type="primary" size="middle" htmlType="submit" loading={signIn.isPending}>
            登录 Enter
          </Button>
          {onCancel && (
            <Button size="middle" onClick={onCancel}>
              返回
            </Button>
          )}
          <Button type="link" size="middle" onClick={() => setRecovering(true)}>
            所有人都忘了密码？用恢复纸
          </Button>
        </div>
      </Form>
      <SecrecyNotice />
    </main>
  )
}

/** Made-up people have no secrets: whoever opens a demonstration again has to get in. */
function DemonstrationPassword({ signInName }: { readonly signInName: string | undefined }): ReactNode {
  const people = useQuery(calls.workstation.demonstrationPeople.queryOptions())
  const person = people.data?.find((one) => one.signInName === signInName)
  if (person === undefined) return '演示乡镇：选一个人，这里显示他的密码。'
  return (
    <>
      演示密码 <code>{person.password}</code>
      {person.pin !== null && (
        <>
          ，签名 PIN <code>{person.pin}</code>
        </>
      )}
    </>
  )
}

interface PeopleProps {
  readonly people: Outputs['workstation']['state']['people']
  readonly chosen: string | undefined
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
