import type { AnOffice } from './an-office.ts'
import { householdOf, memberOf } from './a-register.ts'

export const known = { happenedOn: '2026-06-15', reason: '家属来办', source: '户口簿' } as const

/** What every event of a household begins with, as its page reads now. */
export async function eventOf(office: Pick<AnOffice, 'clerk'>, householdNo: string) {
  const household = await householdOf(office, householdNo)
  const idOf = (name: string) => memberOf(household, name).personId
  const { householdId, version } = household
  return { household, idOf, event: { householdId, version, ...known } }
}

export type DeathChange = Partial<Parameters<AnOffice['clerk']['household']['recordDeath']>[0]>

/** The death of the head, after which 张强 heads the household. */
export async function deathOf(office: AnOffice, name: string, change: DeathChange = {}) {
  const { event, idOf } = await eventOf(office, 'H-1')
  const death = { personId: idOf(name), headId: idOf('张强'), relations: {}, takeOver: null }
  return office.clerk.household.recordDeath({ ...event, source: '火化名单', ...death, ...change })
}
