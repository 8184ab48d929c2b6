/** 停发、中止 with what is to be recovered, proposed by one and confirmed by another; 追缴 entries are only ever added. */
export const stop = {
  name: '0038-stop',
  sql: [
    `CREATE TABLE stop_record (
      id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application(id), kind TEXT NOT NULL CHECK (kind IN ('stop','suspend')),
      reason_code TEXT NOT NULL, statement TEXT NOT NULL CHECK (length(statement) >= 2),
      due_month INTEGER NOT NULL CHECK (due_month BETWEEN 1 AND 12), stopped_month INTEGER NOT NULL CHECK (stopped_month BETWEEN 1 AND 13),
      months INTEGER, recover_fen INTEGER, missing TEXT NOT NULL DEFAULT '[]', by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0,1)), basis TEXT NOT NULL DEFAULT '',
      file_sha256 TEXT, file_extension TEXT, state TEXT NOT NULL CHECK (state IN ('proposed','confirmed','declined')),
      proposed_by TEXT NOT NULL REFERENCES user(id), proposed_at TEXT NOT NULL, decided_by TEXT REFERENCES user(id), decided_at TEXT, decided_reason TEXT NOT NULL DEFAULT '',
      CHECK (state = 'proposed' OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
      CHECK ((file_sha256 IS NULL) = (file_extension IS NULL)), CHECK (recover_fen IS NOT NULL OR missing <> '[]')) STRICT`,
    `CREATE INDEX stop_record_application ON stop_record (application_id)`,
    `CREATE TABLE recovery_entry (
      id TEXT PRIMARY KEY, stop_id TEXT NOT NULL REFERENCES stop_record(id), amount_fen INTEGER NOT NULL CHECK (amount_fen > 0), on_day TEXT NOT NULL,
      voucher TEXT NOT NULL CHECK (length(voucher) >= 2), recorded_by TEXT NOT NULL REFERENCES user(id), recorded_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX recovery_entry_stop ON recovery_entry (stop_id)`,
    `CREATE TRIGGER recovery_entry_no_update BEFORE UPDATE ON recovery_entry BEGIN SELECT RAISE(ABORT, 'what was recovered is never changed'); END`,
    `CREATE TRIGGER recovery_entry_no_delete BEFORE DELETE ON recovery_entry BEGIN SELECT RAISE(ABORT, 'what was recovered is never removed'); END`,
  ],
} as const
