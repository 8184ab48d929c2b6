/** 纸件 — what was printed, page by page and line by line, and the pictures of it that came back. */
export const paper = {
  name: '0014-paper',
  sql: [
    `CREATE TABLE paper_document (
      id TEXT PRIMARY KEY, serial TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('visit-form','village-register','meeting-record')),
      round_id TEXT NOT NULL REFERENCES survey_round(id), village_code TEXT NOT NULL REFERENCES division(code),
      blank INTEGER NOT NULL DEFAULT 0 CHECK (blank IN (0,1)), pages INTEGER NOT NULL CHECK (pages > 0), lines INTEGER NOT NULL CHECK (lines >= 0),
      content_sha256 TEXT NOT NULL, printed_sha256 TEXT NOT NULL REFERENCES vault_file(sha256), extension TEXT NOT NULL,
      status TEXT NOT NULL DEFAULT 'current' CHECK (status IN ('current','void')), version INTEGER NOT NULL DEFAULT 1,
      printed_by TEXT NOT NULL REFERENCES user(id), printed_at TEXT NOT NULL,
      voided_by TEXT REFERENCES user(id), voided_at TEXT, void_reason TEXT, CHECK ((status = 'void') = (voided_by IS NOT NULL))) STRICT`,
    `CREATE INDEX paper_document_round ON paper_document (round_id, village_code)`,
    `CREATE TABLE paper_page (
      document_id TEXT NOT NULL REFERENCES paper_document(id), page_no INTEGER NOT NULL CHECK (page_no > 0), check_code TEXT NOT NULL,
      PRIMARY KEY (document_id, page_no)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE paper_line (
      document_id TEXT NOT NULL REFERENCES paper_document(id), line_no INTEGER NOT NULL CHECK (line_no > 0),
      task_id TEXT REFERENCES survey_task(id), household_id TEXT REFERENCES household(id),
      first_page INTEGER NOT NULL, last_page INTEGER NOT NULL, CHECK (last_page >= first_page),
      PRIMARY KEY (document_id, line_no)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX paper_line_household ON paper_line (household_id) WHERE household_id IS NOT NULL`,
    `CREATE TABLE paper_intake (
      id TEXT PRIMARY KEY, files INTEGER NOT NULL DEFAULT 0, pages INTEGER NOT NULL DEFAULT 0, keep_place INTEGER NOT NULL CHECK (keep_place IN (0,1)),
      keep_place_reason TEXT NOT NULL DEFAULT '', started_by TEXT NOT NULL REFERENCES user(id), started_at TEXT NOT NULL,
      CHECK (keep_place = 0 OR keep_place_reason <> '')) STRICT`,
    `CREATE TABLE paper_scan (
      id TEXT PRIMARY KEY, intake_id TEXT NOT NULL REFERENCES paper_intake(id), file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
      file_page INTEGER NOT NULL, file_pages INTEGER NOT NULL, picture_sha256 TEXT NOT NULL REFERENCES vault_file(sha256),
      width INTEGER NOT NULL, height INTEGER NOT NULL, turned INTEGER NOT NULL DEFAULT 0 CHECK (turned IN (0,90,180,270)),
      on_day TEXT, time_source TEXT NOT NULL CHECK (time_source IN ('taken','imported','stated')),
      code_text TEXT NOT NULL DEFAULT '', state TEXT NOT NULL CHECK (state IN ('attached','tray','set-aside')), why TEXT NOT NULL DEFAULT '',
      set_aside_reason TEXT NOT NULL DEFAULT '', version INTEGER NOT NULL DEFAULT 1, by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0,1)),
      publicity_evidence_id TEXT REFERENCES publicity_evidence(id),
      added_by TEXT NOT NULL REFERENCES user(id), added_at TEXT NOT NULL, decided_by TEXT REFERENCES user(id), decided_at TEXT,
      CHECK ((time_source = 'imported') = (on_day IS NULL))) STRICT`,
    `CREATE INDEX paper_scan_state ON paper_scan (state, added_at)`,
    `CREATE INDEX paper_scan_file ON paper_scan (file_sha256, file_page)`,
    `CREATE TABLE paper_scan_place (
      scan_id TEXT NOT NULL REFERENCES paper_scan(id), document_id TEXT NOT NULL REFERENCES paper_document(id), page_no INTEGER NOT NULL,
      PRIMARY KEY (scan_id, document_id, page_no), FOREIGN KEY (document_id, page_no) REFERENCES paper_page(document_id, page_no)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX paper_scan_place_page ON paper_scan_place (document_id, page_no)`,
    `CREATE TABLE paper_missing_reason (
      id TEXT PRIMARY KEY, document_id TEXT NOT NULL, line_no INTEGER NOT NULL, reason TEXT NOT NULL,
      stated_by TEXT NOT NULL REFERENCES user(id), stated_at TEXT NOT NULL,
      FOREIGN KEY (document_id, line_no) REFERENCES paper_line(document_id, line_no)) STRICT`,
    `CREATE INDEX paper_missing_reason_line ON paper_missing_reason (document_id, line_no)`,
    `ALTER TABLE publicity_evidence ADD COLUMN time_source TEXT NOT NULL DEFAULT 'stated' CHECK (time_source IN ('taken','imported','stated'))`,
  ],
} as const
