/**
 * 变动即重查: a check of some records only stands beside the run it goes on from; what it found anew takes the place of
 * what was found before, which stays readable. `check_key` finds the lines that share a phone, a door or a row of numbers.
 */
export const checkNearby = {
  name: '0034-check-nearby',
  sql: [
    `ALTER TABLE check_run ADD COLUMN base_run_id TEXT REFERENCES check_run(id)`,
    `ALTER TABLE finding ADD COLUMN base_run_id TEXT REFERENCES check_run(id)`,
    `ALTER TABLE finding ADD COLUMN replaced_by TEXT REFERENCES check_run(id)`,
    `UPDATE finding SET base_run_id = run_id`,
    `CREATE INDEX check_run_period ON check_run (programme_code, year, id)`,
    `CREATE INDEX land_right_village ON land_right (village_code, batch_id)`,
    `CREATE INDEX finding_standing ON finding (base_run_id, check_code) WHERE replaced_by IS NULL`,
    `CREATE TABLE check_key (
      run_id TEXT NOT NULL REFERENCES check_run(id), key TEXT NOT NULL, application_id TEXT NOT NULL REFERENCES application(id),
      PRIMARY KEY (run_id, key, application_id)) STRICT, WITHOUT ROWID`,
  ],
} as const
