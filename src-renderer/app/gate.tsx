import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, type ReactNode } from 'react'
import { calls } from '../api/calls.ts'
import { useJob } from '../api/use-job.ts'
import { problemOf } from '../api/problem-of.ts'
import { SignInPage } from '../pages/workstation/sign-in-page.tsx'
import { ProblemAlert } from '../pages/workstation/sign-in-parts.ts'
import { ConnectionRibbon } from './connection-ribbon.tsx'
import { DemonstrationRibbon } from './demonstration-ribbon.tsx'
import { fetchBehindSignIn, SetUpPage, Work } from './behind-sign-in.ts'

/** Which of the three the person sees: first run, sign-in, or the work itself. */
export function Gate(): ReactNode {
  return (
    <>
      <ConnectionRibbon />
      <DemonstrationRibbon />
      <Suspense fallback={<Opening />}>
        <Opened />
      </Suspense>
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
  useFetchAhead(session.data === null)
  if (workstation.isError) return <Alone>{<ProblemAlert problem={problemOf(workstation.error)} />}</Alone>
  if (workstation.isPending) return <Opening />
  const state = workstation.data
  if (state.problem !== null) return <Alone>{<ProblemAlert problem={state.problem} />}</Alone>
  if (!state.setUp || filling.view !== undefined) return <SetUpPage version={state.version} />
  if (session.isPending) return <Opening />
  if (session.data == null) return <SignInPage state={state} />
  return <Work state={state} session={session.data} />
}

/** Once the sign-in page is on the screen and nobody waits for it any more. */
function useFetchAhead(isSigningIn: boolean): void {
  useEffect(() => {
    if (!isSigningIn) return
    const asked = requestIdleCallback(() => void fetchBehindSignIn(), { timeout: 500 })
    return () => cancelIdleCallback(asked)
  }, [isSigningIn])
}

function Opening(): ReactNode {
  return <Alone>{<p className="quiet">正在打开工作站…</p>}</Alone>
}

function Alone({ children }: { readonly children: ReactNode }): ReactNode {
  return <main className="alone">{children}</main>
}
