/** 外业笔记本: enrolled machines, what was given out to them, what went and came as packages, and what was set aside. */
export const fieldwork = {
  name: '0015-fieldwork',
  sql: [
    `CREATE TABLE machine (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('office','field')), name TEXT NOT NULL,
      fingerprint TEXT NOT NULL UNIQUE, public_key_pem TEXT NOT NULL, age_recipient TEXT NOT NULL,
      enrolled_by TEXT NOT NULL REFERENCES user(id), enrolled_at TEXT NOT NULL, answer TEXT NOT NULL,
      revoked_by TEXT REFERENCES user(id), revoked_at TEXT, revoked_reason TEXT,
      CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoked_reason IS NULL))) STRICT`,
    `CREATE UNIQUE INDEX machine_name ON machine (name) WHERE revoked_at IS NULL`,
    `CREATE UNIQUE INDEX machine_office ON machine (kind) WHERE kind = 'office' AND revoked_at IS NULL`,

    `CREATE TABLE field_assignment (
      id TEXT PRIMARY KEY, round_id TEXT NOT NULL REFERENCES survey_round(id), machine_id TEXT NOT NULL REFERENCES machine(id),
      visitors TEXT NOT NULL, note TEXT NOT NULL, assigned_by TEXT NOT NULL, assigned_at TEXT NOT NULL,
      taken_at TEXT, taken_by TEXT,
      ended TEXT CHECK (ended IN ('taken-back','reissued')), ended_by TEXT, ended_at TEXT, ended_reason TEXT,
      reissue_of TEXT REFERENCES field_assignment(id),
      CHECK ((ended IS NULL) = (ended_at IS NULL) AND (ended IS NULL) = (ended_by IS NULL) AND (ended IS NULL) = (ended_reason IS NULL))) STRICT`,
    `CREATE INDEX field_assignment_round ON field_assignment (round_id)`,
    `CREATE INDEX field_assignment_machine ON field_assignment (machine_id)`,
    `CREATE TABLE field_assignment_task (
      assignment_id TEXT NOT NULL REFERENCES field_assignment(id), task_id TEXT NOT NULL REFERENCES survey_task(id),
      household_version INTEGER NOT NULL, returned_at TEXT, PRIMARY KEY (assignment_id, task_id)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX field_assignment_task_task ON field_assignment_task (task_id)`,

    `CREATE TABLE fieldwork_sent (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('survey-assignment','survey-results')),
      machine_id TEXT NOT NULL REFERENCES machine(id), round_id TEXT NOT NULL REFERENCES survey_round(id), assignment_id TEXT REFERENCES field_assignment(id),
      sequence INTEGER NOT NULL CHECK (sequence >= 1), previous TEXT, tagmanifest_sha256 TEXT NOT NULL,
      file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL REFERENCES vault_file(sha256), size INTEGER NOT NULL, counts TEXT NOT NULL,
      sent_by TEXT NOT NULL REFERENCES user(id), sent_at TEXT NOT NULL, UNIQUE (machine_id, kind, sequence)) STRICT`,
    `CREATE TABLE fieldwork_sent_evidence (
      package_id TEXT NOT NULL REFERENCES fieldwork_sent(id), evidence_id TEXT NOT NULL, PRIMARY KEY (package_id, evidence_id)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX fieldwork_sent_evidence_evidence ON fieldwork_sent_evidence (evidence_id)`,
    `CREATE TABLE fieldwork_received (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('survey-assignment','survey-results')), machine_id TEXT NOT NULL REFERENCES machine(id),
      sequence INTEGER NOT NULL, tagmanifest_sha256 TEXT NOT NULL, header TEXT NOT NULL, file_name TEXT NOT NULL,
      file_sha256 TEXT NOT NULL REFERENCES vault_file(sha256), size INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('applied','held','declined')), outcome TEXT NOT NULL,
      received_by TEXT NOT NULL REFERENCES user(id), received_at TEXT NOT NULL,
      decided_by TEXT REFERENCES user(id), decided_at TEXT, decided_reason TEXT) STRICT`,
    `CREATE INDEX fieldwork_received_sequence ON fieldwork_received (machine_id, kind, sequence)`,
    `CREATE TABLE fieldwork_quarantine (
      sha256 TEXT PRIMARY KEY REFERENCES vault_file(sha256), file_name TEXT NOT NULL, size INTEGER NOT NULL,
      problem TEXT NOT NULL, facts TEXT NOT NULL, found_by TEXT NOT NULL REFERENCES user(id), found_at TEXT NOT NULL, tried_at TEXT NOT NULL,
      settled TEXT CHECK (settled IN ('applied','put-away')), settled_by TEXT REFERENCES user(id), settled_at TEXT,
      CHECK ((settled IS NULL) = (settled_at IS NULL) AND (settled IS NULL) = (settled_by IS NULL))) STRICT`,
    `CREATE TABLE fieldwork_folder (
      id INTEGER PRIMARY KEY CHECK (id = 1), path TEXT NOT NULL, chosen_by TEXT NOT NULL REFERENCES user(id), chosen_at TEXT NOT NULL) STRICT`,
  ],
} as const
