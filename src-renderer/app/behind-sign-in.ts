import { ProblemAlert } from '../pages/workstation/sign-in-parts.ts'
import { dressed } from './dressed.tsx'
import { later } from './later.tsx'

export const Work = later(() => import('./work.tsx').then((m) => m.Work))
export const SetUpPage = dressed(() =>
  import('../pages/workstation/set-up-page.tsx').then((m) => m.SetUpPage),
)

/** 预取 — while a password is typed: the words for a wrong one first, then what a right one opens. */
export async function fetchBehindSignIn(): Promise<void> {
  await ProblemAlert.fetchAhead()
  await Work.fetchAhead()
  await import('./work.tsx').then(({ fetchFirstPages }) => fetchFirstPages()).catch(() => undefined)
}
