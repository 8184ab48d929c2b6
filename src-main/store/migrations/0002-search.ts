/** The search index: triggers note who has changed; the tokens are made of names, so code writes them. */
export const search = {
  name: '0002-search',
  sql: [
    `CREATE TABLE search_document (document INTEGER PRIMARY KEY, person_id TEXT NOT NULL UNIQUE) STRICT`,
    `CREATE TABLE search_group (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`,
    `CREATE TABLE search_pending (person_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`,
    `CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
    `CREATE TRIGGER search_person_added AFTER INSERT ON person BEGIN
      INSERT OR IGNORE INTO search_pending (person_id) VALUES (NEW.id); END`,
    `CREATE TRIGGER search_person_changed AFTER UPDATE OF name, id_number, phone, household_id ON person BEGIN
      INSERT OR IGNORE INTO search_pending (person_id) VALUES (NEW.id); END`,
    `CREATE TRIGGER search_person_removed AFTER DELETE ON person BEGIN
      DELETE FROM search_index WHERE rowid = (SELECT document FROM search_document WHERE person_id = OLD.id);
      DELETE FROM search_document WHERE person_id = OLD.id;
      DELETE FROM search_pending WHERE person_id = OLD.id; END`,
    `CREATE TRIGGER search_account_added AFTER INSERT ON account BEGIN
      INSERT OR IGNORE INTO search_pending (person_id) VALUES (NEW.person_id); END`,
    `CREATE TRIGGER search_account_changed AFTER UPDATE OF person_id, account_no ON account BEGIN
      INSERT OR IGNORE INTO search_pending (person_id) VALUES (OLD.person_id), (NEW.person_id); END`,
    `CREATE TRIGGER search_account_removed AFTER DELETE ON account BEGIN
      INSERT OR IGNORE INTO search_pending (person_id) VALUES (OLD.person_id); END`,
    `CREATE TRIGGER search_household_changed AFTER UPDATE OF household_no, village_code, group_name ON household BEGIN
      INSERT OR IGNORE INTO search_pending (person_id) SELECT id FROM person WHERE household_id = NEW.id; END`,
    `CREATE TRIGGER search_roster_line_added AFTER INSERT ON roster_line BEGIN
      INSERT OR IGNORE INTO search_pending (person_id)
      SELECT id FROM person WHERE id = NEW.person_id AND household_id IS NULL; END`,
    `INSERT INTO search_pending (person_id) SELECT id FROM person`,
  ],
} as const
