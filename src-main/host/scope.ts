import { Problem } from '../domain/problem.ts'
import type { Grant, Role, Scope } from '../domain/role.ts'
import type { Actor } from '../usecases/context.ts'
import type { Permission } from './permission.ts'

/** Refuses whoever has none of the roles; hands back the grants that let this person in. */
export function admit(actor: Actor, { who }: Permission): readonly Grant[] {
  if (typeof who === 'string') return actor.grants
  const grants = actor.grants.filter((grant) => who.includes(grant.role))
  if (grants.length === 0) throw new Problem('permission.denied', { needs: neededRoles(who) })
  return grants
}

/**
 * The scope of one call: what the permitting grants cover, narrowed to the programme the call names. Grants of
 * one person form blocks (see `formBlocks`), so the product of both sides covers nothing that was not granted.
 */
export function scopeOf(grants: readonly Grant[], input: unknown): Scope {
  const { programmeCode, villageCodes } = askedFor(input)
  const covering = grants.filter((grant) => covers(grant.programmeCode, programmeCode))
  const villages = union(covering.map((grant) => grant.villageCode))
  const outside = villages !== 'all' && villageCodes.some((code) => !villages.includes(code))
  if (covering.length === 0 || outside) throw new Problem('permission.denied', { needs: 'scope' })
  const programmes =
    programmeCode === undefined ? union(covering.map((grant) => grant.programmeCode)) : [programmeCode]
  return { programmes, villages }
}

/** Whether the grants of any of a person's roles together cover each of their programmes in each of their villages. */
export function formBlocks(grants: readonly Grant[]): boolean {
  const roles = [...new Set(grants.map((grant) => grant.role))]
  return subsets(roles).every((some) => isOneBlock(grants.filter((grant) => some.includes(grant.role))))
}

function isOneBlock(grants: readonly Grant[]): boolean {
  return grants.every(({ programmeCode }) =>
    grants.every(({ villageCode }) =>
      grants.some(
        (grant) => covers(grant.programmeCode, programmeCode) && covers(grant.villageCode, villageCode),
      ),
    ),
  )
}

function subsets<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((made, one) => [...made, ...made.map((some) => [...some, one])], [[]])
}

function neededRoles(who: readonly Role[]): string {
  return who.join(',')
}

function askedFor(input: unknown): { programmeCode: string | undefined; villageCodes: readonly string[] } {
  const fields = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
  const villages = Array.isArray(fields['villageCodes']) ? fields['villageCodes'] : [fields['villageCode']]
  return {
    programmeCode: textIn(fields['programmeCode']),
    villageCodes: villages.filter((code) => typeof code === 'string'),
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function covers(granted: string, asked: string | undefined): boolean {
  return granted === '*' || asked === undefined || granted === asked
}

function union(codes: readonly string[]): readonly string[] | 'all' {
  return codes.includes('*') ? 'all' : [...new Set(codes)]
}
