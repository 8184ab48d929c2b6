/**
 * 听取意见 keeps the figures it was about and, of somebody not found, each attempt. 导出台账 learns papers handed to a
 * household; SQLite changes a CHECK only by a new table.
 */
export const heardFigures = {
  name: '0036-heard-figures',
  sql: [
    `ALTER TABLE hearing ADD COLUMN area_centi_mu INTEGER`,
    `ALTER TABLE hearing ADD COLUMN amount_fen INTEGER`,
    `ALTER TABLE hearing ADD COLUMN attempts TEXT NOT NULL DEFAULT '[]'`,
    `CREATE TABLE export_ledger_new (
      id TEXT PRIMARY KEY, serial TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK (kind IN ('extract','form','village-book','sent-back','visitor','notice')),
      title TEXT NOT NULL, columns TEXT NOT NULL, conditions TEXT NOT NULL, full_numbers INTEGER NOT NULL CHECK (full_numbers IN (0,1)),
      rows INTEGER NOT NULL, people INTEGER NOT NULL, villages TEXT NOT NULL, programmes TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL, size INTEGER NOT NULL,
      reason TEXT NOT NULL, recipient TEXT NOT NULL, request_id TEXT REFERENCES full_export_request(id), made_by TEXT NOT NULL REFERENCES user(id), second_by TEXT REFERENCES user(id),
      made_at TEXT NOT NULL, kept_until TEXT NOT NULL,
      CHECK (full_numbers = 0 OR (second_by IS NOT NULL AND second_by <> made_by AND request_id IS NOT NULL AND length(reason) >= 2))) STRICT`,
    `INSERT INTO export_ledger_new SELECT * FROM export_ledger`,
    `DROP TABLE export_ledger`,
    `ALTER TABLE export_ledger_new RENAME TO export_ledger`,
    `CREATE INDEX export_ledger_made_at ON export_ledger (made_at)`,
    `CREATE TRIGGER export_ledger_no_update BEFORE UPDATE ON export_ledger BEGIN SELECT RAISE(ABORT, 'the export ledger is never changed'); END`,
    `CREATE TRIGGER export_ledger_no_delete BEFORE DELETE ON export_ledger BEGIN SELECT RAISE(ABORT, 'the export ledger is never shortened'); END`,
  ],
} as const
