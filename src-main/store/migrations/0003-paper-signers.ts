/** 村签字人: people of a village who sign on paper and have no account, each for a term. */
export const paperSigners = {
  name: '0003-paper-signers',
  sql: [
    `CREATE TABLE paper_signer (
      id TEXT PRIMARY KEY, village_code TEXT NOT NULL REFERENCES division(code),
      post TEXT NOT NULL CHECK (post IN ('bookkeeper','village-head','supervisor')), name TEXT NOT NULL,
      term_from TEXT NOT NULL, term_to TEXT, registered_by TEXT NOT NULL REFERENCES user(id), registered_at TEXT NOT NULL,
      CHECK (term_to IS NULL OR term_to >= term_from)) STRICT`,
    `CREATE INDEX paper_signer_village ON paper_signer (village_code)`,
  ],
} as const
