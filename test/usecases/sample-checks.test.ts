import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { findLatestRun, listFindings } from '../../src-main/store/check-queries.ts'
import type { Reader } from '../../src-main/store/reader.ts'
import { anOffice, type AnOffice, somebodyLimited } from '../builders/an-office.ts'
import { sampleTownship } from '../builders/sample-township.ts'
import { truth } from '../builders/truth.ts'

let office: AnOffice
let reader: Reader
beforeAll(async () => {
  office = await anOffice()
  await sampleTownship(office)
  reader = office.core.connect('any').context.host.door.store.reader
}, 300_000)
afterAll(() => office.remove())

interface Found {
  readonly check: string
  readonly severity: string
  readonly kind: string
  readonly idNumber: string
}

async function foundIn(...programmes: readonly string[]): Promise<Found[]> {
  const found = []
  for (const programmeCode of programmes) {
    const run = (await findLatestRun(reader, { programmeCode, year: 2026 }))!
    const rows = await reader
      .selectFrom('application as a')
      .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
      .select(['a.id', 'p.idNumber'])
      .execute()
    const idOf = new Map(rows.map(({ id, idNumber }) => [id, idNumber]))
    for (const { check, severity, facts, applicationId } of await listFindings(reader, run.id))
      found.push({ check, severity, kind: String(facts['kind'] ?? ''), idNumber: idOf.get(applicationId)! })
  }
  return found
}

function people(found: readonly Found[], isOne: (one: Found) => boolean): string[] {
  return [...new Set(found.filter(isOne).map(({ idNumber }) => idNumber))].toSorted()
}

describe('the allowances of disabled people, from last month’s roll', () => {
  test('every line becomes an application with the roll’s own amount', async () => {
    const rows = await reader
      .selectFrom('application')
      .select(['amountFen', 'rateYuan', 'quantityCenti', 'areaCentiMu'])
      .where('programmeCode', 'in', ['MZ05', 'MZ06'])
      .execute()

    expect(rows).toHaveLength(125)
    for (const row of rows)
      expect(row).toEqual({ amountFen: 12_200, rateYuan: '122', quantityCenti: 100, areaCentiMu: 0 })
  })

  test('checks find exactly the people the lists name', async () => {
    const found = await foundIn('MZ05', 'MZ06')

    expect({
      特困: people(found, ({ check }) => check === 'C04'),
      证件过期: people(found, ({ check, kind }) => check === 'C13' && kind === 'expired'),
      死亡: people(found, ({ check }) => check === 'C01'),
      不在残疾人证名单: people(found, ({ check, kind }) => check === 'C13' && kind === 'not-listed'),
    }).toEqual(
      Object.fromEntries(Object.entries(truth.allowances).map(([kind, ids]) => [kind, ids.toSorted()])),
    )
  })

  test('only who is supported as destitute is blocked, and nothing else is found but what may be looked at', async () => {
    const found = await foundIn('MZ05', 'MZ06')

    expect(people(found, ({ severity }) => severity === 'block')).toEqual(truth.allowances['特困'].toSorted())
    expect(kindsOf(found)).toEqual([
      'C04 block hard',
      'C11 explain',
      'C13 explain expired',
      'C13 explain not-listed',
    ])
    expect(
      people(found, ({ check }) => check === 'C11').every((id) => truth.publicEmployees.includes(id)),
    ).toBe(true)
  })

  test('rolled a second time from the same or another month nobody is opened twice', async () => {
    const again = await runJob(office.clerk, 'application.roll-forward', {
      ...{ programmeCode: 'MZ05', year: 2026, fromYear: 2026, fromMonth: 6 },
    })

    expect(again).toMatchObject({ opened: 0, givenUp: 0, unplaced: 0 })
  })
})

describe('who may be entitled and has not applied', () => {
  const missed = async (entitlementId: string) => {
    const ids = []
    let after: string | null = null
    do {
      const page = await office.reviewer.review.missed({ year: 2026, entitlementId, after, limit: 500 })
      ids.push(...page.rows.map(({ personId }) => personId))
      after = page.next
    } while (after !== null)
    const rows = await reader.selectFrom('person').select(['id', 'idNumber']).where('id', 'in', ids).execute()
    return rows.map(({ idNumber }) => idNumber).toSorted()
  }

  test('of the old-age allowance it is everybody of eighty who lives, and nobody else', async () => {
    expect(await missed('E01')).toEqual(truth.over80Living.toSorted())
  })

  test('of the nursing allowance nobody who draws it, whose certificate is over or who is supported as destitute', async () => {
    const found = await missed('E02')
    const drawing = await reader
      .selectFrom('rosterLine as r')
      .innerJoin('person as p', 'p.id', 'r.personId')
      .select('p.idNumber')
      .where('r.programmeCode', '=', 'MZ06')
      .execute()

    expect(found.length).toBeGreaterThan(0)
    for (const id of found) {
      expect(truth.disabled[id]!.level).toBeLessThanOrEqual(2)
      expect(truth.disabled[id]!.expires >= truth.asOf).toBe(true)
    }
    for (const { idNumber } of drawing) expect(found).not.toContain(idNumber)
    for (const idNumber of truth.tekunHeads) expect(found).not.toContain(idNumber)
  })

  test('it says so in words that decide nothing, and names the list', async () => {
    const { rows } = await office.reviewer.review.missed({ year: 2026, entitlementId: 'E02' })

    expect(rows[0]!.detail).toMatch(/^可能符合，待核：/)
    expect(rows[0]!.sources[0]).toMatchObject({ fileName: '残疾人证名单.csv' })
  })

  test('who sees some villages sees their people only', async () => {
    const all = await office.reviewer.review.missed({ year: 2026, entitlementId: 'E01', limit: 500 })
    const { villageCode } = all.rows[0]!
    const limited = await somebodyLimited(office, 'limited', { role: 'reviewer', villageCode })
    const here = await limited.review.missed({ year: 2026, entitlementId: 'E01', limit: 500 })

    expect(here.rows).toEqual(all.rows.filter((row) => row.villageCode === villageCode))
    expect(here.total).toBeLessThan(all.total)
  })
})

test('on the farmland roll only the dead and the shared cards are blocked, and the lines to return are the known ones', async () => {
  const found = await foundIn('NY01')
  const blocked = people(found, ({ severity }) => severity === 'block')
  const expected = new Set([...truth.farmland.deceasedOnList, ...truth.farmland.sharedCards.flat()])

  expect(blocked).toEqual([...expected].toSorted())
  const { withFindings } = await office.reviewer.review.overview({ programmeCode: 'NY01', year: 2026 })
  expect(withFindings).toBe(truth.farmland.demo.returnedRows)
  expect(kindsOf(found).filter((kind) => !kind.includes('hint'))).toEqual([
    ...['C01 block', 'C03 explain', 'C05 block', 'C10 explain', 'C11 explain', 'C17 explain'],
  ])
})

function kindsOf(found: readonly Found[]): string[] {
  return [
    ...new Set(found.map(({ check, severity, kind }) => `${check} ${severity} ${kind}`.trim())),
  ].toSorted()
}
