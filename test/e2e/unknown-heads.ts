import { describe, expect, test } from 'vitest'
import { openedByClerk } from '../builders/a-demonstration-run.ts'
import { samplePeople, type WrittenPerson } from '../builders/sample-people.ts'
import type { StoredTownship } from '../builders/stored-township.ts'
import { truth } from '../builders/truth.ts'

/** 户主待补 — runs within the main job's own tests, on what that run has left behind. */
export function unknownHeadTests(of: () => { readonly out: string; readonly stored: StoredTownship }): void {
  describe('heads whom the register does not know', () => {
    const register = samplePeople().get('户籍人口花名册.xlsx')!
    const rejectedLines = new Set(truth.registerRejects.map(([line]) => line))
    const heads = register.filter(({ line, relation }) => rejectedLines.has(line) && relation === '户主')

    test('are created from the roll without a household, and are found by name', async () => {
      const without = [...of().stored.applications.values()].filter(({ householdId }) => householdId === null)
      const { clerk, close } = await openedByClerk(of().out)
      const searched = await Promise.all(
        without.map(async ({ name }) => (await clerk.register.search({ text: name })).hits),
      )
      await close()

      expect(without.map(({ name }) => name).toSorted()).toEqual(heads.map(({ name }) => name).toSorted())
      expect(without.length).toBeGreaterThan(0)
      for (const [at, hits] of searched.entries()) {
        const alone = hits.filter(({ householdId }) => householdId === null)
        expect(alone.map(({ name }) => name)).toEqual([without[at]!.name])
      }
    })

    test('show 户主待补 until a clerk links them', async () => {
      const { clerk, close } = await openedByClerk(of().out)
      const before = await clerk.register.households({ pendingOnly: true })
      const [head] = heads as [WrittenPerson]
      const household = before.rows.find((row) => row.householdNo === head.householdNo)!
      const { hits } = await clerk.register.search({ text: head.name })
      const { personId } = hits.find(({ householdId }) => householdId === null)!
      const { householdId, version } = await clerk.register.household({ householdId: household.householdId })

      await clerk.register.linkHouseholder({ householdId, version, personId, reason: '核对户口簿' })

      const after = await clerk.register.household({ householdId })
      const left = await clerk.register.households({ pendingOnly: true })
      await close()
      expect(before.rows.map((row) => row.householdNo).toSorted()).toEqual(numbersOf(heads))
      expect(after.householderPending).toBe(false)
      expect(after.members.find((one) => one.isHouseholder)?.name).toBe(head.name)
      expect(left.total).toBe(before.total - 1)
    })

    function numbersOf(lines: readonly WrittenPerson[]): string[] {
      return lines.map(({ householdNo }) => householdNo).toSorted()
    }
  })
}
