import { applicationContract } from './application.ts'
import { bulkContract } from './bulk.ts'
import { evidenceContract } from './evidence.ts'
import { householdContract } from './household.ts'
import { landContract } from './land.ts'
import { exportPackageContract } from './export-package.ts'
import { fieldworkContract } from './fieldwork.ts'
import { extractContract } from './extract.ts'
import { formContract } from './form.ts'
import { jobContract } from './job.ts'
import { listContract } from './list.ts'
import { paperContract } from './paper.ts'
import { paperSignerContract } from './paper-signer.ts'
import { policyContract } from './policy.ts'
import { programmeContract } from './programme.ts'
import { publicityContract } from './publicity.ts'
import { registerContract } from './register.ts'
import { reviewContract, verificationContract } from './review.ts'
import { ruleContract } from './rule.ts'
import { objectionContract } from './objection.ts'
import { stopContract } from './stop.ts'
import { surveyContract } from './survey.ts'
import { visitorContract } from './visitor.ts'
import { villageBookContract } from './village-book.ts'
import {
  divisionContract,
  fileContract,
  sessionContract,
  settingContract,
  systemContract,
  userContract,
  workstationContract,
} from './workstation.ts'

/** 契约 — every call a page can make, by thing and verb. */
export const contract = {
  workstation: workstationContract,
  session: sessionContract,
  user: userContract,
  signer: paperSignerContract,
  division: divisionContract,
  setting: settingContract,
  file: fileContract,
  job: jobContract,
  list: listContract,
  register: registerContract,
  household: householdContract,
  land: landContract,
  visitor: visitorContract,
  evidence: evidenceContract,
  policy: policyContract,
  programme: programmeContract,
  rule: ruleContract,
  application: applicationContract,
  review: reviewContract,
  stop: stopContract,
  verification: verificationContract,
  survey: surveyContract,
  paper: paperContract,
  publicity: publicityContract,
  objection: objectionContract,
  package: exportPackageContract,
  fieldwork: fieldworkContract,
  villageBook: villageBookContract,
  bulk: bulkContract,
  extract: extractContract,
  form: formContract,
  system: systemContract,
}

export type Contract = typeof contract
