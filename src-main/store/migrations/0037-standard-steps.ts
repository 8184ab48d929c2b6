/** 分段计发 — which months an application pays, since when it was accepted, and the steps its amount is the sum of. */
export const standardSteps = {
  name: '0037-standard-steps',
  sql: [
    `ALTER TABLE application ADD COLUMN month_from INTEGER CHECK (month_from BETWEEN 1 AND 12)`,
    `ALTER TABLE application ADD COLUMN month_to INTEGER CHECK (month_to BETWEEN 1 AND 12)`,
    `ALTER TABLE application ADD COLUMN accepted_on TEXT`,
    `ALTER TABLE application ADD COLUMN steps TEXT NOT NULL DEFAULT '[]'`,
  ],
} as const
