import { join } from 'node:path'
import { makeIdentity } from '../crypto/envelope.ts'
import type { FillDemonstration } from '../host/demonstration.ts'
import { dayInShanghai } from '../domain/day.ts'
import { readTownships } from '../host/reference-data.ts'
import type { Clock } from '../ports/clock.ts'
import { clerkOf, readFacts } from './demonstration-facts.ts'
import { fillTownship } from './fill-township.ts'
import { readInputFolder, townshipOfFiles, yearOfRoll } from './input-files.ts'
import { surveyTownship } from './survey-township.ts'
import { reviewTownship, stateVerification } from './review-township.ts'

/** 演示乡镇 — filled by the same calls as a person's, up to where notices can be frozen; the clock is the real one. */
export function fillDemonstrationFrom(resources: string, readWorker: URL, clock: Clock): FillDemonstration {
  return async (desk) => {
    const facts = await readFacts(resources)
    desk.progress('读取演示文件', 0, 1)
    const files = await readInputFolder(join(resources, 'demo'), readWorker)
    const township = townshipOfFiles(files, await readTownships(resources))
    const today = dayInShanghai(clock.now().getTime())
    const rollYear = yearOfRoll(
      files.find((file) => file.kind === 'farmland-roll'),
      Number(today.slice(0, 4)) - 1,
    )
    const period = { programmeCode: facts.programmeCode, year: rollYear + 1 }
    const { office } = await fillTownship(desk, { facts, files, township, rollYear, year: period.year })
    desk.progress('初审', 0, 1)
    await reviewTownship(office, period, () => desk.breathe())
    await stateVerification(office, period, facts, today)
    desk.progress('开摸底轮次', 0, 1)
    await surveyTownship(office, period, { today, visitor: clerkOf(facts) })
    // Nobody holds this recipient's key: a package for it can be opened by this workstation alone.
    const { recipient } = await makeIdentity()
    await office.administrator.package.addRecipient({
      name: facts.recipient,
      kind: 'department',
      ageRecipient: recipient,
    })
    for (const client of Object.values(office)) await client.session.close()
    const people = facts.people.map(({ role, ...person }) => ({ ...person, roles: [role] }))
    return { people }
  }
}
