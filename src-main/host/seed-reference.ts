import { v7 as newUuid } from 'uuid'
import { questionSetOf, type ShippedSet } from '../domain/shipped-questions.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { replaceCheckRules } from '../store/check-rule-queries.ts'
import {
  getTownship,
  insertDivisions,
  insertPastDivision,
  listPastDivisions,
  listVillages,
} from '../store/division-queries.ts'
import { readKeyFile } from '../store/key-file.ts'
import { insertProgrammes } from '../store/programme-queries.ts'
import { findQuestionSet, insertQuestionSet } from '../store/survey-question-queries.ts'
import type { Store } from '../store/store.ts'
import {
  readProgrammes,
  readQuestionSets,
  readShippedRules,
  readTownshipChanges,
  readTownships,
} from './reference-data.ts'

/** A new database learns its divisions and the known programmes at its first opening, in one transaction. */
export async function seedReference(store: Store, resources: string): Promise<void> {
  if ((await listVillages(store.reader)).length === 0) await seedTownship(store, resources)
  await seedPastTownships(store, resources)
  await seedQuestions(store, resources)
  await seedCheckRules(store, resources)
}

/** A newer program may know more: what was found by the older rules is then out of date. */
async function seedCheckRules(store: Store, resources: string): Promise<void> {
  const rules = await readShippedRules(resources)
  await store.inTransaction(async (writer) => {
    if (await replaceCheckRules(writer, rules)) await raiseDataMark(writer)
  })
}

/** Old names and codes of this township that came with the program, also for a database made before they were known. */
async function seedPastTownships(store: Store, resources: string): Promise<void> {
  const { code } = await getTownship(store.reader)
  const known = new Set((await listPastDivisions(store.reader)).map((past) => past.code))
  const changes = await readTownshipChanges(resources)
  const missing = changes.filter(({ newCode, oldCode }) => newCode === code && !known.has(oldCode))
  if (missing.length === 0) return
  await store.inTransaction(async (writer) => {
    for (const { oldCode, oldName, newCode, until } of missing)
      await insertPastDivision(writer, {
        ...{ code: oldCode, name: oldName, level: 'township', replacedBy: newCode, until },
      })
  })
}

async function seedTownship(store: Store, resources: string): Promise<void> {
  const { township } = await readKeyFile(store.folder)
  const found = (await readTownships(resources)).find(({ code }) => code === township.code)
  if (found === undefined) throw new Error(`no divisions are known for ${township.code}`)
  const programmes = await readProgrammes(resources)
  await store.inTransaction(async (writer) => {
    await insertDivisions(writer, found.divisions)
    await insertProgrammes(writer, programmes)
  })
}

/** Questions that came with the program after the database was made; where an office has its own, they stay. */
async function seedQuestions(store: Store, resources: string): Promise<void> {
  const { asOf, sets } = await readQuestionSets(resources)
  const missing: ShippedSet[] = []
  for (const shipped of sets)
    if ((await findQuestionSet(store.reader, shipped.programmeCode)) === undefined) missing.push(shipped)
  if (missing.length === 0) return
  await store.inTransaction(async (writer) => {
    for (const shipped of missing)
      await insertQuestionSet(writer, {
        ...{ id: newUuid(), programmeCode: shipped.programmeCode, version: 1, set: questionSetOf(shipped) },
        ...{ enteredBy: '随程序带出', enteredAt: `${asOf}T00:00:00.000Z` },
      })
  })
}
