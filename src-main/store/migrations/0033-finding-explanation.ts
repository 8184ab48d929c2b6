/** 同因说明: one text for several findings of the same cause, kept with every finding as it was stored. */
export const findingExplanation = {
  name: '0033-finding-explanation',
  sql: [
    `CREATE TABLE finding_explanation (
      id TEXT PRIMARY KEY, explanation_id TEXT NOT NULL, application_id TEXT NOT NULL REFERENCES application(id),
      check_code TEXT NOT NULL, facts TEXT NOT NULL, sources TEXT NOT NULL, others TEXT NOT NULL,
      statement TEXT NOT NULL, by_user TEXT NOT NULL REFERENCES user(id), at TEXT NOT NULL) STRICT`,
    `CREATE INDEX finding_explanation_application ON finding_explanation (application_id, check_code)`,
    `CREATE TRIGGER finding_explanation_no_delete BEFORE DELETE ON finding_explanation BEGIN SELECT RAISE(ABORT, 'what was said of a finding is never removed'); END`,
    `CREATE TRIGGER finding_explanation_no_update BEFORE UPDATE ON finding_explanation BEGIN SELECT RAISE(ABORT, 'what was said of a finding is never changed'); END`,
  ],
} as const
