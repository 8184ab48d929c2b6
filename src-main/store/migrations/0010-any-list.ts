/**
 * 任何清单: an import of several sheets as one, undone as one; remembered mappings; entries of more kinds that a newer
 * list can end; rolls of programmes that are not paid by land, or of which no village or account was given.
 */
export const anyList = {
  name: '0010-any-list',
  sql: [
    `CREATE TABLE list_import (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
      year INTEGER, month INTEGER CHECK (month BETWEEN 1 AND 12), programme_code TEXT, as_of TEXT, mapping TEXT NOT NULL DEFAULT '{}',
      added INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0, same INTEGER NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0,
      gone_choice TEXT NOT NULL DEFAULT 'note' CHECK (gone_choice IN ('note','end')),
      imported_by TEXT NOT NULL REFERENCES user(id), imported_at TEXT NOT NULL,
      undone_by TEXT REFERENCES user(id), undone_at TEXT, undo_reason TEXT,
      CHECK ((undone_at IS NULL) = (undone_by IS NULL)), CHECK ((undone_at IS NULL) = (undo_reason IS NULL))) STRICT`,
    `INSERT INTO list_import (id, kind, file_name, file_sha256, year, programme_code, imported_by, imported_at)
      SELECT id, kind, file_name, file_sha256, year, CASE kind WHEN 'farmland-roll' THEN 'NY01' END, imported_by, imported_at FROM list_batch`,
    `CREATE INDEX list_import_file ON list_import (file_sha256)`,
    `ALTER TABLE list_batch ADD COLUMN import_id TEXT REFERENCES list_import(id)`,
    `UPDATE list_batch SET import_id = id`,
    `CREATE INDEX list_batch_import ON list_batch (import_id)`,
    `CREATE TABLE list_gone (
      import_id TEXT NOT NULL REFERENCES list_import(id), position INTEGER NOT NULL, id_number TEXT NOT NULL, name TEXT NOT NULL,
      village_code TEXT, facts TEXT NOT NULL, ended INTEGER NOT NULL CHECK (ended IN (0,1)), PRIMARY KEY (import_id, position)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE import_mapping (
      kind TEXT NOT NULL, shape TEXT NOT NULL, headers TEXT NOT NULL, mapping TEXT NOT NULL, file_name TEXT NOT NULL,
      saved_by TEXT NOT NULL REFERENCES user(id), saved_at TEXT NOT NULL, PRIMARY KEY (kind, shape)) STRICT, WITHOUT ROWID`,

    `CREATE TABLE new_external_entry (
      batch_id TEXT NOT NULL REFERENCES list_batch(id), line INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('deceased','payroll','disability','relief','conviction')), id_number TEXT NOT NULL, name TEXT NOT NULL,
      on_day TEXT, until_day TEXT, category TEXT NOT NULL DEFAULT '', level TEXT NOT NULL DEFAULT '', amount_fen INTEGER, facts TEXT NOT NULL,
      ended_by TEXT REFERENCES list_import(id), PRIMARY KEY (batch_id, line)) STRICT, WITHOUT ROWID`,
    `INSERT INTO new_external_entry (batch_id, line, kind, id_number, name, on_day, facts)
      SELECT batch_id, line, kind, id_number, name, on_day, facts FROM external_entry`,
    `DROP TABLE external_entry`,
    `ALTER TABLE new_external_entry RENAME TO external_entry`,
    `CREATE INDEX external_entry_id ON external_entry (id_number, kind)`,
    `CREATE INDEX external_entry_kind ON external_entry (kind) WHERE ended_by IS NULL`,
    `CREATE INDEX external_entry_ended ON external_entry (ended_by) WHERE ended_by IS NOT NULL`,

    `CREATE TABLE new_roster_line (
      id TEXT PRIMARY KEY, batch_id TEXT NOT NULL REFERENCES list_batch(id), line INTEGER NOT NULL, programme_code TEXT NOT NULL,
      year INTEGER NOT NULL, month INTEGER CHECK (month BETWEEN 1 AND 12), village_code TEXT REFERENCES division(code), group_name TEXT NOT NULL,
      person_id TEXT NOT NULL REFERENCES person(id), name TEXT NOT NULL, area_centi_mu INTEGER NOT NULL CHECK (area_centi_mu >= 0), quantity_centi INTEGER CHECK (quantity_centi >= 0),
      rate_yuan TEXT NOT NULL, amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0), printed_amount_fen INTEGER,
      account_id TEXT REFERENCES account(id), phone TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT '', facts TEXT NOT NULL DEFAULT '{}', UNIQUE (batch_id, line)) STRICT`,
    `INSERT INTO new_roster_line (id, batch_id, line, programme_code, year, village_code, group_name, person_id, name, area_centi_mu, rate_yuan, amount_fen, printed_amount_fen, account_id, phone, remark)
      SELECT id, batch_id, line, programme_code, year, village_code, group_name, person_id, name, area_centi_mu, rate_yuan, amount_fen, printed_amount_fen, account_id, phone, remark FROM roster_line`,
    `DROP TABLE roster_line`,
    `ALTER TABLE new_roster_line RENAME TO roster_line`,
    `CREATE INDEX roster_line_person ON roster_line (person_id)`,
    `CREATE INDEX roster_line_period ON roster_line (programme_code, year)`,
    `CREATE TRIGGER search_roster_line_added AFTER INSERT ON roster_line BEGIN
      INSERT OR IGNORE INTO search_pending (person_id)
      SELECT id FROM person WHERE id = NEW.person_id AND household_id IS NULL; END`,

    // Taking back what an import made asks each of these who still points to it.
    `CREATE INDEX roster_line_account ON roster_line (account_id)`,
    `CREATE INDEX application_account ON application (account_id)`,
    `CREATE INDEX application_payee ON application (payee_id)`,
    `CREATE INDEX household_householder ON household (householder_id)`,
  ],
} as const
