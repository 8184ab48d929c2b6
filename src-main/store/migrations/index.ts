import type { Migration } from '../migrate.ts'
import { foundation } from './0001-foundation.ts'
import { search } from './0002-search.ts'
import { paperSigners } from './0003-paper-signers.ts'
import { handovers } from './0004-handovers.ts'
import { paperSignOff } from './0005-paper-sign-off.ts'
import { anyList } from './0010-any-list.ts'
import { register } from './0011-register.ts'
import { survey } from './0012-survey.ts'
import { paper } from './0014-paper.ts'
import { fieldwork } from './0015-fieldwork.ts'
import { extract } from './0016-extract.ts'
import { foundHousehold } from './0018-found-household.ts'
import { villageCounts } from './0020-village-counts.ts'
import { policyList } from './0021-policy-list.ts'
import { checkRules } from './0023-check-rules.ts'
import { eligibilityDecision } from './0024-eligibility-decision.ts'
import { findingRebuttal } from './0025-finding-rebuttal.ts'
import { recheck } from './0032-recheck.ts'
import { findingExplanation } from './0033-finding-explanation.ts'
import { checkNearby } from './0034-check-nearby.ts'
import { hearing } from './0035-hearing.ts'
import { heardFigures } from './0036-heard-figures.ts'
import { standardSteps } from './0037-standard-steps.ts'
import { stop } from './0038-stop.ts'
import { dropped } from './0039-dropped.ts'
import { staffKin } from './0040-staff-kin.ts'
import { objection } from './0041-objection.ts'

/** Every change of the schema, in order. Listed by hand: a bundle has no folder to look into. */
export const migrations: readonly Migration[] = [
  foundation,
  search,
  paperSigners,
  handovers,
  paperSignOff,
  anyList,
  register,
  survey,
  paper,
  fieldwork,
  extract,
  foundHousehold,
  villageCounts,
  policyList,
  checkRules,
  eligibilityDecision,
  findingRebuttal,
  recheck,
  findingExplanation,
  checkNearby,
  hearing,
  heardFigures,
  standardSteps,
  stop,
  dropped,
  staffKin,
  objection,
]
