import { App as Feedback } from 'antd'
import type { ReactNode } from 'react'
import { HashRouter } from 'react-router'
import { ControlsDress } from './controls-dress.tsx'
import { Frame } from './frame.tsx'
import type { SessionView, WorkstationState } from './who.tsx'

export { fetchFirstPages } from './page-routes.tsx'

export interface Props {
  readonly state: WorkstationState
  readonly session: SessionView
}

/** Everything behind the sign-in; another person's is a new one. */
export function Work({ state, session }: Props): ReactNode {
  return (
    <ControlsDress>
      <Feedback component={false}>
        <HashRouter>
          <Frame key={`${session.userId} ${session.signedInAt}`} state={state} session={session} />
        </HashRouter>
      </Feedback>
    </ControlsDress>
  )
}
