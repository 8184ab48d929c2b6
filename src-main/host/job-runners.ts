import type { Runners } from './handler-types.ts'
import { applicationRunners } from './job-runners/application-runners.ts'
import { villageBookRunners } from './job-runners/village-book-runners.ts'
import { bulkRunners } from './job-runners/bulk-runners.ts'
import { formRunners } from './job-runners/form-runners.ts'
import { extractRunners } from './job-runners/extract-runners.ts'
import { listRunners } from './job-runners/list-runners.ts'
import { packageRunners } from './job-runners/package-runners.ts'
import { paperRunners } from './job-runners/paper-runners.ts'
import { policyRunners } from './job-runners/policy-runners.ts'
import { publicityRunners } from './job-runners/publicity-runners.ts'
import { reviewRunners } from './job-runners/review-runners.ts'
import { ruleRunners } from './job-runners/rule-runners.ts'
import { surveyRunners } from './job-runners/survey-runners.ts'
import { auditRunners } from './job-runners/audit-runners.ts'
import { fieldworkRunners } from './job-runners/fieldwork-runners.ts'
import { backupRunners } from './job-runners/backup-runners.ts'

/** Who runs what. Filling a demonstration is composed from outside and has no runner here. */
export const runners: Omit<Runners, 'workstation.fill-demonstration'> = {
  ...listRunners,
  ...applicationRunners,
  ...reviewRunners,
  ...surveyRunners,
  ...paperRunners,
  ...publicityRunners,
  ...packageRunners,
  ...villageBookRunners,
  ...bulkRunners,
  ...extractRunners,
  ...formRunners,
  ...policyRunners,
  ...ruleRunners,
  ...fieldworkRunners,
  ...backupRunners,
  ...auditRunners,
}
