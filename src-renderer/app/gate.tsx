import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import type { ReactNode } from 'react'
import { calls } from '../api/calls.ts'
import { useJob } from '../api/use-job.ts'
import { problemOf } from '../api/problem-of.ts'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { SetUpPage } from '../pages/workstation/set-up-page.tsx'
import { SignInPage } from '../pages/workstation/sign-in-page.tsx'
import { ConnectionRibbon } from './connection-ribbon.tsx'
import { DemonstrationRibbon } from './demonstration-ribbon.tsx'
import { Frame } from './frame.tsx'

/** Which of the three the person sees: first run, sign-in, or the work itself. */
export function Gate(): ReactNode {
  return (
    <>
      <ConnectionRibbon />
      <DemonstrationRibbon />
      <Opened />
    </>
  )
}

/** A demonstration's invented passwords are shown when it is filled, before anybody can sign in. */
function Opened(): ReactNode {
  const filling = useJob('workstation.fill-demonstration')
  const workstation = useQuery(calls.workstation.state.queryOptions())
  const session = useQuery(
    calls.session.current.queryOptions({
      enabled: workstation.data?.setUp === true,
      refetchInterval: 30_000,
    }),
  )
  if (workstation.isError) return <Alone>{<ProblemAlert problem={problemOf(workstation.error)} />}</Alone>
  if (workstation.isPending) return <Alone>{<Spin description="正在打开工作站…" />}</Alone>
  const state = workstation.data
  if (state.problem !== null) return <Alone>{<ProblemAlert problem={state.problem} />}</Alone>
  if (!state.setUp || filling.view !== undefined) return <SetUpPage version={state.version} />
  if (session.isPending) return <Alone>{<Spin description="正在打开工作站…" />}</Alone>
  if (session.data == null) return <SignInPage state={state} />
  return (
    <Frame key={`${session.data.userId} ${session.data.signedInAt}`} state={state} session={session.data} />
  )
}

function Alone({ children }: { readonly children: ReactNode }): ReactNode {
  return <main className="alone">{children}</main>
}
