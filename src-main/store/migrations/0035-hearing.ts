/** 听取意见 before something is stopped or cut: what was said and answered; only ever added to. */
export const hearing = {
  name: '0035-hearing',
  sql: [
    `CREATE TABLE hearing (
      id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application(id), cut TEXT NOT NULL CHECK (cut IN ('stop','reduce')),
      way TEXT NOT NULL CHECK (way IN ('visit','office','phone','not-reached','exempt')),
      exemption TEXT CHECK (exemption IN ('death','waived','general-adjustment')),
      heard_on TEXT NOT NULL, heard_name TEXT NOT NULL, relation TEXT NOT NULL, said TEXT NOT NULL, answer TEXT NOT NULL,
      file_sha256 TEXT, file_extension TEXT, recorded_by TEXT NOT NULL REFERENCES user(id), recorded_at TEXT NOT NULL,
      CHECK ((way = 'exempt') = (exemption IS NOT NULL)), CHECK ((file_sha256 IS NULL) = (file_extension IS NULL))) STRICT`,
    `CREATE INDEX hearing_application ON hearing (application_id)`,
    `CREATE TRIGGER hearing_no_update BEFORE UPDATE ON hearing BEGIN SELECT RAISE(ABORT, 'what was heard is never changed'); END`,
    `CREATE TRIGGER hearing_no_delete BEFORE DELETE ON hearing BEGIN SELECT RAISE(ABORT, 'what was heard is never removed'); END`,
  ],
} as const
