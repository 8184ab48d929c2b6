/** 检查规则: what shuts what out, what a programme asks for, and who may be entitled; what a line is counted in besides land. */
export const checkRules = {
  name: '0023-check-rules',
  sql: [
    `ALTER TABLE application ADD COLUMN quantity_centi INTEGER CHECK (quantity_centi >= 0)`,
    `CREATE TABLE check_rule (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('exclusion','requirement','entitlement')),
      programme_code TEXT NOT NULL REFERENCES programme(code), rule TEXT NOT NULL) STRICT`,
    `CREATE INDEX check_rule_programme ON check_rule (kind, programme_code)`,
  ],
} as const
