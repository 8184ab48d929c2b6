/** 资格判定: what a rule said of an application, by which version of the terms and on what facts; only ever added to. */
export const eligibilityDecision = {
  name: '0024-eligibility-decision',
  sql: [
    `CREATE TABLE eligibility_decision (
      id INTEGER PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application(id), terms_id TEXT NOT NULL REFERENCES programme_terms(id),
      run_id TEXT NOT NULL REFERENCES check_run(id), outcome TEXT NOT NULL CHECK (outcome IN ('met','not-met','undecided')),
      facts TEXT NOT NULL, missing TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
    `CREATE INDEX eligibility_decision_application ON eligibility_decision (application_id, id)`,
    `CREATE TRIGGER eligibility_decision_no_update BEFORE UPDATE ON eligibility_decision BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END`,
  ],
} as const
