/** 取数: saved extracts, the ledger of what left as a file, full numbers asked for, forms known, edits in bulk, village workbooks. */
export const extract = {
  name: '0016-extract',
  sql: [
    `CREATE TABLE extract_definition (
      id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, definition TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
      saved_by TEXT NOT NULL REFERENCES user(id), saved_at TEXT NOT NULL) STRICT`,

    `CREATE TABLE full_export_request (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('extract','form')), title TEXT NOT NULL, work TEXT NOT NULL, scope TEXT NOT NULL,
      rows INTEGER NOT NULL, people INTEGER NOT NULL, columns TEXT NOT NULL, content_sha256 TEXT NOT NULL, reason TEXT NOT NULL CHECK (length(reason) >= 2), recipient TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('waiting','approved','refused','withdrawn','made')), asked_by TEXT NOT NULL REFERENCES user(id), asked_at TEXT NOT NULL,
      decided_by TEXT REFERENCES user(id), decided_at TEXT, decided_reason TEXT,
      CHECK (status IN ('waiting','withdrawn') OR (decided_by IS NOT NULL AND decided_by <> asked_by))) STRICT`,
    `CREATE INDEX full_export_request_status ON full_export_request (status)`,

    `CREATE TABLE export_ledger (
      id TEXT PRIMARY KEY, serial TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('extract','form','village-book','sent-back','visitor')),
      title TEXT NOT NULL, columns TEXT NOT NULL, conditions TEXT NOT NULL, full_numbers INTEGER NOT NULL CHECK (full_numbers IN (0,1)),
      rows INTEGER NOT NULL, people INTEGER NOT NULL, villages TEXT NOT NULL, programmes TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL, size INTEGER NOT NULL,
      reason TEXT NOT NULL, recipient TEXT NOT NULL, request_id TEXT REFERENCES full_export_request(id), made_by TEXT NOT NULL REFERENCES user(id), second_by TEXT REFERENCES user(id),
      made_at TEXT NOT NULL, kept_until TEXT NOT NULL,
      CHECK (full_numbers = 0 OR (second_by IS NOT NULL AND second_by <> made_by AND request_id IS NOT NULL AND length(reason) >= 2))) STRICT`,
    `CREATE INDEX export_ledger_made_at ON export_ledger (made_at)`,
    `CREATE TRIGGER export_ledger_no_update BEFORE UPDATE ON export_ledger BEGIN SELECT RAISE(ABORT, 'the export ledger is never changed'); END`,
    `CREATE TRIGGER export_ledger_no_delete BEFORE DELETE ON export_ledger BEGIN SELECT RAISE(ABORT, 'the export ledger is never shortened'); END`,

    `CREATE TABLE form_mapping (
      shape TEXT PRIMARY KEY, mapping TEXT NOT NULL, saved_by TEXT NOT NULL REFERENCES user(id), saved_at TEXT NOT NULL) STRICT`,

    `CREATE TABLE bulk_edit (
      id TEXT PRIMARY KEY, reason TEXT NOT NULL CHECK (length(reason) >= 2), rows INTEGER NOT NULL, fields TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES user(id), made_at TEXT NOT NULL, undone_by TEXT REFERENCES user(id), undone_at TEXT, undone_reason TEXT) STRICT`,
    `CREATE TABLE bulk_edit_value (
      bulk_edit_id TEXT NOT NULL REFERENCES bulk_edit(id), seq INTEGER NOT NULL, entity TEXT NOT NULL, entity_id TEXT NOT NULL, field TEXT NOT NULL,
      old_value TEXT NOT NULL, new_value TEXT NOT NULL, undone TEXT CHECK (undone IN ('done','changed-since')), PRIMARY KEY (bulk_edit_id, seq)) STRICT, WITHOUT ROWID`,

    `CREATE TABLE village_book (
      id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, edition INTEGER NOT NULL, round_id TEXT REFERENCES survey_round(id), village_code TEXT NOT NULL REFERENCES division(code),
      columns TEXT NOT NULL, rows INTEGER NOT NULL, people INTEGER NOT NULL, households INTEGER NOT NULL, file_sha256 TEXT NOT NULL REFERENCES vault_file(sha256), file_name TEXT NOT NULL,
      issued_by TEXT NOT NULL REFERENCES user(id), issued_at TEXT NOT NULL, UNIQUE (round_id, village_code, edition)) STRICT`,
    `CREATE INDEX village_book_village ON village_book (village_code, issued_at)`,
    `CREATE TABLE village_book_row (
      book_id TEXT NOT NULL REFERENCES village_book(id), row_no INTEGER NOT NULL, household_id TEXT, person_id TEXT, task_id TEXT, printed TEXT NOT NULL,
      PRIMARY KEY (book_id, row_no)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE village_book_return (
      id TEXT PRIMARY KEY, book_id TEXT NOT NULL REFERENCES village_book(id), file_sha256 TEXT NOT NULL REFERENCES vault_file(sha256), file_name TEXT NOT NULL, filled_by TEXT NOT NULL,
      notes TEXT NOT NULL, counts TEXT NOT NULL, read_by TEXT NOT NULL REFERENCES user(id), read_at TEXT NOT NULL, UNIQUE (book_id, file_sha256)) STRICT`,
    `CREATE TABLE village_book_line (
      id TEXT PRIMARY KEY, return_id TEXT NOT NULL REFERENCES village_book_return(id), row_no INTEGER, line INTEGER, household_id TEXT, kind TEXT NOT NULL CHECK (kind IN ('added','changed','removed')),
      cells TEXT NOT NULL, doubts TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open','accepted','refused')), reason TEXT, decided_by TEXT REFERENCES user(id), decided_at TEXT,
      version INTEGER NOT NULL DEFAULT 1, CHECK (status <> 'refused' OR length(reason) >= 2)) STRICT`,
    `CREATE INDEX village_book_line_return ON village_book_line (return_id, status)`,
  ],
} as const
