/** 近亲属回避 — households a member of staff declared as close relatives'; taken back by somebody else, never removed. */
export const staffKin = {
  name: '0040-staff-kin',
  sql: [
    `CREATE TABLE staff_kin (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES user(id), household_id TEXT NOT NULL REFERENCES household(id),
      relation TEXT NOT NULL, declared_at TEXT NOT NULL,
      withdrawn_by TEXT REFERENCES user(id) CHECK (withdrawn_by <> user_id), withdrawn_at TEXT,
      withdrawn_reason TEXT NOT NULL DEFAULT '') STRICT`,
    `CREATE UNIQUE INDEX staff_kin_once ON staff_kin (user_id, household_id) WHERE withdrawn_at IS NULL`,
    `CREATE INDEX staff_kin_household ON staff_kin (household_id)`,
    `CREATE TRIGGER staff_kin_no_update BEFORE UPDATE ON staff_kin
      WHEN OLD.withdrawn_at IS NOT NULL OR NEW.user_id <> OLD.user_id OR NEW.household_id <> OLD.household_id
        OR NEW.relation <> OLD.relation OR NEW.declared_at <> OLD.declared_at
      BEGIN SELECT RAISE(ABORT, 'a declaration of kin is only taken back, once'); END`,
    `CREATE TRIGGER staff_kin_no_delete BEFORE DELETE ON staff_kin BEGIN SELECT RAISE(ABORT, 'a declaration of kin is never removed'); END`,
  ],
} as const
