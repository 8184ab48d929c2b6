/** 异议 — bound to a line of a notice, and every inquiry into it; what was said is never changed, only answered. */
export const objection = {
  name: '0041-objection',
  sql: [
    `CREATE TABLE objection (
      id TEXT PRIMARY KEY, publicity_id TEXT NOT NULL REFERENCES publicity(id), line_no INTEGER NOT NULL,
      application_id TEXT NOT NULL REFERENCES application(id), way TEXT NOT NULL, received_on TEXT NOT NULL,
      objector TEXT NOT NULL, phone TEXT NOT NULL, is_protected INTEGER NOT NULL CHECK (is_protected IN (0, 1)),
      statement TEXT NOT NULL CHECK (length(statement) >= 2), due_on TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES user(id), recorded_at TEXT NOT NULL,
      outcome TEXT CHECK (outcome IN ('dismissed', 'upheld')), answer TEXT NOT NULL DEFAULT '',
      closed_by TEXT REFERENCES user(id), closed_at TEXT,
      FOREIGN KEY (publicity_id, line_no) REFERENCES publicity_line (publicity_id, line_no)) STRICT`,
    `CREATE INDEX objection_publicity ON objection (publicity_id, line_no)`,
    `CREATE INDEX objection_application ON objection (application_id)`,
    `CREATE TRIGGER objection_no_update BEFORE UPDATE ON objection
      WHEN OLD.outcome IS NOT NULL OR NEW.statement <> OLD.statement OR NEW.objector <> OLD.objector
        OR NEW.phone <> OLD.phone OR NEW.line_no <> OLD.line_no OR NEW.publicity_id <> OLD.publicity_id
        OR NEW.received_on <> OLD.received_on OR NEW.recorded_by <> OLD.recorded_by
      BEGIN SELECT RAISE(ABORT, 'an objection is only answered, once'); END`,
    `CREATE TRIGGER objection_no_delete BEFORE DELETE ON objection BEGIN SELECT RAISE(ABORT, 'an objection is never removed'); END`,
    `CREATE TABLE objection_inquiry (
      id TEXT PRIMARY KEY, objection_id TEXT NOT NULL REFERENCES objection(id), outcome TEXT NOT NULL CHECK (outcome IN ('dismissed', 'upheld')),
      investigators TEXT NOT NULL, done_on TEXT NOT NULL, finding TEXT NOT NULL, file_sha256 TEXT, file_extension TEXT,
      by_user TEXT NOT NULL REFERENCES user(id), at TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'declined')),
      decided_by TEXT REFERENCES user(id) CHECK (decided_by <> by_user), decided_at TEXT, decided_reason TEXT NOT NULL DEFAULT '') STRICT`,
    `CREATE INDEX objection_inquiry_objection ON objection_inquiry (objection_id)`,
    `CREATE TRIGGER objection_inquiry_no_update BEFORE UPDATE ON objection_inquiry
      WHEN OLD.state <> 'proposed' OR NEW.finding <> OLD.finding OR NEW.outcome <> OLD.outcome OR NEW.investigators <> OLD.investigators
      BEGIN SELECT RAISE(ABORT, 'an inquiry is only decided, once'); END`,
    `CREATE TRIGGER objection_inquiry_no_delete BEFORE DELETE ON objection_inquiry BEGIN SELECT RAISE(ABORT, 'an inquiry is never removed'); END`,
  ],
} as const
