import type { Day } from './day.ts'
import { type Role, roles } from './role.ts'

/** 一人多岗备案 — lets one person hold several duties until a day, for a stated reason (field-notes 12). */
export interface RoleException {
  readonly roles: readonly Role[]
  /** The last day it counts. */
  readonly validTo: Day
}

/**
 * The duties a person may use today: one of them, or all that a registered exception in force covers together. Of several
 * without an exception the first in the order of `roles` stays, so that a person is never left with nothing by an expiry.
 */
export function rolesInEffect(
  held: readonly Role[],
  exceptions: readonly RoleException[],
  today: Day,
): readonly Role[] {
  const distinct = roles.filter((role) => held.includes(role))
  if (distinct.length <= 1) return distinct
  const covered = exceptions
    .filter((exception) => exception.validTo >= today)
    .map((exception) => distinct.filter((role) => exception.roles.includes(role)))
    .reduce((most, one) => (one.length > most.length ? one : most), [])
  return covered.length > 0 ? covered : distinct.slice(0, 1)
}

/** Whether somebody may be given these duties together today. */
export function mayHoldTogether(
  held: readonly Role[],
  exceptions: readonly RoleException[],
  today: Day,
): boolean {
  return rolesInEffect(held, exceptions, today).length === new Set(held).size
}
