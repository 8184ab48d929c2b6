import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '../../src-main/host/carriers/in-process.ts'
import { type AFile, type MadeEdit, receive } from './a-round-on-laptops.ts'
import { HandClock } from './a-workstation.ts'
import { aCoreOver, windowOf } from './an-office.ts'

/** One field of one household as an office shows it. */
export interface MergedField {
  readonly value: string | null
  readonly conflict: boolean
  readonly heads: readonly string[]
  readonly register: string
}

export interface MergedHousehold {
  readonly address: string
  readonly relations: readonly string[]
  readonly conflicts: number
  readonly fields: ReadonlyMap<string, MergedField>
  /** Every value anybody can read of it, by the edit it was. */
  readonly readable: ReadonlyMap<string, string>
}

/** A copy of the office's encrypted folder that is brought these packages in this order; answers what it says then. */
export async function mergedReplica(
  folder: string,
  packages: readonly AFile[],
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, MergedHousehold>> {
  const parent = await mkdtemp(join(tmpdir(), 'onecard-replica-'))
  const copy = join(parent, 'data')
  await cp(folder, copy, { recursive: true })
  const core = aCoreOver(copy, new HandClock())
  const clerk = await windowOf(core, 'clerk')
  let handed = 0
  const handIn = async (name: string, bytes: Uint8Array | string) => {
    const path = join(parent, `${String(++handed)}-${name}`)
    await writeFile(path, bytes)
    return (await core.files.adopt(path, name, false)).token
  }
  try {
    for (const file of packages) await receive({ clerk, handIn }, file)
    const shown = new Map<string, MergedHousehold>()
    for (const taskId of taskIds) shown.set(taskId, await show(clerk, taskId))
    return shown
  } finally {
    await core.close()
    await rm(parent, { recursive: true, force: true })
  }
}

async function show(clerk: Client, taskId: string): Promise<MergedHousehold> {
  const { address, people, values } = await clerk.survey.task({ taskId })
  const history = await clerk.fieldwork.history({ taskId })
  return {
    address,
    relations: people.map(({ relation }) => relation),
    conflicts: values.filter(({ conflict }) => conflict).length,
    fields: new Map(
      values.map(({ subject, field, value, conflict, heads, register }) => [
        `${subject} ${field}`,
        { value, conflict, heads: heads.toSorted(), register },
      ]),
    ),
    readable: new Map(
      history.flatMap(({ entries }) => entries.map(({ editId, text }) => [editId, text] as const)),
    ),
  }
}

/** What the merge must say, from what everybody saw when they typed: written apart from the product's own rule. */
export function expectedFields(
  edits: readonly MadeEdit[],
): ReadonlyMap<string, Pick<MergedField, 'conflict' | 'heads'>> {
  const replaced = new Set(edits.flatMap(({ supersedes }) => supersedes))
  const byField = Map.groupBy(edits, ({ subject, field }) => `${subject} ${field}`)
  return new Map(
    [...byField].map(([key, own]) => {
      const heads = own.filter(({ id }) => !replaced.has(id))
      const said = new Set(heads.map(({ value }) => value))
      return [key, { conflict: said.size > 1, heads: heads.map(({ id }) => id).sort() }]
    }),
  )
}
