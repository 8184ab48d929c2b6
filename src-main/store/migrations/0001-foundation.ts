/** Tables of part A. Frozen the day it ships: plain SQL, no import of ours. */
export const foundation = {
  name: '0001-foundation',
  sql: [
    `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
    `CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL, saved_by TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT`,

    `CREATE TABLE division (
      code TEXT PRIMARY KEY CHECK (length(code) = 12),
      name TEXT NOT NULL, level TEXT NOT NULL CHECK (level IN ('county','township','village')), kind TEXT NOT NULL,
      parent_code TEXT, valid_from TEXT, valid_to TEXT, replaced_by TEXT) STRICT`,

    `CREATE TABLE user (
      id TEXT PRIMARY KEY, sign_in_name TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0,1)),
      term_from TEXT NOT NULL, term_to TEXT, version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE user_grant (
      user_id TEXT NOT NULL REFERENCES user(id), role TEXT NOT NULL, programme_code TEXT NOT NULL, village_code TEXT NOT NULL,
      PRIMARY KEY (user_id, role, programme_code, village_code)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE role_exception (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user(id), roles TEXT NOT NULL, valid_to TEXT NOT NULL, reason TEXT NOT NULL, basis TEXT NOT NULL,
      registered_by TEXT NOT NULL REFERENCES user(id), registered_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE signing_key (
      fingerprint TEXT PRIMARY KEY, owner_kind TEXT NOT NULL CHECK (owner_kind IN ('workstation','person')), user_id TEXT REFERENCES user(id),
      public_key_pem TEXT NOT NULL, valid_from TEXT NOT NULL, revoked_at TEXT) STRICT`,

    `CREATE TABLE list_batch (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL, sheet TEXT NOT NULL, year INTEGER,
      lines INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL, warned INTEGER NOT NULL, skipped INTEGER NOT NULL,
      area_centi_mu INTEGER, amount_fen INTEGER, headers TEXT NOT NULL, imported_by TEXT NOT NULL REFERENCES user(id), imported_at TEXT NOT NULL,
      undone_at TEXT, CHECK (lines = accepted + rejected + skipped)) STRICT`,
    `CREATE TABLE list_reject (
      batch_id TEXT NOT NULL REFERENCES list_batch(id), line INTEGER NOT NULL, raw TEXT NOT NULL, reasons TEXT NOT NULL,
      PRIMARY KEY (batch_id, line)) STRICT, WITHOUT ROWID`,

    `CREATE TABLE household (
      id TEXT PRIMARY KEY, household_no TEXT NOT NULL UNIQUE, village_code TEXT NOT NULL REFERENCES division(code), group_name TEXT NOT NULL DEFAULT '',
      householder_id TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
      householder_pending INTEGER NOT NULL DEFAULT 0 CHECK (householder_pending IN (0,1)),
      status TEXT NOT NULL DEFAULT 'registered' CHECK (status IN ('registered','cancelled','moved-out')), version INTEGER NOT NULL DEFAULT 1,
      batch_id TEXT REFERENCES list_batch(id), line INTEGER, created_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX household_village ON household (village_code, household_no)`,
    `CREATE INDEX household_pending ON household (householder_pending) WHERE householder_pending = 1`,
    `CREATE TABLE person (
      id TEXT PRIMARY KEY, household_id TEXT REFERENCES household(id), name TEXT NOT NULL, id_number TEXT NOT NULL UNIQUE CHECK (length(id_number) = 18),
      id_upgraded INTEGER NOT NULL DEFAULT 0 CHECK (id_upgraded IN (0,1)), sex TEXT NOT NULL CHECK (sex IN ('male','female')), birth_date TEXT NOT NULL,
      relation TEXT NOT NULL DEFAULT '', ethnicity TEXT NOT NULL DEFAULT '', hukou_kind TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT '',
      status TEXT NOT NULL DEFAULT 'registered' CHECK (status IN ('registered','cancelled','moved-out','dead')), version INTEGER NOT NULL DEFAULT 1,
      entered_by TEXT NOT NULL REFERENCES user(id), batch_id TEXT REFERENCES list_batch(id), line INTEGER, created_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX person_household ON person (household_id)`,
    `CREATE TABLE account (
      id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person(id), holder_name TEXT NOT NULL, account_no TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('card','passbook')),
      bank_name TEXT NOT NULL DEFAULT '', entered_by TEXT NOT NULL REFERENCES user(id), version INTEGER NOT NULL DEFAULT 1, batch_id TEXT REFERENCES list_batch(id), line INTEGER, created_at TEXT NOT NULL,
      UNIQUE (person_id, account_no)) STRICT`,
    `CREATE INDEX account_no ON account (account_no)`,
    `CREATE TABLE value_change (
      id INTEGER PRIMARY KEY, entity TEXT NOT NULL, entity_id TEXT NOT NULL, field TEXT NOT NULL, old_value TEXT, new_value TEXT, reason TEXT NOT NULL,
      changed_by TEXT NOT NULL REFERENCES user(id), changed_at TEXT NOT NULL, batch_id TEXT REFERENCES list_batch(id), line INTEGER) STRICT`,
    `CREATE INDEX value_change_entity ON value_change (entity, entity_id)`,

    `CREATE TABLE roster_line (
      id TEXT PRIMARY KEY, batch_id TEXT NOT NULL REFERENCES list_batch(id), line INTEGER NOT NULL, programme_code TEXT NOT NULL, year INTEGER NOT NULL,
      village_code TEXT NOT NULL REFERENCES division(code), group_name TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person(id), name TEXT NOT NULL,
      area_centi_mu INTEGER NOT NULL CHECK (area_centi_mu >= 0), rate_yuan TEXT NOT NULL, amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0), printed_amount_fen INTEGER,
      account_id TEXT NOT NULL REFERENCES account(id), phone TEXT NOT NULL DEFAULT '', remark TEXT NOT NULL DEFAULT '', UNIQUE (batch_id, line)) STRICT`,
    `CREATE INDEX roster_line_person ON roster_line (person_id)`,
    `CREATE INDEX roster_line_period ON roster_line (programme_code, year)`,
    `CREATE TABLE land_right (
      batch_id TEXT NOT NULL REFERENCES list_batch(id), line INTEGER NOT NULL, village_code TEXT NOT NULL, group_name TEXT NOT NULL, holder_name TEXT NOT NULL, id_number TEXT NOT NULL,
      confirmed_centi_mu INTEGER NOT NULL, non_eligible_centi_mu INTEGER NOT NULL, transferred_out_centi_mu INTEGER NOT NULL, farmed_for_others_centi_mu INTEGER NOT NULL,
      PRIMARY KEY (batch_id, line)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX land_right_id ON land_right (id_number)`,
    `CREATE TABLE external_entry (
      batch_id TEXT NOT NULL REFERENCES list_batch(id), line INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('deceased','payroll')), id_number TEXT NOT NULL, name TEXT NOT NULL,
      on_day TEXT, facts TEXT NOT NULL, PRIMARY KEY (batch_id, line)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX external_entry_id ON external_entry (id_number, kind)`,

    `CREATE TABLE programme (code TEXT PRIMARY KEY, name TEXT NOT NULL, department TEXT NOT NULL, unit TEXT NOT NULL, cycle TEXT NOT NULL, confidence TEXT NOT NULL) STRICT`,
    `CREATE TABLE programme_terms (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL REFERENCES programme(code), year INTEGER NOT NULL, version INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('draft','active','superseded')), terms TEXT NOT NULL,
      entered_by TEXT NOT NULL REFERENCES user(id), entered_at TEXT NOT NULL, activated_by TEXT REFERENCES user(id), activated_at TEXT,
      CHECK (activated_by IS NULL OR activated_by <> entered_by), UNIQUE (programme_code, year, version)) STRICT`,
    `CREATE UNIQUE INDEX programme_terms_active ON programme_terms (programme_code, year) WHERE status = 'active'`,

    `CREATE TABLE application (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL REFERENCES programme(code), year INTEGER NOT NULL, terms_id TEXT NOT NULL REFERENCES programme_terms(id),
      village_code TEXT NOT NULL REFERENCES division(code), group_name TEXT NOT NULL, household_id TEXT REFERENCES household(id),
      beneficiary_id TEXT NOT NULL REFERENCES person(id), payee_id TEXT NOT NULL REFERENCES person(id), account_id TEXT NOT NULL REFERENCES account(id),
      area_centi_mu INTEGER NOT NULL CHECK (area_centi_mu >= 0), rate_yuan TEXT, amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
      previous_area_centi_mu INTEGER, previous_printed_fen INTEGER, previous_amount_fen INTEGER, roster_line_id TEXT REFERENCES roster_line(id),
      status TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, entered_by TEXT NOT NULL REFERENCES user(id), entered_at TEXT NOT NULL, UNIQUE (roster_line_id, year)) STRICT`,
    `CREATE INDEX application_period ON application (programme_code, year, village_code, id)`,
    `CREATE INDEX application_status ON application (programme_code, year, status)`,
    `CREATE INDEX application_beneficiary ON application (beneficiary_id)`,
    `CREATE INDEX application_household ON application (household_id)`,
    `CREATE TABLE application_editor (
      application_id TEXT NOT NULL REFERENCES application(id), user_id TEXT NOT NULL REFERENCES user(id), what TEXT NOT NULL CHECK (what IN ('entry','account')),
      PRIMARY KEY (application_id, user_id, what)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE application_figure (
      application_id TEXT NOT NULL REFERENCES application(id), stage TEXT NOT NULL CHECK (stage IN ('applied','reviewed','approved','payable','paid')),
      quantity_centi INTEGER NOT NULL, amount_fen INTEGER NOT NULL, reason_code TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, by_user TEXT NOT NULL,
      PRIMARY KEY (application_id, stage, at)) STRICT, WITHOUT ROWID`,
    `CREATE TABLE application_step (
      id INTEGER PRIMARY KEY, application_id TEXT NOT NULL REFERENCES application(id), step TEXT NOT NULL, from_status TEXT, to_status TEXT NOT NULL, reason TEXT NOT NULL,
      by_user TEXT NOT NULL REFERENCES user(id), at TEXT NOT NULL) STRICT`,
    `CREATE INDEX application_step_application ON application_step (application_id)`,
    `CREATE TABLE check_run (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL, year INTEGER NOT NULL, as_of TEXT NOT NULL, rows INTEGER NOT NULL, data_mark INTEGER NOT NULL, by_user TEXT NOT NULL REFERENCES user(id), at TEXT NOT NULL) STRICT`,
    `CREATE TABLE finding (
      id TEXT PRIMARY KEY, run_id TEXT NOT NULL REFERENCES check_run(id), application_id TEXT NOT NULL REFERENCES application(id), check_code TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('block','explain','hint')), facts TEXT NOT NULL, sources TEXT NOT NULL, others TEXT NOT NULL, as_of TEXT NOT NULL) STRICT`,
    `CREATE INDEX finding_application ON finding (application_id)`,

    `CREATE TABLE verification_statement (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL, year INTEGER NOT NULL, village_code TEXT NOT NULL REFERENCES division(code), stated_on TEXT NOT NULL, statement TEXT NOT NULL,
      file_sha256 TEXT REFERENCES vault_file(sha256), recorded_by TEXT NOT NULL REFERENCES user(id), recorded_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX verification_statement_village ON verification_statement (programme_code, year, village_code)`,
    `CREATE TABLE publicity (
      id TEXT PRIMARY KEY, serial TEXT NOT NULL, edition INTEGER NOT NULL, programme_code TEXT NOT NULL, year INTEGER NOT NULL, village_code TEXT NOT NULL REFERENCES division(code),
      terms_id TEXT NOT NULL REFERENCES programme_terms(id), status TEXT NOT NULL CHECK (status IN ('frozen','posted','concluded','withdrawn')), version INTEGER NOT NULL DEFAULT 1,
      document TEXT NOT NULL, frozen_hash TEXT NOT NULL, lines INTEGER NOT NULL, area_centi_mu INTEGER NOT NULL, amount_fen INTEGER NOT NULL, frozen_by TEXT NOT NULL REFERENCES user(id), frozen_at TEXT NOT NULL,
      posted_on TEXT, posted_place TEXT, posted_by TEXT, last_day TEXT, printed_sha256 TEXT REFERENCES vault_file(sha256), concluded_by TEXT REFERENCES user(id), concluded_at TEXT, withdrawn_reason TEXT,
      UNIQUE (serial, edition)) STRICT`,
    `CREATE INDEX publicity_period ON publicity (programme_code, year, village_code)`,
    `CREATE TABLE publicity_line (
      publicity_id TEXT NOT NULL REFERENCES publicity(id), line_no INTEGER NOT NULL, application_id TEXT NOT NULL REFERENCES application(id), group_name TEXT NOT NULL, printed_name TEXT NOT NULL, printed_id_tail TEXT,
      area_centi_mu INTEGER, rate_text TEXT NOT NULL, amount_fen INTEGER, note TEXT NOT NULL, PRIMARY KEY (publicity_id, line_no)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX publicity_line_application ON publicity_line (application_id)`,
    `CREATE TABLE publicity_evidence (
      id TEXT PRIMARY KEY, publicity_id TEXT NOT NULL REFERENCES publicity(id), kind TEXT NOT NULL, phase TEXT NOT NULL CHECK (phase IN ('start','end')), taken_on TEXT NOT NULL, place TEXT NOT NULL, posted_by TEXT NOT NULL,
      file_sha256 TEXT NOT NULL REFERENCES vault_file(sha256), late INTEGER NOT NULL CHECK (late IN (0,1)), added_by TEXT NOT NULL REFERENCES user(id), added_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX publicity_evidence_publicity ON publicity_evidence (publicity_id)`,

    `CREATE TABLE recipient (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('department','finance')), age_recipient TEXT NOT NULL, added_by TEXT NOT NULL, added_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE export_package (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, programme_code TEXT NOT NULL, year INTEGER NOT NULL, recipient_id TEXT NOT NULL REFERENCES recipient(id), supplementary INTEGER NOT NULL CHECK (supplementary IN (0,1)),
      status TEXT NOT NULL CHECK (status IN ('built','released','cancelled')), header TEXT NOT NULL, bag_sha256 TEXT NOT NULL REFERENCES vault_file(sha256), counts TEXT NOT NULL, total_fen INTEGER NOT NULL,
      built_by TEXT NOT NULL REFERENCES user(id), built_at TEXT NOT NULL, released_by TEXT REFERENCES user(id), released_at TEXT, sequence INTEGER, previous TEXT, tagmanifest_sha256 TEXT, file_sha256 TEXT REFERENCES vault_file(sha256), size INTEGER,
      CHECK (released_by IS NULL OR released_by <> built_by)) STRICT`,
    `CREATE UNIQUE INDEX export_package_sequence ON export_package (recipient_id, kind, sequence) WHERE sequence IS NOT NULL`,
    `CREATE TABLE package_application (
      package_id TEXT NOT NULL REFERENCES export_package(id), application_id TEXT NOT NULL REFERENCES application(id), amount_fen INTEGER NOT NULL, PRIMARY KEY (package_id, application_id)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX package_application_application ON package_application (application_id)`,

    `CREATE TABLE vault_file (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, extension TEXT NOT NULL, kind TEXT NOT NULL, added_by TEXT NOT NULL, added_at TEXT NOT NULL) STRICT`,
    `CREATE TABLE data_mark (id INTEGER PRIMARY KEY CHECK (id = 1), value INTEGER NOT NULL) STRICT`,
    `INSERT INTO data_mark (id, value) VALUES (1, 0)`,

    `CREATE TABLE audit_entry (
      seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, details TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL) STRICT`,
    `CREATE INDEX audit_entry_subject ON audit_entry (subject)`,
    `CREATE TABLE audit_checkpoint (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, verified_at TEXT NOT NULL) STRICT`,
    `CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END`,
    `CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END`,
  ],
} as const
