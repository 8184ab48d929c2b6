/** 摸底: rounds, one task a household, what was said as edits that are only ever appended, and drafts. */
export const survey = {
  name: '0012-survey',
  sql: [
    `CREATE TABLE survey_question_set (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL REFERENCES programme(code), version INTEGER NOT NULL, title TEXT NOT NULL,
      questions TEXT NOT NULL, source TEXT NOT NULL, entered_by TEXT NOT NULL, entered_at TEXT NOT NULL, UNIQUE (programme_code, version)) STRICT`,
    `CREATE TABLE survey_round (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL REFERENCES programme(code), year INTEGER NOT NULL, name TEXT NOT NULL,
      question_set_id TEXT NOT NULL REFERENCES survey_question_set(id), from_year INTEGER,
      status TEXT NOT NULL CHECK (status IN ('open','closed')), version INTEGER NOT NULL DEFAULT 1,
      opened_by TEXT NOT NULL REFERENCES user(id), opened_at TEXT NOT NULL, closed_by TEXT REFERENCES user(id), closed_at TEXT, closed_reason TEXT NOT NULL DEFAULT '') STRICT`,
    `CREATE INDEX survey_round_period ON survey_round (programme_code, year)`,
    `CREATE TABLE survey_task (
      id TEXT PRIMARY KEY, round_id TEXT NOT NULL REFERENCES survey_round(id), household_id TEXT NOT NULL REFERENCES household(id),
      village_code TEXT NOT NULL REFERENCES division(code), group_name TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'unvisited' CHECK (state IN ('unvisited','visited','away','refused','not-found')),
      mode TEXT NOT NULL DEFAULT '', visited_on TEXT, visitor TEXT NOT NULL DEFAULT '', next_on TEXT, conflicts INTEGER NOT NULL DEFAULT 0, must_visit TEXT NOT NULL DEFAULT '[]', previous TEXT NOT NULL DEFAULT '[]',
      origin TEXT NOT NULL DEFAULT 'previous' CHECK (origin IN ('previous','village','clerk')),
      household_version INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1, UNIQUE (round_id, household_id)) STRICT`,
    `CREATE INDEX survey_task_village ON survey_task (round_id, village_code, id)`,
    `CREATE INDEX survey_task_household ON survey_task (household_id)`,
    `CREATE TABLE survey_edit (
      id TEXT PRIMARY KEY, task_id TEXT NOT NULL REFERENCES survey_task(id), subject TEXT NOT NULL, field TEXT NOT NULL, value TEXT, base_value TEXT,
      supersedes TEXT NOT NULL DEFAULT '[]', workstation_id TEXT NOT NULL, edited_by TEXT NOT NULL, editor_name TEXT NOT NULL, edited_at TEXT NOT NULL,
      package_id TEXT, received_at TEXT) STRICT`,
    `CREATE INDEX survey_edit_task ON survey_edit (task_id, subject, field)`,
    `CREATE INDEX survey_edit_subject ON survey_edit (subject)`,
    `CREATE TRIGGER survey_edit_no_update BEFORE UPDATE ON survey_edit BEGIN SELECT RAISE(ABORT, 'survey edits are never changed'); END`,
    `CREATE TRIGGER survey_edit_no_delete BEFORE DELETE ON survey_edit BEGIN SELECT RAISE(ABORT, 'survey edits are never removed'); END`,
    `CREATE TABLE survey_value (
      task_id TEXT NOT NULL REFERENCES survey_task(id), subject TEXT NOT NULL, field TEXT NOT NULL, value TEXT, edit_id TEXT NOT NULL REFERENCES survey_edit(id),
      conflict INTEGER NOT NULL DEFAULT 0 CHECK (conflict IN (0,1)), applied INTEGER NOT NULL DEFAULT 0 CHECK (applied IN (0,1)),
      PRIMARY KEY (task_id, subject, field)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX survey_value_field ON survey_value (field, value)`,
    `CREATE TABLE survey_draft (
      task_id TEXT NOT NULL REFERENCES survey_task(id), user_id TEXT NOT NULL REFERENCES user(id), typed TEXT NOT NULL, started_at TEXT NOT NULL, saved_at TEXT NOT NULL,
      PRIMARY KEY (task_id, user_id)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE survey_draft_discarded (
      id TEXT PRIMARY KEY, task_id TEXT NOT NULL REFERENCES survey_task(id), user_id TEXT NOT NULL REFERENCES user(id), typed TEXT NOT NULL, discarded_at TEXT NOT NULL) STRICT`,
  ],
} as const
