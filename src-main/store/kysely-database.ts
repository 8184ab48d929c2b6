import {
  CamelCasePlugin,
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
} from 'kysely'
import type { RawDatabase } from './connection.ts'
import type { Schema } from './schema/schema.ts'

/** A deferred transaction that writes late can be refused half-way; this one waits at its beginning. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #raw: RawDatabase

  constructor(raw: RawDatabase) {
    super({ database: raw as unknown as SqliteDatabase })
    this.#raw = raw
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#raw as unknown as SqliteDatabase })
  }
}

/** Kysely over one connection: snake_case in the file, camelCase outside. */
export function kyselyOver(raw: RawDatabase): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new ImmediateDialect(raw), plugins: [new CamelCasePlugin()] })
}
