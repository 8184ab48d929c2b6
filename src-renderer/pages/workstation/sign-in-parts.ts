import { dressed } from '../../app/dressed.tsx'

/** What the sign-in page is shown without: words for refusals and the recovery sheet. */
export const ProblemAlert = dressed(() =>
  import('../../components/problem-alert.tsx').then((m) => m.ProblemAlert),
)
export const RecoverForm = dressed(() => import('./recover-form.tsx').then((m) => m.RecoverForm))
