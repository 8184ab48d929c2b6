import type { Migration } from '../migrate.ts'
import { foundation } from './0001-foundation.ts'
import { search } from './0002-search.ts'

/** Every change of the schema, in order. Listed by hand: a bundle has no folder to look into. */
export const migrations: readonly Migration[] = [foundation, search]
