/** 线下签批: a package approved on paper names who signed there, on which day, and the scan. */
export const paperSignOff = {
  name: '0005-paper-sign-off',
  sql: [
    `ALTER TABLE export_package ADD COLUMN paper_approver TEXT`,
    `ALTER TABLE export_package ADD COLUMN paper_signed_on TEXT CHECK ((paper_signed_on IS NULL) = (paper_approver IS NULL))`,
    `ALTER TABLE export_package ADD COLUMN paper_scan_sha256 TEXT REFERENCES vault_file(sha256)
      CHECK ((paper_scan_sha256 IS NULL) = (paper_approver IS NULL))`,
  ],
} as const
