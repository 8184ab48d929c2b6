import { isDay } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { mayHoldTogether } from '../domain/role-exception.ts'
import type { Grant, Role } from '../domain/role.ts'
import {
  getUser,
  insertException,
  listExceptions,
  listExceptionsOf,
  listUserNames,
  saveGrants,
} from '../store/users-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

interface GrantChange {
  readonly userId: string
  readonly version: number
  readonly grants: readonly Grant[]
}

/** 授权 — replaces what a person may do. Nobody changes their own, and grants must be expressible as scopes. */
export async function changeGrants(
  ctx: CommandContext,
  { userId, version, grants }: GrantChange,
  areExpressible: (grants: readonly Grant[]) => boolean,
): Promise<void> {
  if (userId === ctx.actor.userId) throw new Problem('permission.own-rights')
  if (!areExpressible(grants)) throw invalid('grants', 'grants-form-no-block')
  await refuseTogether(ctx, userId, grants)
  await saveGrants(ctx.writer, { userId, version }, distinct(grants))
  await trace(ctx, 'user.set-grants', userId, { grants })
}

/** A new person begins with one duty: an exception can only be registered for somebody who is there. */
export function refuseSeveralDuties(people: readonly { readonly roles: readonly Role[] }[]): void {
  if (people.some(({ roles }) => new Set(roles).size > 1)) throw new Problem('permission.needs-exception')
}

/** Several duties for one person need an exception that is registered and still in force. */
async function refuseTogether(ctx: CommandContext, userId: string, grants: readonly Grant[]): Promise<void> {
  const held = [...new Set(grants.map((grant) => grant.role))]
  const exceptions = await listExceptionsOf(ctx.reader, userId)
  if (!mayHoldTogether(held, exceptions, ctx.today())) throw new Problem('permission.needs-exception')
}

interface NewException {
  readonly userId: string
  readonly roles: readonly Role[]
  readonly validTo: string
  readonly reason: string
  readonly basis: string
}

/** 一人多岗备案 — registered by the administrator for somebody else, until a day that is still to come. */
export async function registerException(ctx: CommandContext, exception: NewException): Promise<string> {
  const { userId, validTo } = exception
  if (userId === ctx.actor.userId) throw new Problem('permission.own-rights')
  if (!isDay(validTo) || validTo < ctx.today()) throw invalid('validTo', 'is-past')
  await getUser(ctx.reader, userId)
  const exceptionId = ctx.newId()
  const registered = { registeredBy: ctx.actor.userId, registeredAt: ctx.now().toISOString() }
  await insertException(ctx.writer, { ...exception, ...registered, exceptionId, roles: [...exception.roles] })
  await trace(ctx, 'user.register-exception', exceptionId, { userId, roles: exception.roles, validTo })
  return exceptionId
}

export async function listExceptionViews({ reader }: QueryContext) {
  const names = await listUserNames(reader)
  const exceptions = await listExceptions(reader)
  return exceptions.map(({ userId: _, registeredBy, ...rest }) => ({
    ...rest,
    registeredBy: names.get(registeredBy) ?? registeredBy,
  }))
}

function distinct(grants: readonly Grant[]): Grant[] {
  return [...new Map(grants.map((grant) => [JSON.stringify(grant), grant])).values()]
}

function invalid(path: string, rule: string): Problem {
  return new Problem('input.invalid', { fields: [{ path, rule }] })
}
