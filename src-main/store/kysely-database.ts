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
  readonly #raw: RawDatabase

  constructor(raw: RawDatabase) {
    super({ database: raw as unknown as SqliteDatabase })
    this.#raw = raw
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** On a full disk SQLite has rolled back by itself; asking again would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection)
    else this.#giveBackRoom()
  }

  /** The log keeps the room of what was rolled back, just when there is none to spare. */
  #giveBackRoom(): void {
    try {
      this.#raw.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // The disk is as it was; the reason that is already on its way says what to do.
    }
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #raw: RawDatabase

  constructor(raw: RawDatabase) {
    super({ database: raw as unknown as SqliteDatabase })
    this.#raw = raw
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#raw)
  }
}

/** Kysely over one connection: snake_case in the file, camelCase outside. */
export function kyselyOver(raw: RawDatabase): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new ImmediateDialect(raw), plugins: [new CamelCasePlugin()] })
}
