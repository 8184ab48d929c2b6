/** 核实不属实: two people say with evidence that a hit is not true – of that very finding, so that another one stands again. */
export const findingRebuttal = {
  name: '0025-finding-rebuttal',
  sql: [
    `CREATE TABLE finding_rebuttal (
      id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application(id), check_code TEXT NOT NULL,
      facts TEXT NOT NULL, sources TEXT NOT NULL, others TEXT NOT NULL,
      statement TEXT NOT NULL, file_sha256 TEXT NOT NULL, file_extension TEXT NOT NULL,
      proposed_by TEXT NOT NULL REFERENCES user(id), proposed_at TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed','confirmed','declined')),
      decided_by TEXT REFERENCES user(id), decided_at TEXT, decided_reason TEXT NOT NULL DEFAULT '',
      CHECK ((state = 'proposed') = (decided_by IS NULL)), CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
      CHECK (decided_by IS NULL OR decided_by <> proposed_by)) STRICT`,
    `CREATE INDEX finding_rebuttal_application ON finding_rebuttal (application_id, check_code)`,
    `CREATE TRIGGER finding_rebuttal_no_delete BEFORE DELETE ON finding_rebuttal BEGIN SELECT RAISE(ABORT, 'what was said of a finding is never removed'); END`,
  ],
} as const
