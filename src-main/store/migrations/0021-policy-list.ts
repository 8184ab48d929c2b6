/** 政策清单: the county's list of a year in versions; a line changes only while its list is a draft. */
export const policyList = {
  name: '0021-policy-list',
  sql: [
    `CREATE TABLE policy_list (
      id TEXT PRIMARY KEY, year INTEGER NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL CHECK (status IN ('draft','in-force','superseded','withdrawn')),
      title TEXT NOT NULL, source TEXT NOT NULL, source_sha256 TEXT, entered_by TEXT NOT NULL REFERENCES user(id), entered_at TEXT NOT NULL,
      decided_by TEXT REFERENCES user(id), decided_at TEXT, reason TEXT NOT NULL DEFAULT '', UNIQUE (year, version),
      CHECK ((decided_at IS NULL) = (decided_by IS NULL)), CHECK (status <> 'in-force' OR decided_by IS NOT NULL)) STRICT`,
    `CREATE UNIQUE INDEX policy_list_draft ON policy_list (year) WHERE status = 'draft'`,
    `CREATE UNIQUE INDEX policy_list_in_force ON policy_list (year) WHERE status = 'in-force'`,
    `CREATE TABLE policy_line (
      list_id TEXT NOT NULL REFERENCES policy_list(id), programme_code TEXT NOT NULL, position INTEGER NOT NULL, source_line INTEGER,
      name TEXT NOT NULL, department TEXT NOT NULL, beneficiaries TEXT NOT NULL, rate_text TEXT NOT NULL, rate_yuan TEXT, unit TEXT NOT NULL,
      cycle TEXT NOT NULL, basis TEXT NOT NULL, phone TEXT NOT NULL, edited_by TEXT NOT NULL REFERENCES user(id), reason TEXT NOT NULL DEFAULT '',
      dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0,1)), PRIMARY KEY (list_id, programme_code)) STRICT`,
    ...(['INSERT', 'UPDATE', 'DELETE'] as const).map(
      (what) => `CREATE TRIGGER policy_line_no_late_${what.toLowerCase()} BEFORE ${what} ON policy_line
        WHEN (SELECT status FROM policy_list WHERE id = ${what === 'INSERT' ? 'NEW' : 'OLD'}.list_id) <> 'draft'
        BEGIN SELECT RAISE(ABORT, 'a list that was decided on is never changed'); END`,
    ),
  ],
} as const
