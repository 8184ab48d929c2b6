/** 户页 — what a household goes through, whose account it is paid to, its land, its papers; whence each value came. */
export const register = {
  name: '0011-register',
  sql: [
    `ALTER TABLE household ADD COLUMN address TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE household ADD COLUMN ended_on TEXT`,
    `ALTER TABLE person ADD COLUMN died_on TEXT`,
    `ALTER TABLE person ADD COLUMN death_source TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE person ADD COLUMN moved_on TEXT`,
    `ALTER TABLE person ADD COLUMN moved_where TEXT NOT NULL DEFAULT ''`,
    `DROP INDEX person_household`,
    `CREATE INDEX person_household ON person (household_id, status)`,

    `ALTER TABLE account ADD COLUMN holder_kind TEXT NOT NULL DEFAULT 'own' CHECK (holder_kind IN ('own','guardian','organisation'))`,
    `ALTER TABLE account ADD COLUMN holder_id_number TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE account ADD COLUMN credit_code TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE account ADD COLUMN custody TEXT NOT NULL DEFAULT '' CHECK (custody IN ('','self','family','village-cadre','other'))`,
    `ALTER TABLE account ADD COLUMN status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','closed'))`,
    `ALTER TABLE account ADD COLUMN confirmation TEXT NOT NULL DEFAULT 'none' CHECK (confirmation IN ('none','wanted','done'))`,
    `ALTER TABLE account ADD COLUMN confirmed_by TEXT REFERENCES user(id)`,
    `ALTER TABLE account ADD COLUMN confirmed_at TEXT`,
    `CREATE INDEX account_confirmation ON account (confirmation) WHERE confirmation = 'wanted'`,

    `CREATE TABLE household_event (
      id TEXT PRIMARY KEY, serial TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('split','merge','change-householder','move-in','move-out','death','take-over','restore')),
      household_id TEXT NOT NULL REFERENCES household(id), other_household_id TEXT REFERENCES household(id),
      happened_on TEXT NOT NULL, reason TEXT NOT NULL, source TEXT NOT NULL, facts TEXT NOT NULL,
      recorded_by TEXT NOT NULL REFERENCES user(id), recorded_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX household_event_household ON household_event (household_id)`,
    `CREATE INDEX household_event_other ON household_event (other_household_id) WHERE other_household_id IS NOT NULL`,
    `CREATE TABLE household_event_person (
      event_id TEXT NOT NULL REFERENCES household_event(id), person_id TEXT NOT NULL REFERENCES person(id), part TEXT NOT NULL,
      PRIMARY KEY (event_id, person_id)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX household_event_person_person ON household_event_person (person_id)`,
    `CREATE TABLE household_event_application (
      event_id TEXT NOT NULL REFERENCES household_event(id), application_id TEXT NOT NULL REFERENCES application(id),
      outcome TEXT NOT NULL, until TEXT, before TEXT NOT NULL, PRIMARY KEY (event_id, application_id)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX household_event_application_application ON household_event_application (application_id)`,

    `ALTER TABLE value_change ADD COLUMN event_id TEXT REFERENCES household_event(id)`,
    `ALTER TABLE value_change ADD COLUMN source TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE value_change ADD COLUMN source_id TEXT`,

    // Names and numbers that were changed before are searched from now on as well.
    `INSERT OR IGNORE INTO search_pending (person_id)
      SELECT DISTINCT entity_id FROM value_change WHERE entity = 'person' AND field IN ('name','idNumber','phone')`,

    `CREATE TABLE evidence (
      id TEXT PRIMARY KEY, subject_kind TEXT NOT NULL CHECK (subject_kind IN ('household','person','account')), subject_id TEXT NOT NULL,
      kind TEXT NOT NULL, title TEXT NOT NULL, programme_code TEXT, file_sha256 TEXT NOT NULL REFERENCES vault_file(sha256),
      on_day TEXT, day_source TEXT NOT NULL CHECK (day_source IN ('taken','imported','stated')), origin TEXT NOT NULL DEFAULT 'hand', origin_id TEXT,
      added_by TEXT NOT NULL REFERENCES user(id), added_at TEXT NOT NULL, removed_by TEXT REFERENCES user(id), removed_at TEXT, removed_reason TEXT,
      CHECK ((day_source = 'imported') = (on_day IS NULL)), CHECK ((removed_at IS NULL) = (removed_by IS NULL))) STRICT`,
    `CREATE INDEX evidence_subject ON evidence (subject_kind, subject_id)`,
    `CREATE INDEX evidence_origin ON evidence (origin, origin_id) WHERE origin_id IS NOT NULL`,

    `CREATE TABLE account_authorisation (
      id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES account(id), kind TEXT NOT NULL CHECK (kind IN ('guardian','agent')),
      name TEXT NOT NULL, id_number TEXT NOT NULL, relation TEXT NOT NULL, valid_to TEXT NOT NULL, evidence_id TEXT NOT NULL REFERENCES evidence(id),
      registered_by TEXT NOT NULL REFERENCES user(id), registered_at TEXT NOT NULL, ended_on TEXT) STRICT`,
    `CREATE INDEX account_authorisation_account ON account_authorisation (account_id)`,

    `CREATE TABLE parcel (
      id TEXT PRIMARY KEY, household_id TEXT NOT NULL REFERENCES household(id), parcel_no TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '',
      contract_no TEXT NOT NULL DEFAULT '', village_code TEXT NOT NULL REFERENCES division(code), area_centi_mu INTEGER NOT NULL CHECK (area_centi_mu >= 0),
      non_eligible_centi_mu INTEGER NOT NULL DEFAULT 0 CHECK (non_eligible_centi_mu >= 0 AND non_eligible_centi_mu <= area_centi_mu),
      land_use TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','ended')), version INTEGER NOT NULL DEFAULT 1,
      entered_by TEXT NOT NULL REFERENCES user(id), batch_id TEXT REFERENCES list_batch(id), line INTEGER, created_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX parcel_household ON parcel (household_id)`,
    `CREATE INDEX parcel_no ON parcel (parcel_no) WHERE parcel_no <> ''`,
    `CREATE TABLE land_transfer (
      id TEXT PRIMARY KEY, said_by TEXT NOT NULL CHECK (said_by IN ('giver','taker','both')), village_code TEXT NOT NULL REFERENCES division(code),
      giver_name TEXT NOT NULL DEFAULT '', giver_id_number TEXT NOT NULL DEFAULT '', taker_name TEXT NOT NULL DEFAULT '', taker_id_number TEXT NOT NULL DEFAULT '',
      taker_credit_code TEXT NOT NULL DEFAULT '', parcel_id TEXT REFERENCES parcel(id), parcel_text TEXT NOT NULL DEFAULT '',
      area_centi_mu INTEGER NOT NULL CHECK (area_centi_mu > 0), starts_on TEXT, ends_on TEXT,
      subsidy_to TEXT NOT NULL CHECK (subsidy_to IN ('giver','taker','unknown')), agreement TEXT NOT NULL DEFAULT '', evidence_id TEXT REFERENCES evidence(id),
      remark TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','ended')), version INTEGER NOT NULL DEFAULT 1,
      entered_by TEXT NOT NULL REFERENCES user(id), batch_id TEXT REFERENCES list_batch(id), line INTEGER, created_at TEXT NOT NULL,
      CHECK (giver_name <> '' OR taker_name <> ''), CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)) STRICT`,
    `CREATE INDEX land_transfer_giver ON land_transfer (giver_id_number) WHERE giver_id_number <> ''`,
    `CREATE INDEX land_transfer_taker ON land_transfer (taker_id_number) WHERE taker_id_number <> ''`,
    `CREATE INDEX land_transfer_batch ON land_transfer (batch_id) WHERE batch_id IS NOT NULL`,
  ],
} as const
