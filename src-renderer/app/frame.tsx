import { Suspense, useState, type ReactNode } from 'react'
import { SignInPage } from '../pages/workstation/sign-in-page.tsx'
import { LockScreen } from './lock-screen.tsx'
import { PageRoutes } from './page-routes.tsx'
import { SearchPalette } from './search-palette.tsx'
import { SideNavigation } from './side-navigation.tsx'
import { TopBar } from './top-bar.tsx'
import { useHomeForNewPerson } from './use-home-for-new-person.ts'
import { useFrameKeys } from './use-frame-keys.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { useOtherWindows } from './other-windows.ts'
import { lockSession } from './lock-session.ts'
import { WhoContext, type SessionView, type WorkstationState } from './who.tsx'

interface Props {
  readonly state: WorkstationState
  readonly session: SessionView
}

/** 工作站外框 — navigation, who and where; the page of a step in the middle. */
export function Frame({ state, session }: Props): ReactNode {
  const [year, setYear] = useState(Number(state.today.slice(0, 4)))
  const [isSearching, setSearching] = useState(false)
  const [isSwitching, setSwitching] = useState(false)
  const isOpen = !session.locked && !isSwitching
  useHomeForNewPerson(session)
  useOtherWindows()
  useIdleLock(session.idleMinutes, !session.locked)
  useFrameKeys({ isOpen, search: () => setSearching(true), lock: () => void lockSession() })
  return (
    <WhoContext value={{ session, state, year, setYear }}>
      {session.locked && !isSwitching && <LockScreen session={session} onSwitch={() => setSwitching(true)} />}
      {isSwitching && (
        <div className="curtain">
          <SignInPage state={state} onCancel={() => setSwitching(false)} />
        </div>
      )}
      <div className="frame" inert={!isOpen} hidden={!isOpen}>
        <SideNavigation />
        <TopBar onSearch={() => setSearching(true)} onSwitch={() => setSwitching(true)} />
        <main className="page">
          <Suspense fallback={<p className="quiet">正在打开…</p>}>
            <PageRoutes />
          </Suspense>
        </main>
        {isOpen && isSearching && <SearchPalette onClose={() => setSearching(false)} />}
      </div>
    </WhoContext>
  )
}
