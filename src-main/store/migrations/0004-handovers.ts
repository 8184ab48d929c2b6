/** 离任交接单: what a leaving person handed over, as it was printed. */
export const handovers = {
  name: '0004-handovers',
  sql: [
    `CREATE TABLE handover (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user(id), received_by TEXT NOT NULL, media TEXT NOT NULL,
      open_tasks TEXT NOT NULL, key_fingerprint TEXT, file_sha256 TEXT NOT NULL REFERENCES vault_file(sha256),
      extension TEXT NOT NULL CHECK (extension IN ('pdf','html')),
      made_by TEXT NOT NULL REFERENCES user(id), made_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX handover_user ON handover (user_id)`,
  ],
} as const
