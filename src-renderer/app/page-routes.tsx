import { lazy, type ReactNode } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { ErrorBoundary } from './error-boundary.tsx'
import { later } from './later.tsx'
import { stepsOf } from './steps.ts'
import { useWho } from './who.tsx'

const WorkbenchPage = later(() =>
  import('../pages/workbench/workbench-page.tsx').then((m) => m.WorkbenchPage),
)
const ProgrammePage = lazy(() =>
  import('../pages/programme/programme-page.tsx').then((m) => ({ default: m.ProgrammePage })),
)
const ListPage = lazy(() => import('../pages/list/list-page.tsx').then((m) => ({ default: m.ListPage })))
const StagePage = lazy(() => import('../pages/list/stage-page.tsx').then((m) => ({ default: m.StagePage })))
const RegisterPage = later(() => import('../pages/register/register-page.tsx').then((m) => m.RegisterPage))
const ImportPage = lazy(() =>
  import('../pages/list/import-page.tsx').then((m) => ({ default: m.ImportPage })),
)
const HouseholdPage = lazy(() =>
  import('../pages/register/household-page.tsx').then((m) => ({ default: m.HouseholdPage })),
)
const VisitorPage = lazy(() =>
  import('../pages/visitor/visitor-page.tsx').then((m) => ({ default: m.VisitorPage })),
)
const SurveyPage = lazy(() =>
  import('../pages/survey/survey-page.tsx').then((m) => ({ default: m.SurveyPage })),
)
const EntryPage = lazy(() =>
  import('../pages/survey/entry/entry-page.tsx').then((m) => ({ default: m.EntryPage })),
)
const ReviewPage = lazy(() =>
  import('../pages/review/review-page.tsx').then((m) => ({ default: m.ReviewPage })),
)
const PublicityPage = lazy(() =>
  import('../pages/publicity/publicity-page.tsx').then((m) => ({ default: m.PublicityPage })),
)
const PackagePage = lazy(() =>
  import('../pages/package/package-page.tsx').then((m) => ({ default: m.PackagePage })),
)
const ExtractPage = lazy(() =>
  import('../pages/extract/extract-page.tsx').then((m) => ({ default: m.ExtractPage })),
)
const SystemPage = lazy(() =>
  import('../pages/system/system-page.tsx').then((m) => ({ default: m.SystemPage })),
)

const pages: Record<string, readonly (readonly [path: string, page: ReactNode])[]> = {
  '/': [['/', <WorkbenchPage />]],
  '/programme': [['/programme', <ProgrammePage />]],
  '/list': [
    ['/list', <ListPage />],
    ['/list/:stageId', <StagePage />],
    ['/list/import/:importId', <ImportPage />],
  ],
  '/register': [
    ['/register', <RegisterPage />],
    ['/register/:householdId', <HouseholdPage />],
    ['/register/visitor/:personId', <VisitorPage />],
  ],
  '/survey': [
    ['/survey', <SurveyPage />],
    ['/survey/:tab', <SurveyPage />],
    ['/survey/task/:taskId', <EntryPage />],
  ],
  '/review': [['/review', <ReviewPage />]],
  '/publicity': [['/publicity', <PublicityPage />]],
  '/package': [['/package', <PackagePage />]],
  '/extract': [['/extract', <ExtractPage />]],
  '/system': [['/system', <SystemPage />]],
}

/** Where everybody begins and what is opened most; a person who is typing a password leaves time for it. */
export async function fetchFirstPages(): Promise<void> {
  await WorkbenchPage.fetchAhead()
  await RegisterPage.fetchAhead()
}

/** Only the pages of steps the person has business with; elsewhere leads home. */
export function PageRoutes(): ReactNode {
  const { session, state } = useWho()
  const own = stepsOf(session.roles, state.machine)
  // A laptop has no workbench: the visits are home, or for its administrator where it is enrolled.
  const home =
    (own.find(({ path }) => path === (state.machine === 'field' ? '/survey' : '/')) ?? own[0])?.path ?? '/'
  return (
    <Routes>
      {own
        .flatMap((step) => pages[step.path] ?? [])
        .map(([path, page]) => (
          <Route key={path} path={path} element={<ErrorBoundary key={path}>{page}</ErrorBoundary>} />
        ))}
      <Route path="*" element={<Navigate to={home} replace />} />
    </Routes>
  )
}
