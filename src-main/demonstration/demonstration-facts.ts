import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProgrammeTerms } from '../domain/programme-terms.ts'
import type { Role } from '../domain/role.ts'

export interface DemonstrationPerson {
  readonly role: Role
  readonly signInName: string
  readonly displayName: string
  readonly password: string
  readonly pin: string | null
}

/** What the gates ask for besides the lists; every word of it says 演示. */
export interface DemonstrationFacts {
  readonly programmeCode: string
  readonly people: readonly DemonstrationPerson[]
  readonly settings: Readonly<Record<string, string>>
  readonly terms: ProgrammeTerms
  readonly statement: string
  readonly place: string
  readonly postedBy: string
  readonly recipient: string
  /** The picture handed in as evidence of every posting. */
  readonly photo: string
  /** The county's lists of the year and of the year before. */
  readonly policyLists: { readonly year: string; readonly lastYear: string }
}

export async function readFacts(resources: string): Promise<DemonstrationFacts> {
  const folder = join(resources, 'demo')
  const facts = JSON.parse(await readFile(join(folder, 'demonstration.json'), 'utf8')) as DemonstrationFacts
  const policyLists = {
    year: join(folder, '惠民惠农补贴政策清单（演示）.xlsx'),
    lastYear: join(folder, '惠民惠农补贴政策清单（演示，上年）.xlsx'),
  }
  return { ...facts, photo: join(folder, '张贴照片（演示）.png'), policyLists }
}

/** The name of whoever enters. */
export function clerkOf({ people }: Pick<DemonstrationFacts, 'people'>): string {
  return people.find(({ role }) => role === 'clerk')?.displayName ?? ''
}

/** Puts a township's or village's own name into a text. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
