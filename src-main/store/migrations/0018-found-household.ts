/** 外业新遇到的户: what a laptop met at the door, kept as it came until somebody says whose household it is. */
export const foundHousehold = {
  name: '0018-found-household',
  sql: [
    `CREATE TABLE found_household (
      task_id TEXT PRIMARY KEY, household_id TEXT NOT NULL UNIQUE, round_id TEXT NOT NULL REFERENCES survey_round(id), machine_id TEXT NOT NULL,
      household_no TEXT NOT NULL, village_code TEXT NOT NULL, group_name TEXT NOT NULL, address TEXT NOT NULL, found_by TEXT NOT NULL, found_at TEXT NOT NULL,
      status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open','taken','declined')), became TEXT REFERENCES survey_task(id),
      decided_by TEXT REFERENCES user(id), decided_at TEXT, decided_reason TEXT NOT NULL DEFAULT '',
      CHECK ((status = 'taken') = (became IS NOT NULL)), CHECK ((status = 'open') = (decided_at IS NULL)), CHECK ((decided_at IS NULL) = (decided_by IS NULL))) STRICT`,
    `CREATE INDEX found_household_round ON found_household (round_id, status)`,
    `CREATE INDEX found_household_became ON found_household (became) WHERE became IS NOT NULL`,
    `CREATE TABLE found_edit (
      id TEXT PRIMARY KEY, task_id TEXT NOT NULL REFERENCES found_household(task_id), subject TEXT NOT NULL, field TEXT NOT NULL, value TEXT, base_value TEXT,
      supersedes TEXT NOT NULL, workstation_id TEXT NOT NULL, edited_by TEXT NOT NULL, editor_name TEXT NOT NULL, edited_at TEXT NOT NULL,
      package_id TEXT, received_at TEXT) STRICT`,
    `CREATE INDEX found_edit_task ON found_edit (task_id)`,
    `CREATE TRIGGER found_edit_no_update BEFORE UPDATE ON found_edit BEGIN SELECT RAISE(ABORT, 'survey edits are never changed'); END`,
    `CREATE TRIGGER found_edit_no_delete BEFORE DELETE ON found_edit BEGIN SELECT RAISE(ABORT, 'survey edits are never removed'); END`,
  ],
} as const
