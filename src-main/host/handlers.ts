import type { Handlers } from './handler-types.ts'
import { divisionHandlers } from './handlers/division-handlers.ts'
import { evidenceHandlers } from './handlers/evidence-handlers.ts'
import { fieldworkHandlers } from './handlers/fieldwork-handlers.ts'
import { bulkHandlers } from './handlers/bulk-handlers.ts'
import { formHandlers } from './handlers/form-handlers.ts'
import { extractHandlers } from './handlers/extract-handlers.ts'
import { fileHandlers } from './handlers/file-handlers.ts'
import { landHandlers } from './handlers/land-handlers.ts'
import { householdHandlers } from './handlers/household-handlers.ts'
import { jobHandlers } from './handlers/job-handlers.ts'
import { listHandlers } from './handlers/list-handlers.ts'
import { packageHandlers } from './handlers/package-handlers.ts'
import { paperHandlers } from './handlers/paper-handlers.ts'
import { paperSignerHandlers } from './handlers/paper-signer-handlers.ts'
import { policyHandlers } from './handlers/policy-handlers.ts'
import { programmeHandlers } from './handlers/programme-handlers.ts'
import { objectionHandlers } from './handlers/objection-handlers.ts'
import { publicityHandlers } from './handlers/publicity-handlers.ts'
import { registerHandlers } from './handlers/register-handlers.ts'
import { applicationHandlers, reviewHandlers, verificationHandlers } from './handlers/review-handlers.ts'
import { ruleHandlers } from './handlers/rule-handlers.ts'
import { sessionHandlers } from './handlers/session-handlers.ts'
import { settingHandlers } from './handlers/setting-handlers.ts'
import { surveyHandlers } from './handlers/survey-handlers.ts'
import { systemHandlers } from './handlers/system-handlers.ts'
import { villageBookHandlers } from './handlers/village-book-handlers.ts'
import { stopHandlers } from './handlers/stop-handlers.ts'
import { visitorHandlers } from './handlers/visitor-handlers.ts'
import { userHandlers } from './handlers/user-handlers.ts'
import { workstationHandlers } from './handlers/workstation-handlers.ts'

/** Who answers what. */
export const handlers: Handlers = {
  workstation: workstationHandlers,
  session: sessionHandlers,
  user: userHandlers,
  signer: paperSignerHandlers,
  division: divisionHandlers,
  setting: settingHandlers,
  file: fileHandlers,
  job: jobHandlers,
  list: listHandlers,
  register: registerHandlers,
  household: householdHandlers,
  land: landHandlers,
  stop: stopHandlers,
  visitor: visitorHandlers,
  evidence: evidenceHandlers,
  policy: policyHandlers,
  programme: programmeHandlers,
  rule: ruleHandlers,
  application: applicationHandlers,
  review: reviewHandlers,
  verification: verificationHandlers,
  survey: surveyHandlers,
  paper: paperHandlers,
  publicity: publicityHandlers,
  objection: objectionHandlers,
  package: packageHandlers,
  fieldwork: fieldworkHandlers,
  villageBook: villageBookHandlers,
  bulk: bulkHandlers,
  extract: extractHandlers,
  form: formHandlers,
  system: systemHandlers,
}
