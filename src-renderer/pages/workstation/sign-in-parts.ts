import { later } from '../../app/later.tsx'

/** What the sign-in page is shown without: words for refusals and the recovery sheet. */
export const ProblemAlert = later(() =>
  import('../../components/problem-alert.tsx').then((m) => m.ProblemAlert),
)
export const RecoverForm = later(() => import('./recover-form.tsx').then((m) => m.RecoverForm))
