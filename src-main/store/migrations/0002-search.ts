/** The search index, kept by code: tokens are made of names, so no trigger could make them. */
export const search = {
  name: '0002-search',
  sql: [
    `CREATE TABLE search_document (
      document INTEGER PRIMARY KEY, person_id TEXT NOT NULL UNIQUE REFERENCES person(id)) STRICT`,
    `CREATE TABLE search_group (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID`,
    `CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  ],
} as const
