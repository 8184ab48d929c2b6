/** 村计数: the key of the household list also holds what a village is counted by, so that counting reads no household. */
export const villageCounts = {
  name: '0020-village-counts',
  sql: [
    `DROP INDEX household_village`,
    `CREATE INDEX household_village ON household (village_code, household_no, status, householder_pending, id)`,
  ],
} as const
