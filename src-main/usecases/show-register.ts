import { setImmediate } from 'node:timers/promises'
import { maskIdNumber } from '../domain/id-number.ts'
import { maskPhone } from '../domain/phone.ts'
import { villageTitle } from '../domain/village-name.ts'
import {
  countHouseholdsByVillage,
  countPeople,
  type HouseholdPage,
  listHouseholds,
  type VillageCount,
} from '../store/register-queries.ts'
import { listVillages } from '../store/division-queries.ts'
import { searchPeople } from '../store/search.ts'
import type { QueryContext } from './context.ts'

/** 人口与账户总览 by village. Between two villages others are answered: counting a large township takes a while. */
export async function showRegisterSummary(ctx: QueryContext) {
  const byVillage: (VillageCount & { people: number })[] = []
  for (const village of await countHouseholdsByVillage(ctx.reader, ctx.scope)) {
    byVillage.push({ ...village, people: await countPeople(ctx.reader, village.villageCode) })
    await setImmediate()
  }
  const sum = (of: 'households' | 'people' | 'pendingHouseholders') =>
    byVillage.reduce((total, one) => total + one[of], 0)
  return {
    villages: (await listVillages(ctx.reader)).length,
    households: sum('households'),
    people: sum('people'),
    pendingHouseholders: sum('pendingHouseholders'),
    byVillage: byVillage.map(({ villageCode, villageName, households, people }) => ({
      villageCode,
      villageName: villageTitle(villageName),
      households,
      people,
    })),
  }
}

export async function showHouseholds(ctx: QueryContext, page: HouseholdPage) {
  const { rows, next, total } = await listHouseholds(ctx.reader, ctx.scope, page)
  return {
    rows: rows.map(({ householderIdNumber, householderPhone, ...row }) => ({
      ...row,
      villageName: villageTitle(row.villageName),
      householderIdMasked: householderIdNumber === '' ? '' : maskIdNumber(householderIdNumber),
      phoneMasked: maskPhone(householderPhone),
    })),
    next,
    total,
  }
}

/** 查人 — by name, pinyin, tails of ID or account, phone, village or household number. */
export async function searchRegister(ctx: QueryContext, input: { text: string; limit: number }) {
  const started = performance.now()
  const { hits, total } = await searchPeople(ctx.reader, { ...input, scope: ctx.scope })
  const milliseconds = performance.now() - started
  return {
    hits: hits.map(({ idNumber, phone: _phone, villageCode: _code, ...hit }) => ({
      ...hit,
      villageName: villageTitle(hit.villageName),
      idMasked: maskIdNumber(idNumber),
    })),
    total,
    milliseconds,
  }
}
