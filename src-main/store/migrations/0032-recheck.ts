/** 抽查复核: who was drawn out of which list with which seed, so that anybody can draw again, and what was found. */
export const recheck = {
  name: '0032-recheck',
  sql: [
    `CREATE TABLE recheck_draw (
      id TEXT PRIMARY KEY, programme_code TEXT NOT NULL, year INTEGER NOT NULL,
      village_code TEXT NOT NULL REFERENCES division(code), terms_id TEXT NOT NULL, rule TEXT NOT NULL,
      seed TEXT NOT NULL, candidates TEXT NOT NULL, candidates_digest TEXT NOT NULL, size INTEGER NOT NULL,
      drawn_by TEXT NOT NULL REFERENCES user(id), drawn_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX recheck_draw_period ON recheck_draw (programme_code, year, village_code)`,
    `CREATE TABLE recheck_drawn (
      application_id TEXT PRIMARY KEY REFERENCES application(id), draw_id TEXT NOT NULL REFERENCES recheck_draw(id)) STRICT`,
    `CREATE INDEX recheck_drawn_draw ON recheck_drawn (draw_id)`,
    `CREATE TABLE recheck_result (
      id TEXT PRIMARY KEY, application_id TEXT NOT NULL REFERENCES recheck_drawn(application_id),
      version INTEGER NOT NULL, area_centi_mu INTEGER NOT NULL, quantity_centi INTEGER,
      outcome TEXT NOT NULL CHECK (outcome IN ('confirmed','contradicted')),
      mode TEXT NOT NULL, done_on TEXT NOT NULL, statement TEXT NOT NULL,
      file_sha256 TEXT NOT NULL, file_extension TEXT NOT NULL,
      done_by TEXT NOT NULL REFERENCES user(id), recorded_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX recheck_result_application ON recheck_result (application_id, recorded_at)`,
    ...['recheck_draw', 'recheck_drawn', 'recheck_result'].flatMap((table) => [
      `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'a re-check is never removed'); END`,
      `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'a re-check is never changed'); END`,
    ]),
  ],
} as const
