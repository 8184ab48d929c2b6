/** 上次有、今年没有 — why somebody who was paid last time has no application now; only ever added to. */
export const dropped = {
  name: '0039-dropped',
  sql: [
    `CREATE TABLE dropped_note (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL, year INTEGER NOT NULL, person_id TEXT NOT NULL REFERENCES person(id),
      reason_code TEXT NOT NULL, statement TEXT NOT NULL CHECK (length(statement) >= 2), by_user TEXT NOT NULL REFERENCES user(id), at TEXT NOT NULL) STRICT`,
    `CREATE INDEX dropped_note_period ON dropped_note (programme_code, year, person_id)`,
    `CREATE TRIGGER dropped_note_no_update BEFORE UPDATE ON dropped_note BEGIN SELECT RAISE(ABORT, 'why somebody dropped out is never changed'); END`,
    `CREATE TRIGGER dropped_note_no_delete BEFORE DELETE ON dropped_note BEGIN SELECT RAISE(ABORT, 'why somebody dropped out is never removed'); END`,
  ],
} as const
